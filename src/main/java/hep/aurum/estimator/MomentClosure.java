package hep.aurum.estimator;

import hep.aurum.base.Check;
import java.util.ArrayList;
import java.util.List;

/**
 * Hold a moment of a feature that a ratio predicts at some point against that of a sample simulated there.
 *
 * <p>\[ \frac{\sum_i w_i\,\hat r(x_i|\theta)\,f(x_i)}{\sum_i w_i\,\hat r(x_i|\theta)} \approx \frac{\sum_l v_l\,f(x_l)}{\sum_l
 * v_l} \]
 *
 * <p>with i over events of the reference law and l over those of the sample. For each feature f is its value, and its squared
 * distance from the sample's mean. A ratio that is right passes; one that is wrong may have right moments. At ν = ±1 of a {@link
 * VariedRatio} this examines the classifiers, elsewhere the exponential form.
 *
 * @param what the feature and the moment
 * @param predicted by the ratio
 * @param found in the sample
 * @param error the Monte Carlo standard deviation of the difference
 */
public record MomentClosure(String what, double predicted, double found, double error) {

    /** Return the difference in units of its error. */
    public double pull() {
        return (predicted - found) / error;
    }

    /**
     * Compare mean and spread of every feature.
     *
     * @param point where the sample was simulated
     * @param reference events of the law that the ratio is to, {@code [n*d]} by rows; not those that trained it
     * @param weights of these, {@code [n]}
     * @param sample events simulated at the point, {@code [l*d]} by rows
     * @param sampleWeights of these, {@code [l]}
     * @param threads how many threads may work; the result does not depend on it
     */
    public static List<MomentClosure> of(
            RatioEstimator ratio,
            double[] point,
            double[] reference,
            double[] weights,
            double[] sample,
            double[] sampleWeights,
            int threads) {
        int d = ratio.featureNames().size();
        Check.length("reference", reference.length, weights.length * d);
        Check.length("sample", sample.length, sampleWeights.length * d);
        double[] at = new double[weights.length];
        ratio.logRatios(reference, point, at, threads);
        for (int i = 0; i < at.length; i++) {
            at[i] = weights[i] * StrictMath.exp(at[i]);
        }
        List<MomentClosure> closures = new ArrayList<>();
        for (int j = 0; j < d; j++) {
            String name = ratio.featureNames().get(j);
            Moment mean = Moment.of(sample, sampleWeights, d, j, 1, 0);
            closures.add(of("mean of " + name, Moment.of(reference, at, d, j, 1, 0), mean));
            double centre = mean.value();
            closures.add(of(
                    "squared spread of " + name,
                    Moment.of(reference, at, d, j, 2, centre),
                    Moment.of(sample, sampleWeights, d, j, 2, centre)));
        }
        return closures;
    }

    private static MomentClosure of(String what, Moment predicted, Moment found) {
        return new MomentClosure(
                what, predicted.value(), found.value(), Math.sqrt(predicted.variance() + found.variance()));
    }

    /** A weighted mean of a power of a feature's distance from a centre. */
    private record Moment(double value, double variance) {

        static Moment of(double[] events, double[] weights, int d, int feature, int power, double centre) {
            double sum = 0;
            double total = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * power(events[i * d + feature] - centre, power);
                total += weights[i];
            }
            double mean = sum / total;
            double squares = 0;
            for (int i = 0; i < weights.length; i++) {
                double miss = weights[i] * (power(events[i * d + feature] - centre, power) - mean);
                squares += miss * miss;
            }
            return new Moment(mean, squares / (total * total));
        }

        private static double power(double distance, int power) {
            return power == 1 ? distance : distance * distance;
        }
    }
}
