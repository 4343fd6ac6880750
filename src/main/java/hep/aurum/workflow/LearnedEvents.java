package hep.aurum.workflow;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.likelihood.unbinned.EventLogRatio;
import hep.aurum.sample.EventSample;
import java.util.Arrays;

/**
 * Bind a learned ratio to a list of events.
 *
 * <p>A row that occurs more than once, as in pseudo-data from a pool that is smaller than the experiment, is looked at once.
 */
final class LearnedEvents implements EventLogRatio {

    private final RatioEstimator ratio;
    private final double[] features;
    /** For each event its place among those that the features are of. */
    private final int[] places;

    private final int different;
    private final int threads;

    private LearnedEvents(RatioEstimator ratio, double[] features, int[] places, int different, int threads) {
        this.ratio = ratio;
        this.features = features;
        this.places = places;
        this.different = different;
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

    /** Bind events, {@code [n*d]} by rows. */
    static LearnedEvents of(RatioEstimator ratio, double[] features, int threads) {
        int n = features.length / ratio.featureNames().size();
        int[] places = new int[n];
        Arrays.setAll(places, i -> i);
        return new LearnedEvents(ratio, features, places, n, threads);
    }

    /** Bind the given rows of a sample. */
    static LearnedEvents of(RatioEstimator ratio, EventSample sample, int[] rows, int threads) {
        int d = ratio.featureNames().size();
        int[] placeOfRow = new int[sample.size()];
        int[] places = new int[rows.length];
        double[] features = new double[Math.min(rows.length, sample.size()) * d];
        int different = 0;
        for (int i = 0; i < rows.length; i++) {
            if (placeOfRow[rows[i]] == 0) {
                for (int j = 0; j < d; j++) {
                    features[different * d + j] = sample.feature(rows[i], j);
                }
                placeOfRow[rows[i]] = ++different;
            }
            places[i] = placeOfRow[rows[i]] - 1;
        }
        return new LearnedEvents(ratio, Arrays.copyOf(features, different * d), places, different, threads);
    }

    /** Return the same events with one feature of all of them replaced. */
    LearnedEvents withFeature(int feature, double value) {
        double[] replaced = features.clone();
        int d = ratio.featureNames().size();
        for (int i = 0; i < different; i++) {
            replaced[i * d + feature] = value;
        }
        return new LearnedEvents(ratio, replaced, places, different, threads);
    }

    @Override
    public int size() {
        return places.length;
    }

    @Override
    public void values(double[] theta, double[] logRatio) {
        double[] once = new double[different];
        ratio.logRatios(features, theta, once, threads);
        spread(once, 1, logRatio);
    }

    @Override
    public void valuesAndGradients(double[] theta, double[] logRatio, double[] gradient) {
        double[] once = new double[different];
        double[] slopes = new double[different * theta.length];
        ratio.logRatiosAndScores(features, theta, once, slopes, threads);
        spread(once, 1, logRatio);
        spread(slopes, theta.length, gradient);
    }

    @Override
    public void table(double[] thetas, int points, double[] logRatios) {
        double[] once = new double[different * points];
        ratio.logRatios(features, thetas, once, threads);
        spread(once, points, logRatios);
    }

    private void spread(double[] once, int width, double[] all) {
        for (int i = 0; i < places.length; i++) {
            System.arraycopy(once, places[i] * width, all, i * width, width);
        }
    }
}
