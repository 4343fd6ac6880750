package hep.aurum.nn.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.Progress;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.nn.OptimiserKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkFitTest {

    private static final RandomStreams STREAMS = RandomStreams.of(31);

    private static final double RATE = 1.0 / 64;

    private static final FitOptions PLAIN = FitOptions.withDefaults()
            .withOptimiser(OptimiserKind.SGD)
            .withSchedule(Schedule.CONSTANT)
            .withLearningRate(RATE);

    /**
     * A typical length of 1, then a gradient of 1000: five times the typical length is let through, which then is 1.04; with
     * velocities 1, .9 + 5, .9 · 5.9 + 5.2.
     */
    @Test
    void aGradientMuchLongerThanUsualIsShortened() {
        ScriptedProblem problem = new ScriptedProblem(new double[] {1, 1000, 1000}, new double[0]);

        assertThat(moved(PLAIN.withEpochs(3), problem)).isCloseTo(-RATE * (1 + 5.9 + 10.51), within(1e-6));
    }

    @Test
    void anInfiniteClipLetsEveryGradientThrough() {
        ScriptedProblem problem = new ScriptedProblem(new double[] {1, 1000, 1000}, new double[0]);

        assertThat(moved(PLAIN.withEpochs(3).withClip(Double.POSITIVE_INFINITY), problem))
                .isCloseTo(-RATE * (1 + 1000.9 + 1900.81), within(1e-4));
    }

    @Test
    void theFirstLossThatIsNotBeatenForPatienceEpochsKeepsItsWeights() {
        double[] losses = {5, 4, 3, 3.5, 3, 3.2, -9};
        ScriptedProblem problem = new ScriptedProblem(new double[] {1}, losses);

        FittedNetwork stopped = fit(PLAIN.withEpochs(7).withPatience(3), problem);

        FittedNetwork three = fit(PLAIN.withEpochs(3), new ScriptedProblem(new double[] {1}, new double[0]));
        assertThat(stopped.history().bestEpoch()).isEqualTo(3);
        assertThat(stopped.history().epochs()).isEqualTo(6);
        assertThat(stopped.history().validationLoss()).containsExactly(5.0, 4.0, 3.0, 3.5, 3.0, 3.2);
        assertThat(stopped.weights().parameters()).isEqualTo(three.weights().parameters());
    }

    @Test
    void withoutValidationTheLastWeightsAreKept() {
        FittedNetwork fitted = fit(PLAIN.withEpochs(4), new ScriptedProblem(new double[] {1}, new double[0]));

        assertThat(fitted.history().bestEpoch()).isEqualTo(4);
        assertThat(fitted.history().validationLoss()).isEmpty();
    }

    /** A plateau is two epochs of a patience of six: the rates are 1, 1, 1, 1/5, 1/5, 1/25. */
    @Test
    void theRateDropsOnAPlateau() {
        ScriptedProblem problem = new ScriptedProblem(new double[] {1}, new double[] {5, 6, 6, 6, 6, 4});

        double[] factors = {1, 1, 1, 0.2, 0.2, 0.04};
        double velocity = 0;
        double expected = 0;
        for (double factor : factors) {
            velocity = 0.9 * velocity + 1;
            expected -= RATE * factor * velocity;
        }
        assertThat(moved(PLAIN.withSchedule(Schedule.PLATEAU).withEpochs(6).withPatience(6), problem))
                .isCloseTo(expected, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(OptimiserKind.class)
    void everyOptimiserFindsTheLeastOfAQuadraticLoss(OptimiserKind kind) {
        QuadraticProblem problem = new QuadraticProblem(300, 0.3);

        FittedNetwork fitted = fit(
                FitOptions.withDefaults()
                        .withOptimiser(kind)
                        .withLearningRate(0.03)
                        .withBatch(75)
                        .withEpochs(300)
                        .withPatience(300),
                problem);

        float[] found = fitted.weights().parameters();
        for (int j = 0; j < found.length; j++) {
            assertThat((double) found[j]).as("parameter %d", j).isCloseTo(problem.optimum(j), within(0.01));
        }
    }

    /** With weights w = w' + N on average, the moving average is nearer to the optimum than the last step. */
    @Test
    void averagedWeightsAreNearerToTheOptimum() {
        QuadraticProblem problem = new QuadraticProblem(300, 3);
        FitOptions options = PLAIN.withLearningRate(0.03).withBatch(10).withEpochs(40);

        double last = problem.distance(fit(options, problem).weights());
        double averaged =
                problem.distance(fit(options.withAveraging(5), problem).weights());

        assertThat(averaged).isLessThan(0.5 * last);
    }

    /** Return how far the first parameter is from where it began. */
    private static double moved(FitOptions options, Problem problem) {
        float before = NetworkWeights.random(problem.shape(), STREAMS.part("member 0").stream("weights", 0))
                .parameters()[0];
        return (double) fit(options, problem).weights().parameters()[0] - before;
    }

    private static FittedNetwork fit(FitOptions options, Problem problem) {
        return EnsembleFit.fit(options, (member, streams) -> problem, STREAMS, Progress.NONE)
                .get(0);
    }
}
