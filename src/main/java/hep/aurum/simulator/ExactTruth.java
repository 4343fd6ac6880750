package hep.aurum.simulator;

/**
 * Give the likelihood of what a detector sees in closed form, for calibration plots and benchmarks.
 *
 * <p>Shapes: {@code x [d]}, {@code theta [k]}. Safe for any number of threads.
 */
public interface ExactTruth {

    /** Return \(\log p(x|\theta)\), normalised. */
    double logDensity(double[] x, double[] theta);

    /** Return \(\log r(x|\theta_0,\theta_1) = \log p(x|\theta_0) - \log p(x|\theta_1)\). */
    default double logRatio(double[] x, double[] theta0, double[] theta1) {
        return logDensity(x, theta0) - logDensity(x, theta1);
    }

    /**
     * Compute the score \(\nabla_\theta\log p(x|\theta)\).
     *
     * @param score {@code [k]}, overwritten
     */
    void score(double[] x, double[] theta, double[] score);

    /** Return the cross-section \(\sigma(\theta)\) in pb. */
    double crossSection(double[] theta);
}
