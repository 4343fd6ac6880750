package hep.aurum.estimator.ratio;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.sample.EventSample;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Generate the exact effective-theory toy in one or two parameters and give its exact ratio: z ~ Exp(1) in each direction,
 * weight \((1+\sum_i\theta_iz_i)^2\), \(x_i = z_i + N(0, s^2)\), reference θ = 0.
 */
final class EftToy {

    static final double SMEARING = 0.5;

    private final int parameters;
    private final ParameterSpace space;

    EftToy(int parameters) {
        this.parameters = parameters;
        this.space = new ParameterSpace(IntStream.range(0, parameters)
                .mapToObj(i -> new Parameter("c" + i, -0.3, 0.3, 0))
                .toList());
    }

    /** Draw events at θ = 0 whose cross-section there is 1 pb. */
    EventSample draw(int n, UniformRandomProvider random) {
        MonomialBasis basis = MonomialBasis.complete(parameters, 2);
        ZigguratSampler.Exponential exponential = ZigguratSampler.Exponential.of(random);
        ZigguratSampler.NormalizedGaussian gauss = ZigguratSampler.NormalizedGaussian.of(random);
        double[] x = new double[n * parameters];
        double[] c = new double[n * basis.size()];
        for (int i = 0; i < n; i++) {
            double[] z = new double[parameters];
            for (int j = 0; j < parameters; j++) {
                z[j] = exponential.sample();
                x[i * parameters + j] = z[j] + SMEARING * gauss.sample();
            }
            double[] row = parameters == 1
                    ? new double[] {1, 2 * z[0], z[0] * z[0]}
                    : new double[] {1, 2 * z[0], 2 * z[1], z[0] * z[0], 2 * z[0] * z[1], z[1] * z[1]};
            for (int j = 0; j < row.length; j++) {
                c[i * row.length + j] = row[j] / n;
            }
        }
        List<String> names =
                IntStream.range(0, parameters).mapToObj(i -> "x" + i).toList();
        return new EventSample(
                space,
                names,
                List.of("signal"),
                basis,
                x,
                c,
                new int[n],
                IntStream.range(0, n).asLongStream().toArray());
    }

    /** Return log p(x|θ) - log p(x|0). */
    double logRatio(double[] x, double[] theta) {
        double sigma = 1;
        double density = 1;
        for (int i = 0; i < parameters; i++) {
            double mi = moment(x[i], 1);
            sigma += 2 * theta[i];
            density += 2 * theta[i] * mi;
            for (int j = 0; j < parameters; j++) {
                sigma += theta[i] * theta[j] * (i == j ? 2 : 1);
                density += theta[i] * theta[j] * (i == j ? moment(x[i], 2) : mi * moment(x[j], 1));
            }
        }
        return Math.log(density / sigma);
    }

    /** Return \(M_1/M_0\) or \(M_2/M_0\), the posterior moments of z. */
    private static double moment(double x, int order) {
        double s = SMEARING;
        double m = x - s * s;
        double cdf = 0.5 * Erf.erfc(-m / s / Math.sqrt(2));
        double tail = s * Math.exp(-m * m / (2 * s * s)) / Math.sqrt(2 * Math.PI) / cdf;
        return order == 1 ? m + tail : m * m + s * s + m * tail;
    }

    /** Return the mean squared error of log r under the bench law: θ uniform, x from ½ p(θ) + ½ p(0). */
    double meanSquaredError(RatioEstimator estimator, int points, int perPoint, UniformRandomProvider random) {
        double sum = 0;
        double weights = 0;
        double[] theta = new double[parameters];
        double[] x = new double[parameters];
        for (int p = 0; p < points; p++) {
            for (int j = 0; j < parameters; j++) {
                theta[j] = 0.6 * random.nextDouble() - 0.3;
            }
            EventSample events = draw(perPoint, random);
            for (int i = 0; i < perPoint; i++) {
                events.features(i, x);
                double truth = logRatio(x, theta);
                double miss = estimator.logRatio(x, theta) - truth;
                double weight = 0.5 * (1 + Math.exp(truth));
                sum += weight * miss * miss;
                weights += weight;
            }
        }
        return sum / weights;
    }

    /** Return \(E_0[(\partial\log\hat r/\partial\theta_0)^2]\) at θ = 0; the truth in one parameter is 3.362. */
    double shapeInformation(RatioEstimator estimator, int n, UniformRandomProvider random) {
        EventSample events = draw(n, random);
        double[] x = new double[parameters];
        double[] score = new double[parameters];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            events.features(i, x);
            estimator.logRatioAndScore(x, new double[parameters], score);
            sum += score[0] * score[0];
        }
        return sum / n;
    }
}
