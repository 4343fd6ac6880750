package hep.aurum.infer.fisher;

import hep.aurum.base.BadModel;
import java.util.List;

/**
 * Accumulate the information of a distribution from the score of its events, learned (SALLY) or exact.
 *
 * <p>For \(t(x) = \nabla\ln p(x|\theta)\) with p normalised, and \(\nu\) expected events,
 *
 * <p>\[ I_{shape} = \nu\,\frac{\sum_i w_i\,t_it_i^T}{\sum_i w_i}, \qquad I_{shape}^{centred} = \nu\,\Bigl[\frac{\sum_i
 * w_i\,t_it_i^T}{\sum_i w_i} - \bar t\,\bar t^T\Bigr]. \]
 *
 * <p>The events must follow \(p(x|\theta)\), by their weights or because they were drawn from it, and must not have
 * trained the estimator. The exact score has mean zero; a learned one nearly so, and {@link #meanScore} over {@link
 * #meanScoreError} tells how nearly. Centring removes what a constant offset would add. The formula takes a score at
 * its word: one that is too steep by a factor gives an information that is too large by its square. {@link
 * HistogramInformation} of the learned score, filled with known gradients, does not.
 *
 * <p>Add {@link PoissonInformation#ofCount} for the rate. Only ratios of weights matter. Negative weights count with
 * their sign. Monte Carlo errors, memory, order and threads: as {@link EventInformation}. Shapes: {@code k} parameters.
 *
 * @see <a href="https://arxiv.org/abs/1907.10621">Brehmer, Kling, Espejo, Cranmer: MadMiner, on the Fisher
 *     information</a>
 */
public final class ScoreInformation {

    private final EventSums sums;

    private ScoreInformation(EventSums sums) {
        this.sums = sums;
    }

    /** Return an accumulator without events. */
    public static ScoreInformation of(List<String> names) {
        return new ScoreInformation(new EventSums(names));
    }

    /**
     * Add one event.
     *
     * @param weight of the event under the law of θ; 1 if it was drawn from it
     * @param score t, {@code [k]}
     */
    public void add(double weight, double[] score) {
        sums.check(weight, score, "score");
        sums.addScore(weight, score);
    }

    /** Add all events of another accumulator of the same parameters. */
    public void addAll(ScoreInformation other) {
        sums.addAll(other.sums);
    }

    /** Return the number of events. */
    public long events() {
        return sums.events();
    }

    /**
     * Return the information of the shape.
     *
     * @param expectedEvents \(\nu\)
     * @throws BadModel if the weights do not sum to a positive number
     */
    public FisherInformation shape(double expectedEvents) {
        return sums.perWeight(expectedEvents, false);
    }

    /**
     * Return the information of the shape after the mean has been taken from the score.
     *
     * @param expectedEvents \(\nu\)
     * @throws BadModel if the weights do not sum to a positive number
     */
    public FisherInformation centredShape(double expectedEvents) {
        return sums.perWeight(expectedEvents, true);
    }

    /**
     * Return the weighted mean of the score, {@code [k]}.
     *
     * @throws BadModel if the weights do not sum to a positive number
     */
    public double[] meanScore() {
        double weight = sums.requirePositiveWeight();
        double[] mean = sums.gradient();
        for (int a = 0; a < mean.length; a++) {
            mean[a] /= weight;
        }
        return mean;
    }

    /**
     * Return the Monte Carlo standard deviation of {@link #meanScore}, {@code [k]}.
     *
     * @throws BadModel if the weights do not sum to a positive number
     */
    public double[] meanScoreError() {
        double[] errors = new double[sums.parameters()];
        for (int a = 0; a < errors.length; a++) {
            errors[a] = Math.sqrt(sums.meanVariance(a));
        }
        return errors;
    }
}
