package hep.aurum.estimator;

import hep.aurum.base.Check;

/**
 * Estimate the score \(t(x|\theta_{\rm ref}) = \nabla_\theta\log p(x|\theta)|_{\theta_{\rm ref}}\) of one event at a fixed
 * reference point: locally the most powerful k numbers that an event holds.
 *
 * <p>Implementations may be called from many threads at once. Shapes: x {@code [d]}, score {@code [k]}, events {@code [n*d]}
 * by rows.
 *
 * @see <a href="https://arxiv.org/abs/1805.12244">Brehmer, Louppe, Pavez, Cranmer: Mining gold, section 3.3</a>
 */
public non-sealed interface ScoreEstimator extends Estimator {

    /** Return the reference point {@code [k]}. */
    double[] reference();

    /**
     * Compute \(\hat t(x|\theta_{\rm ref})\), per unit of each parameter.
     *
     * @param score {@code [k]}, overwritten
     */
    void score(double[] x, double[] score);

    /**
     * Compute the scores of n events.
     *
     * @param events {@code [n*d]} by rows
     * @param scores {@code [n*k]} by rows, overwritten
     * @param threads how many threads may work; the result does not depend on it
     */
    default void scores(double[] events, double[] scores, int threads) {
        int d = featureNames().size();
        int k = space().size();
        Check.argument(events.length % d == 0, "events has %d entries, not a multiple of %d", events.length, d);
        Check.length("scores", scores.length, events.length / d * k);
        double[] x = new double[d];
        double[] score = new double[k];
        for (int i = 0; i < events.length / d; i++) {
            System.arraycopy(events, i * d, x, 0, d);
            score(x, score);
            System.arraycopy(score, 0, scores, i * k, k);
        }
    }
}
