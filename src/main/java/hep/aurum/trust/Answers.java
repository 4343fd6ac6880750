package hep.aurum.trust;

import hep.aurum.base.BadModel;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.likelihood.joint.EventData;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Hold what a ratio says of some events at one point.
 *
 * @param logRatios {@code [n]}
 * @param weights of the events, {@code [n]}, with mean one
 */
record Answers(double[] logRatios, double[] weights) {

    /**
     * Ask a ratio.
     *
     * @throws BadModel if an answer is not a number
     */
    static Answers of(RatioEstimator ratio, EventData data, double[] theta) {
        double[] logRatios = new double[data.weights().length];
        ratio.logRatios(data.events(), theta, logRatios, 1);
        for (double value : logRatios) {
            if (Double.isNaN(value)) {
                throw new BadModel(
                        "the ratio is not a number for some events",
                        "",
                        "train again; look at the training curve first");
            }
        }
        double mean = Arrays.stream(data.weights()).sum() / logRatios.length;
        double[] weights =
                Arrays.stream(data.weights()).map(w -> w / mean).toArray();
        return new Answers(logRatios, weights);
    }

    int size() {
        return weights.length;
    }

    /** Return the answers for the first events. */
    Answers first(int count) {
        return count == size() ? this : new Answers(Arrays.copyOf(logRatios, count), Arrays.copyOf(weights, count));
    }

    /** Return a function of \(\hat s = 1/(1+\hat r)\), event by event. */
    double[] ofOutput(DoubleUnaryOperator function) {
        return map(logRatio -> function.applyAsDouble(output(logRatio)));
    }

    /** Return a function of \(\log\hat r\), event by event. */
    double[] map(DoubleUnaryOperator function) {
        double[] values = new double[logRatios.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = function.applyAsDouble(logRatios[i]);
        }
        return values;
    }

    /** Return the mean of a function of \(\log\hat r\). */
    double mean(DoubleUnaryOperator function) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < logRatios.length; i++) {
            sum += weights[i] * function.applyAsDouble(logRatios[i]);
            total += weights[i];
        }
        return sum / total;
    }

    /** Return \(\hat s = 1/(1+\hat r)\), the probability that an event of ½ s + ½ θ is from s. */
    static double output(double logRatio) {
        return 1 / (1 + StrictMath.exp(logRatio));
    }
}
