package hep.aurum.simulator.toy;

import hep.aurum.math.random.Draws;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.Simulator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Simulate the density of stars along a stream in which dark subhaloes have left gaps: a stand-in for the streams Palomar 5
 * and GD-1, of which a warm dark matter particle would leave fewer.
 *
 * <p>Parameters: ψ, the inverse mass of the particle in keV⁻¹, with cold dark matter at ψ = 0, and the age A of the stream in
 * Gyr. Encounters with subhaloes of a class of mass \(m_k\) (fifteen classes, five to a decade, from 10⁶ to 10⁹ solar masses)
 * are Poisson,
 *
 * <p>\[ n_k \sim \mathrm{Pois}\bigl(A R_k s_k(\psi)\bigr),\quad R_k \propto m_k^{-0.9},\ \sum_k R_k = 4\,\mathrm{Gyr}^{-1},\quad
 * s_k = \Bigl(1 + 2.7\,\frac{M_{\rm hm}}{m_k}\Bigr)^{-0.99},\quad M_{\rm hm} = 5\cdot 10^8 M_\odot\,(3\,\mathrm{keV}\,\psi)^{10/3}. \]
 *
 * <p>Each happened at a uniform place and a time t ago, \(t \sim \Gamma(3, A/6)\), whose mean is A/2. (A time uniform on the age
 * would move the end of its own range with θ, where there is no score.) With a strength \(g = e^{\epsilon/2}\,(t/5\,\mathrm{Gyr})
 * \sqrt{m_k/10^7 M_\odot}\), ε normal, its gap is a Gaussian of depth \(g/(1+g)\) and standard deviation
 * \(0.3^\circ (m_k/10^7 M_\odot)^{1/3}\sqrt{1+g}\): deeper and wider with time, as gaps are. Depths multiply. Stars are counted in 24
 * bins of a degree, Poisson, 100 in a bin without gaps; the observables are the counts over 100.
 *
 * <p>The likelihood of the observables has no closed form. The joint density depends on θ through the numbers \(n_k\) and the
 * sum T of all times alone,
 *
 * <p>\[ \log p(x,z|\theta) = \sum_k n_k \log s_k - 2n\log A - \frac{6T}{A} - A\sum_k R_k s_k + \mathrm{const}. \]
 *
 * <p>At ψ = 0 the score in ψ vanishes: below about 0.02 keV⁻¹ (50 keV) nothing depends on ψ. The standard point is 10 keV for that
 * reason; cold dark matter is the end of the range. Numbers are of the order of real streams
 * and no more: no measurement of dark matter can be read from them. Immutable.
 *
 * @see <a href="https://arxiv.org/abs/2011.14923">Hermans, Banik, Weniger, Bertone, Louppe: Towards constraining warm dark matter
 *     with stellar streams through neural simulation-based inference</a>
 */
public final class StreamToy implements Simulator {

    /** Bins along the stream, a degree each. */
    public static final int BINS = 24;

    /** Classes of mass. */
    static final int CLASSES = 15;

    private static final double LOWEST_LOG_MASS = 6;
    private static final double CLASS_WIDTH = 0.2;

    /** Encounters per Gyr in cold dark matter. */
    static final double RATE = 4;

    private static final double SLOPE = -0.9;
    private static final double HALF_MODE_AT_3_KEV = 5e8;
    private static final double HALF_MODE_POWER = 10.0 / 3;
    private static final double GAMMA = 2.7;
    private static final double BETA = 0.99;

    private static final double PIVOT_MASS = 1e7;
    private static final double PIVOT_AGE = 5;
    private static final double WIDTH = 0.3;
    private static final double SCATTER = 0.5;
    private static final double STARS = 100;

    /** Variance of a place within a bin, which widens every gap. */
    private static final double BIN_VARIANCE = 1.0 / 12;

    private static final ParameterSpace SPACE =
            ParameterSpace.of(new Parameter("inverse_mass", 0, 0.4, 0.1), new Parameter("age", 3, 7, 5));

    private static final double[] MASS = new double[CLASSES];
    private static final double[] COLD_RATE = new double[CLASSES];

    static {
        double sum = 0;
        for (int k = 0; k < CLASSES; k++) {
            MASS[k] = StrictMath.pow(10, LOWEST_LOG_MASS + (k + 0.5) * CLASS_WIDTH);
            COLD_RATE[k] = StrictMath.pow(MASS[k], SLOPE);
            sum += COLD_RATE[k];
        }
        for (int k = 0; k < CLASSES; k++) {
            COLD_RATE[k] *= RATE / sum;
        }
    }

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public ParameterSpace space() {
        return SPACE;
    }

    @Override
    public List<String> featureNames() {
        return IntStream.range(0, BINS).mapToObj(i -> "density" + i).toList();
    }

    @Override
    public List<String> latentNames() {
        List<String> names = new ArrayList<>();
        for (int k = 0; k < CLASSES; k++) {
            names.add("n" + k);
        }
        names.add("time");
        return List.copyOf(names);
    }

    /** Return the expected encounters of a class of mass. */
    static double encounters(int k, double[] theta) {
        return theta[1] * COLD_RATE[k] * StrictMath.exp(logSuppression(k, suppressedBelow(theta[0])));
    }

    /** Return the mass \(2.7 M_{\rm hm}\) at which about half of the subhaloes are missing. */
    static double suppressedBelow(double psi) {
        return GAMMA * HALF_MODE_AT_3_KEV * StrictMath.pow(3 * psi, HALF_MODE_POWER);
    }

    /** \(\log s_k(\psi)\). */
    static double logSuppression(int k, double suppressedBelow) {
        return -BETA * StrictMath.log1p(suppressedBelow / MASS[k]);
    }

    /** \(\partial\log s_k/\partial\psi\), 0 at ψ = 0. */
    private static double suppressionSlope(int k, double psi, double suppressedBelow) {
        double ratio = suppressedBelow / MASS[k];
        return psi == 0 ? 0 : -BETA * HALF_MODE_POWER * ratio / (psi * (1 + ratio));
    }

    @Override
    public void draw(double[] theta, UniformRandomProvider random, double[] x, double[] z) {
        Arrays.fill(x, 1);
        z[CLASSES] = 0;
        for (int k = 0; k < CLASSES; k++) {
            int count = Draws.poisson(random, encounters(k, theta));
            z[k] = count;
            for (int i = 0; i < count; i++) {
                z[CLASSES] += encounter(MASS[k] / PIVOT_MASS, theta[1], random, x);
            }
        }
        for (int j = 0; j < BINS; j++) {
            x[j] = Draws.poisson(random, STARS * x[j]) / STARS;
        }
    }

    /** Dig one gap into the density and return how long ago that was. */
    private static double encounter(double mass, double age, UniformRandomProvider random, double[] density) {
        double time = age / 6 * (Draws.exponential(random) + Draws.exponential(random) + Draws.exponential(random));
        double strength = StrictMath.exp(SCATTER * Draws.gaussian(random)) * time / PIVOT_AGE * Math.sqrt(mass);
        double place = BINS * Draws.open(random);
        double own = WIDTH * StrictMath.cbrt(mass) * Math.sqrt(1 + strength);
        double variance = own * own + BIN_VARIANCE;
        double depth = strength / (1 + strength) * own / Math.sqrt(variance);
        for (int j = 0; j < BINS; j++) {
            double distance = j + 0.5 - place;
            density[j] *= 1 - depth * StrictMath.exp(-0.5 * distance * distance / variance);
        }
        return time;
    }

    @Override
    public double logDensity(double[] x, double[] z, double[] theta) {
        double log = -6 * z[CLASSES] / theta[1];
        double count = 0;
        double below = suppressedBelow(theta[0]);
        for (int k = 0; k < CLASSES; k++) {
            double suppression = logSuppression(k, below);
            log += z[k] * suppression - theta[1] * COLD_RATE[k] * StrictMath.exp(suppression);
            count += z[k];
        }
        return log - 2 * count * StrictMath.log(theta[1]);
    }

    @Override
    public void score(double[] x, double[] z, double[] theta, double[] score) {
        double age = theta[1];
        double below = suppressedBelow(theta[0]);
        score[0] = 0;
        score[1] = 6 * z[CLASSES] / (age * age);
        for (int k = 0; k < CLASSES; k++) {
            double expected = age * COLD_RATE[k] * StrictMath.exp(logSuppression(k, below));
            score[0] += (z[k] - expected) * suppressionSlope(k, theta[0], below);
            score[1] -= (2 * z[k] + expected) / age;
        }
    }
}
