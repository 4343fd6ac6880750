package hep.aurum.param;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import java.util.Arrays;
import java.util.List;

/**
 * Compare the weights that a morphing predicts at a benchmark with those that the generator computed there, event by event.
 *
 * <p>The benchmark takes no part in the morphing. Feed it with {@link #add} while events stream past, then read
 * {@link #result()}. Not for use by several threads. Memory: one number per event.
 */
public final class MorphingClosure {

    private final Benchmark check;
    private final double[] combination;
    private double[] differences = new double[1024];
    private int events;
    private double predictedSum;
    private double statedSum;

    private MorphingClosure(Benchmark check, double[] combination) {
        this.check = check;
        this.combination = combination;
    }

    /**
     * Prepare the comparison.
     *
     * @param morphing the prediction, in which the benchmark takes no part
     * @param check the benchmark to predict
     */
    public static MorphingClosure of(Morphing morphing, Benchmark check) {
        Check.argument(
                morphing.benchmarks().stream().noneMatch(b -> b.name().equals(check.name())),
                "benchmark %s is part of the morphing that should predict it",
                check.name());
        return new MorphingClosure(check, morphing.morphingWeights(check.point()));
    }

    /** Return the benchmark that is predicted. */
    public Benchmark check() {
        return check;
    }

    /**
     * Take in one event.
     *
     * @param weights {@code [b]} at the morphing's benchmarks
     * @param stated the generator's weight at the check benchmark
     */
    public void add(double[] weights, double stated) {
        double predicted = 0;
        double largest = Math.abs(stated);
        for (int i = 0; i < combination.length; i++) {
            predicted += combination[i] * weights[i];
        }
        if (events == differences.length) {
            differences = Arrays.copyOf(differences, 2 * events);
        }
        double difference = Math.abs(predicted - stated);
        differences[events++] = difference == 0 ? 0 : difference / largest;
        predictedSum += predicted;
        statedSum += stated;
    }

    /**
     * Return the result over the events so far.
     *
     * @throws BadInput if there was none
     */
    public Result result() {
        if (events == 0) {
            throw new BadInput("no event to test the morphing of benchmark " + check.name() + " with", "", "");
        }
        double[] sorted = Arrays.copyOf(differences, events);
        Arrays.sort(sorted);
        double median = 0.5 * (sorted[(events - 1) / 2] + sorted[events / 2]);
        return new Result(check.name(), events, sorted[events - 1], median, predictedSum / events, statedSum / events);
    }

    /** Return the results of several comparisons, in order. */
    public static List<Result> results(List<MorphingClosure> closures) {
        return closures.stream().map(MorphingClosure::result).toList();
    }

    /**
     * Hold the outcome for one benchmark.
     *
     * @param benchmark its name
     * @param events the number of events
     * @param maxRelativeDifference largest |predicted − stated| / |stated|; infinite where a weight of zero was not predicted
     * @param medianRelativeDifference the median of the same
     * @param predictedMean mean of the predicted weights
     * @param statedMean mean of the generator's weights
     */
    public record Result(
            String benchmark,
            int events,
            double maxRelativeDifference,
            double medianRelativeDifference,
            double predictedMean,
            double statedMean) {}
}
