package hep.aurum.estimator;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Activation;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One event at a time, as in an event loop of someone else's: microseconds, and nothing for the garbage collector. */
@Tag("slow")
class SingleEventTest {

    private static final int CALLS = 100_000;
    private static final int FEATURES = 8;
    private static final ParameterSpace SPACE =
            ParameterSpace.of(new Parameter("cHW", -1, 1, 0), new Parameter("cHB", -1, 1, 0));

    /** The counter's own reading; one object in each call would be 1.6 MB at least. */
    private static final long NOISE = 4096;

    /** Until the compiler has done its work, the vectors of the kernels are objects; a few rounds are enough. */
    private static final int MAX_ROUNDS = 30;

    /** Do one event. */
    private interface Call {
        double of(double[] x, double[] theta, double[] score);
    }

    static Stream<Map.Entry<String, RatioEstimator>> ratios() {
        NetworkRatio first = network(List.of(100, 100), Activation.TANH, 1);
        MonomialBasis basis = MonomialBasis.complete(2, 4);
        return Stream.of(
                Map.entry("normalised 2x100 tanh", NormalisedRatio.of(first, basis, new double[basis.size()])),
                Map.entry("2x100 tanh", first),
                Map.entry("3x100 tanh", network(List.of(100, 100, 100), Activation.TANH, 1)),
                Map.entry("2x100 silu", network(List.of(100, 100), Activation.SILU, 1)),
                Map.entry(
                        "three of 2x100 tanh",
                        EnsembleRatio.of(IntStream.range(0, 3)
                                .mapToObj(i -> network(List.of(100, 100), Activation.TANH, i))
                                .toList())));
    }

    private static NetworkRatio network(List<Integer> hidden, Activation activation, int seed) {
        NetworkShape shape = NetworkShape.of(FEATURES, 2, hidden, activation);
        double[] mean = new double[FEATURES];
        double[] scale = new double[FEATURES];
        Arrays.fill(scale, 1);
        return NetworkRatio.of(
                SPACE,
                IntStream.range(0, FEATURES).mapToObj(i -> "x" + i).toList(),
                Standardisation.of(mean, scale),
                Standardisation.ofParameters(SPACE),
                NetworkWeights.random(shape, RandomStreams.of(seed).stream("weights", 0)),
                "test");
    }

    @ParameterizedTest
    @MethodSource("ratios")
    void aLogRatioAllocatesNothing(Map.Entry<String, RatioEstimator> ratio, TestReporter reporter) {
        measure(
                ratio.getKey() + ", log ratio",
                reporter,
                (x, theta, score) -> ratio.getValue().logRatio(x, theta));
    }

    @ParameterizedTest
    @MethodSource("ratios")
    void aLogRatioWithItsScoreAllocatesNothing(Map.Entry<String, RatioEstimator> ratio, TestReporter reporter) {
        measure(
                ratio.getKey() + ", with score",
                reporter,
                (x, theta, score) -> ratio.getValue().logRatioAndScore(x, theta, score));
    }

    private static void measure(String what, TestReporter reporter, Call call) {
        double[] x = new double[FEATURES];
        double[] theta = {0.3, -0.2};
        double[] score = new double[2];
        long bytes = Long.MAX_VALUE;
        long nanoseconds = 0;
        for (int round = 0; round < MAX_ROUNDS && bytes > NOISE; round++) {
            long before = allocated();
            long start = System.nanoTime();
            double sum = run(call, x, theta, score);
            nanoseconds = System.nanoTime() - start;
            bytes = allocated() - before;
            assertThat(sum).isFinite();
        }

        reporter.publishEntry(what, nanoseconds / CALLS + " ns an event, " + bytes + " bytes in all");
        assertThat(bytes).isLessThan(NOISE);
    }

    private static double run(Call call, double[] x, double[] theta, double[] score) {
        double sum = 0;
        for (int i = 0; i < CALLS; i++) {
            x[i % FEATURES] = i / (double) CALLS;
            sum += call.of(x, theta, score);
        }
        return sum;
    }

    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
