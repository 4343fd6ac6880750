package hep.aurum.trust;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.likelihood.joint.EventData;
import java.util.Arrays;

/**
 * Hold events as a critic sees them: features, the score and the logarithm of the ratio that it judges, and θ.
 *
 * <p>Score and ratio tell nothing that x and θ do not; but faults of a ratio are mostly functions of them, in one step instead of
 * many features'.
 *
 * @param rows {@code [n*columns]}
 * @param weights {@code [n]}, with mean one
 * @param columns numbers in a row
 * @param isReference whether the events are from the reference law
 */
record CriticEvents(double[] rows, double[] weights, int columns, boolean isReference) {

    /** Weights of reference events end here. */
    private static final double LARGEST_RATIO = 10;

    /**
     * Look at events of one law.
     *
     * <p>Reference events are weighted by \(\hat r\,h\) and events at θ by \(h = \min(1, 10/\hat r)\), which is the same law if
     * the ratio is right: no weight exceeds 10, and h is one but where the reference law has hardly any events.
     *
     * @param isReference which law the events are of
     */
    static CriticEvents of(RatioEstimator ratio, EventData data, double[] theta, boolean isReference) {
        Answers answers = Answers.of(ratio, data, theta);
        int n = answers.size();
        int d = ratio.featureNames().size();
        int k = theta.length;
        double[] scores = new double[n * k];
        if (k > 0) {
            ratio.logRatiosAndScores(data.events(), theta, new double[n], scores, 1);
        }
        int columns = d + 2 * k + 1;
        double[] rows = new double[n * columns];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double logRatio = answers.logRatios()[i];
            System.arraycopy(data.events(), i * d, rows, i * columns, d);
            System.arraycopy(scores, i * k, rows, i * columns + d, k);
            System.arraycopy(theta, 0, rows, i * columns + d + k, k);
            rows[(i + 1) * columns - 1] = Math.max(-50, Math.min(50, logRatio));
            double r = StrictMath.exp(logRatio);
            double h = Math.min(1, LARGEST_RATIO / r);
            weights[i] = answers.weights()[i] * (isReference ? Math.min(r, LARGEST_RATIO) : h);
        }
        double mean = Arrays.stream(weights).sum() / n;
        Arrays.setAll(weights, i -> weights[i] / mean);
        return new CriticEvents(rows, weights, columns, isReference);
    }

    int size() {
        return weights.length;
    }
}
