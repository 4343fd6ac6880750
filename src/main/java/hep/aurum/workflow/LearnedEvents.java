package hep.aurum.workflow;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.likelihood.unbinned.EventLogRatio;
import hep.aurum.sample.EventSample;

/** Bind a learned ratio to a list of events. */
final class LearnedEvents implements EventLogRatio {

    private final RatioEstimator ratio;
    private final double[] features;
    private final int size;
    private final int threads;

    private LearnedEvents(RatioEstimator ratio, double[] features, int size, int threads) {
        this.ratio = ratio;
        this.features = features;
        this.size = size;
        this.threads = threads;
    }

    /** Bind all rows of a sample; only its first features, as many as the ratio knows, are looked at. */
    static LearnedEvents of(RatioEstimator ratio, EventSample sample, int threads) {
        int[] rows = new int[sample.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
        }
        return of(ratio, sample, rows, threads);
    }

    /** Bind the given rows of a sample. */
    static LearnedEvents of(RatioEstimator ratio, EventSample sample, int[] rows, int threads) {
        int d = ratio.featureNames().size();
        double[] features = new double[rows.length * d];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < d; j++) {
                features[i * d + j] = sample.feature(rows[i], j);
            }
        }
        return new LearnedEvents(ratio, features, rows.length, threads);
    }

    /** Return the same events with one feature of all of them replaced. */
    LearnedEvents withFeature(int feature, double value) {
        double[] replaced = features.clone();
        int d = ratio.featureNames().size();
        for (int i = 0; i < size; i++) {
            replaced[i * d + feature] = value;
        }
        return new LearnedEvents(ratio, replaced, size, threads);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void values(double[] theta, double[] logRatio) {
        ratio.logRatios(features, theta, logRatio, threads);
    }

    @Override
    public void valuesAndGradients(double[] theta, double[] logRatio, double[] gradient) {
        ratio.logRatiosAndScores(features, theta, logRatio, gradient, threads);
    }

    @Override
    public void table(double[] thetas, int points, double[] logRatios) {
        ratio.logRatios(features, thetas, logRatios, threads);
    }
}
