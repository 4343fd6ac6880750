package hep.aurum.estimator;

import hep.aurum.base.Check;

/**
 * Estimate \(\log r(x|\theta, s) = \log p(x|\theta) - \log p_s(x)\), the log likelihood ratio of one event to a fixed
 * reference law s, with densities of x after selection that integrate to one.
 *
 * <p>The ratio between two points is \(\log r(x|\theta_0, s) - \log r(x|\theta_1, s)\), in which s drops out. Implementations
 * may be called from many threads at once. The batch methods here call the single ones; learned estimators override them.
 *
 * <p>Shapes: x {@code [d]}, theta {@code [k]}, events {@code [n*d]} by rows, thetas {@code [p*k]} by rows. Without parameters,
 * \(k = 0\), the ratio is one of two laws and there is one point, {@code []}.
 */
public non-sealed interface RatioEstimator extends Estimator {

    /** Return \(\log\hat r(x|\theta, s)\). */
    double logRatio(double[] x, double[] theta);

    /**
     * Return \(\log\hat r(x|\theta, s)\) and compute its gradient in θ.
     *
     * @param score {@code [k]}, overwritten with \(\nabla_\theta\log\hat r\) per unit of each parameter
     */
    double logRatioAndScore(double[] x, double[] theta, double[] score);

    /**
     * Compute the log ratio of n events at p points.
     *
     * @param events {@code [n*d]} by rows
     * @param thetas {@code [p*k]} by rows
     * @param logRatios {@code [n*p]} by rows, one row for each event, overwritten
     * @param threads how many threads may work; the result does not depend on it
     */
    default void logRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        int d = featureNames().size();
        int k = space().size();
        int p = points(thetas);
        checkBatch(events, thetas, logRatios);
        double[] x = new double[d];
        double[] theta = new double[k];
        for (int i = 0; i < events.length / d; i++) {
            System.arraycopy(events, i * d, x, 0, d);
            for (int j = 0; j < p; j++) {
                System.arraycopy(thetas, j * k, theta, 0, k);
                logRatios[i * p + j] = logRatio(x, theta);
            }
        }
    }

    /**
     * Compute the log ratio and the score of n events at one point.
     *
     * @param events {@code [n*d]} by rows
     * @param theta {@code [k]}
     * @param logRatios {@code [n]}, overwritten
     * @param scores {@code [n*k]} by rows, overwritten
     * @param threads how many threads may work; the result does not depend on it
     */
    default void logRatiosAndScores(double[] events, double[] theta, double[] logRatios, double[] scores, int threads) {
        int d = featureNames().size();
        int k = space().size();
        checkBatch(events, theta, logRatios);
        Check.length("scores", scores.length, logRatios.length * k);
        double[] x = new double[d];
        double[] score = new double[k];
        for (int i = 0; i < logRatios.length; i++) {
            System.arraycopy(events, i * d, x, 0, d);
            logRatios[i] = logRatioAndScore(x, theta, score);
            System.arraycopy(score, 0, scores, i * k, k);
        }
    }

    /**
     * Check the lengths of a batch.
     *
     * @throws IllegalArgumentException if {@code logRatios} is not one number for each event and point
     */
    default void checkBatch(double[] events, double[] thetas, double[] logRatios) {
        int d = featureNames().size();
        int k = space().size();
        Check.argument(events.length % d == 0, "events has %d entries, not a multiple of %d", events.length, d);
        Check.argument(
                k == 0 ? thetas.length == 0 : thetas.length % k == 0,
                "thetas has %d entries, not a multiple of %d",
                thetas.length,
                k);
        Check.length("logRatios", logRatios.length, events.length / d * points(thetas));
    }

    /** Return the number p of points in a batch; one if there are no parameters. */
    default int points(double[] thetas) {
        int k = space().size();
        return k == 0 ? 1 : thetas.length / k;
    }
}
