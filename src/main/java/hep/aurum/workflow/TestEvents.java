package hep.aurum.workflow;

import hep.aurum.likelihood.binned.Binning;
import hep.aurum.param.ParameterPoint;
import hep.aurum.sample.EventSample;
import hep.aurum.workflow.study.Study;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Hold the simulated events of a test of a rate, with their expected numbers where the rate is 1. */
final class TestEvents {

    private final Study.Discovery discovery;
    private final EventSample sample;
    private final boolean[] isSignal;
    private final double[] weights;
    private final double[] withSignal;
    private final double[] withoutSignal;

    private TestEvents(Study study, EventSample sample) {
        this.discovery = study.discovery().orElseThrow();
        this.sample = sample;
        this.withSignal = discovery.at().toArray();
        withSignal[discovery.poi()] = 1;
        this.withoutSignal = withSignal.clone();
        withoutSignal[discovery.poi()] = 0;
        this.weights = new double[sample.size()];
        this.isSignal = new boolean[sample.processes().size()];
        double[] monomials = sample.basis().values(ParameterPoint.of(withSignal));
        double[] absent = sample.basis().values(ParameterPoint.of(withoutSignal));
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1000 * study.luminosity() * sample.weight(i, monomials);
            isSignal[sample.process(i)] |= sample.weight(i, absent) != sample.weight(i, monomials);
        }
    }

    /** Take events of a study that has a test of a rate. */
    static TestEvents of(Study study, EventSample events) {
        return new TestEvents(
                study,
                GenerationPoints.of(study)
                        .at(events, study.discovery().orElseThrow().at()));
    }

    /** Return the events at the point of the test. */
    EventSample sample() {
        return sample;
    }

    /** Return how many events each row stands for; not copied. */
    double[] weights() {
        return weights;
    }

    /** Return whether the tested rate multiplies a process. */
    boolean isSignal(int process) {
        return isSignal[process];
    }

    /** Return the point of the test with the rate 1. */
    ParameterPoint withSignal() {
        return ParameterPoint.of(withSignal);
    }

    /** Return the rows of signal, or those of background. */
    int[] rows(boolean signal) {
        return IntStream.range(0, sample.size())
                .filter(i -> isSignal[sample.process(i)] == signal)
                .toArray();
    }

    /** Return the values of a feature or spectator. */
    static double[] column(EventSample sample, int column) {
        return IntStream.range(0, sample.size())
                .mapToDouble(i -> sample.feature(i, column))
                .toArray();
    }

    /** Weights with as much signal as background: their quantiles resolve where the two differ. */
    double[] balanced() {
        double signal = 0;
        double background = 0;
        for (int i = 0; i < weights.length; i++) {
            signal += isSignal[sample.process(i)] ? weights[i] : 0;
            background += isSignal[sample.process(i)] ? 0 : weights[i];
        }
        double[] balanced = weights.clone();
        for (int i = 0; i < balanced.length; i++) {
            balanced[i] /= isSignal[sample.process(i)] ? signal : background;
        }
        return balanced;
    }

    /** Return \(\log\hat r\) between the rates 1 and 0. */
    double[] statistic(LearnedEvents events) {
        double[] statistic = new double[events.size()];
        double[] absent = new double[events.size()];
        events.values(withSignal, statistic);
        events.values(withoutSignal, absent);
        for (int i = 0; i < statistic.length; i++) {
            statistic[i] -= absent[i];
        }
        return statistic;
    }

    /**
     * Merge bins until each has enough independent background events: rows of one generator event in one bin are one event,
     * so the threshold on rows is raised until the coherent count suffices.
     */
    Binning withEnoughBackground(Binning fine, double[] values) {
        int[] rows = rows(false);
        double[] backgroundValues =
                Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
        double[] backgroundWeights =
                Arrays.stream(rows).mapToDouble(i -> weights[i]).toArray();
        double threshold = discovery.minEvents();
        Binning merged = fine.mergedUntil(backgroundValues, backgroundWeights, threshold);
        while (merged.bins() > 1 && smallestEffective(merged, values) < discovery.minEvents()) {
            threshold *= 1.3;
            merged = fine.mergedUntil(backgroundValues, backgroundWeights, threshold);
        }
        return merged;
    }

    private double smallestEffective(Binning binning, double[] values) {
        CoherentCounts counts = CoherentCounts.of(sample, rows(false), values, weights, binning);
        double smallest = Double.POSITIVE_INFINITY;
        for (int b = 0; b < binning.bins(); b++) {
            smallest = Math.min(smallest, counts.effective(b));
        }
        return smallest;
    }
}
