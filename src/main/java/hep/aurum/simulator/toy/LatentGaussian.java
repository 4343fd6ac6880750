package hep.aurum.simulator.toy;

import hep.aurum.math.random.Draws;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.ExactTruth;
import hep.aurum.simulator.SolvedSimulator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Simulate four latents whose means and widths depend on two parameters, seen as ten noisy mixtures.
 *
 * <p>\[ \mu(\theta) = \bigl(\theta_1, \theta_2, \theta_1\theta_2, \tfrac12(\theta_1^2-\theta_2^2)\bigr),\quad
 * \sigma(\theta) = \exp\tfrac14\bigl(0, \theta_1, \theta_2, \tfrac12(\theta_1+\theta_2)\bigr), \]
 *
 * <p>\[ z\sim N(\mu,\mathrm{diag}\,\sigma^2),\quad x = Az+e,\ e\sim N(0,1_{10}),\qquad p(x|\theta) = N(A\mu,\
 * A\,\mathrm{diag}(\sigma^2)A^T + 1). \]
 *
 * <p>A is a fixed matrix. The joint density depends on θ through z alone. Ten observables, two parameters and a ratio that
 * is quadratic in x with coefficients that are not polynomials in θ: a small stand-in for the learning problem of a
 * collider analysis.
 *
 * <p>Immutable.
 */
public final class LatentGaussian implements SolvedSimulator {

    static final int LATENTS = 4;
    static final int FEATURES = 10;

    private static final double[][] MIXING = {
        {-0.55, -0.56, -0.3, 0.16},
        {-0.85, -0.1, 0.47, 0.36},
        {-0.69, 0.37, 0.02, 0.52},
        {-0.08, 0.35, -0.27, 0.12},
        {0.53, 0.1, 0.36, 0.03},
        {0, 0.88, 0.32, 0.36},
        {0.6, -0.76, 0.31, 0.78},
        {0.04, -0.59, -0.11, 0.34},
        {-0.49, 0.88, -0.18, -0.85},
        {-0.52, -0.29, -0.11, -0.34}
    };

    /** The exponents of σ: \(\log\sigma_i = \sum_k C_{ik}\theta_k\). */
    private static final double[][] WIDENING = {{0, 0}, {0.25, 0}, {0, 0.25}, {0.125, 0.125}};

    private static final ParameterSpace SPACE =
            ParameterSpace.of(new Parameter("theta1", -1, 1, 0), new Parameter("theta2", -1, 1, 0));

    @Override
    public String name() {
        return "latent-gaussian";
    }

    @Override
    public ParameterSpace space() {
        return SPACE;
    }

    @Override
    public List<String> featureNames() {
        return numbered("x", FEATURES);
    }

    @Override
    public List<String> latentNames() {
        return numbered("z", LATENTS);
    }

    private static List<String> numbered(String letter, int size) {
        return IntStream.range(0, size).mapToObj(i -> letter + i).toList();
    }

    /** Return the entry of A that takes a latent into a feature. */
    public static double mixing(int feature, int latent) {
        return MIXING[feature][latent];
    }

    @Override
    public ExactTruth truth() {
        return new LatentGaussianTruth();
    }

    @Override
    public void draw(double[] theta, UniformRandomProvider random, double[] x, double[] z) {
        for (int i = 0; i < LATENTS; i++) {
            z[i] = mean(i, theta) + StrictMath.exp(logWidth(i, theta)) * Draws.gaussian(random);
        }
        for (int r = 0; r < FEATURES; r++) {
            x[r] = Draws.gaussian(random);
            for (int i = 0; i < LATENTS; i++) {
                x[r] += MIXING[r][i] * z[i];
            }
        }
    }

    @Override
    public double logDensity(double[] x, double[] z, double[] theta) {
        double log = 0;
        for (int i = 0; i < LATENTS; i++) {
            double logWidth = logWidth(i, theta);
            double pull = (z[i] - mean(i, theta)) * StrictMath.exp(-logWidth);
            log -= 0.5 * pull * pull + logWidth;
        }
        return log;
    }

    @Override
    public void score(double[] x, double[] z, double[] theta, double[] score) {
        score[0] = 0;
        score[1] = 0;
        for (int i = 0; i < LATENTS; i++) {
            double inverse = StrictMath.exp(-logWidth(i, theta));
            double pull = (z[i] - mean(i, theta)) * inverse;
            for (int k = 0; k < 2; k++) {
                score[k] += pull * inverse * meanSlope(i, k, theta) + (pull * pull - 1) * widening(i, k);
            }
        }
    }

    /** \(\mu_i(\theta)\). */
    static double mean(int i, double[] theta) {
        return switch (i) {
            case 0 -> theta[0];
            case 1 -> theta[1];
            case 2 -> theta[0] * theta[1];
            default -> (theta[0] * theta[0] - theta[1] * theta[1]) / 2;
        };
    }

    /** \(\partial\mu_i/\partial\theta_k\). */
    static double meanSlope(int i, int k, double[] theta) {
        return switch (i) {
            case 0 -> 1 - k;
            case 1 -> k;
            case 2 -> theta[1 - k];
            default -> k == 0 ? theta[0] : -theta[1];
        };
    }

    /** \(\log\sigma_i(\theta)\). */
    static double logWidth(int i, double[] theta) {
        return WIDENING[i][0] * theta[0] + WIDENING[i][1] * theta[1];
    }

    /** \(\partial\log\sigma_i/\partial\theta_k\). */
    static double widening(int i, int k) {
        return WIDENING[i][k];
    }
}
