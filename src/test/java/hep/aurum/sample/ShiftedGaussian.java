package hep.aurum.sample;

import hep.aurum.math.random.Draws;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Give a problem with a nuisance that is known in closed form.
 *
 * <p>The latent z has the weight \((1+\theta z)^2\) under N(δν, 1), which is that under N(0, 1) times \(e^{\delta z\nu -
 * \delta^2\nu^2/2}\). Hence \(\sigma(\theta,\nu) = (1+\theta\delta\nu)^2 + \theta^2\). Seen is x = z + ε with ε ~ N(0, s²):
 * given x, z is normal with variance \(v = s^2/(1+s^2)\) and mean \(m = (x + s^2\delta\nu)/(1+s^2)\), so that
 *
 * <p>\[ p(x|\theta,\nu) = N(x;\delta\nu, 1+s^2)\,\frac{(1+\theta m)^2 + \theta^2v}{\sigma(\theta,\nu)}. \]
 */
public final class ShiftedGaussian {

    /** The theory's parameter. */
    public static final ParameterSpace THETA = ParameterSpace.of(new Parameter("theta", -0.2, 0.2, 0));

    private static final MonomialBasis SQUARE = MonomialBasis.complete(1, 2);

    private final double delta;
    private final double noise;

    /** Create the problem with a shift δ and a variance s². */
    public ShiftedGaussian(double delta, double noise) {
        this.delta = delta;
        this.noise = noise;
    }

    /** Return events whose weights are those of a quadrature, exact for all that is smooth. */
    public SystematicEvents quadrature(int nodes) {
        GaussIntegrator rule = new GaussIntegratorFactory().hermite(nodes);
        double[] z = new double[nodes];
        double[] weight = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            z[i] = Math.sqrt(2) * rule.getPoint(i);
            weight[i] = rule.getWeight(i) / Math.sqrt(Math.PI);
        }
        return events(z, z, weight);
    }

    /** Return events drawn at random. */
    public SystematicEvents draw(int n, RandomStreams streams) {
        double[] z = new double[n];
        double[] x = new double[n];
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            UniformRandomProvider random = streams.stream("event", i);
            z[i] = Draws.gaussian(random);
            x[i] = z[i] + Math.sqrt(noise) * Draws.gaussian(random);
            weight[i] = 1.0 / n;
        }
        return events(z, x, weight);
    }

    private SystematicEvents events(double[] z, double[] x, double[] weight) {
        double[] c = new double[3 * z.length];
        double[] a = new double[z.length];
        double[] b = new double[z.length];
        long[] origin = new long[z.length];
        for (int i = 0; i < z.length; i++) {
            c[3 * i] = weight[i];
            c[3 * i + 1] = 2 * z[i] * weight[i];
            c[3 * i + 2] = z[i] * z[i] * weight[i];
            a[i] = delta * z[i];
            b[i] = -delta * delta / 2;
            origin[i] = i;
        }
        EventSample sample =
                new EventSample(THETA, List.of("x"), List.of("signal"), SQUARE, x, c, new int[z.length], origin);
        return SystematicEvents.of(
                sample, NuisanceWeights.none(z.length).withExponents(NuisanceWeights.nuisance("nu"), a, b));
    }

    /** Return events of given exponents and of weights that do not depend on parameters, with z for a feature. */
    static SystematicEvents exponentials(double[] z, double[] weight, List<Parameter> nuisances, double[][] ab) {
        long[] origin = new long[z.length];
        Arrays.setAll(origin, i -> i);
        EventSample sample = new EventSample(
                ParameterSpace.of(),
                List.of("z"),
                List.of("signal"),
                MonomialBasis.of(0, new int[][] {{}}),
                z,
                weight,
                new int[z.length],
                origin);
        NuisanceWeights weights = NuisanceWeights.none(z.length);
        for (int q = 0; q < nuisances.size(); q++) {
            weights = weights.withExponents(nuisances.get(q), ab[2 * q], ab[2 * q + 1]);
        }
        return SystematicEvents.of(sample, weights);
    }

    /** Return σ(θ, ν). */
    public double sigma(double theta, double nu) {
        double mean = 1 + theta * delta * nu;
        return mean * mean + theta * theta;
    }

    /** Return the joint score of z in θ and ν. */
    double[] jointScore(double z, double theta, double nu) {
        double mean = 1 + theta * delta * nu;
        double sigma = sigma(theta, nu);
        return new double[] {
            2 * z / (1 + theta * z) - (2 * mean * delta * nu + 2 * theta) / sigma,
            delta * z - delta * delta * nu - 2 * mean * theta * delta / sigma
        };
    }

    /** Return log p(x|θ, ν) − log p(x|0, 0). */
    public double logRatio(double x, double theta, double nu) {
        double variance = 1 + noise;
        double shift = delta * nu;
        double mean = 1 + theta * (x + noise * shift) / variance;
        return (x - shift / 2) * shift / variance
                + Math.log(mean * mean + theta * theta * noise / variance)
                - Math.log(sigma(theta, nu));
    }

    /** Return the score of x in θ and ν. */
    public double[] score(double x, double theta, double nu) {
        double variance = 1 + noise;
        double shift = delta * nu;
        double m = (x + noise * shift) / variance;
        double mean = 1 + theta * m;
        double density = mean * mean + theta * theta * noise / variance;
        double total = 1 + theta * shift;
        double sigma = sigma(theta, nu);
        return new double[] {
            (2 * mean * m + 2 * theta * noise / variance) / density - (2 * total * shift + 2 * theta) / sigma,
            delta * (x - shift) / variance
                    + 2 * mean * theta * noise * delta / variance / density
                    - 2 * total * theta * delta / sigma
        };
    }
}
