package hep.aurum.estimator.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.Progress;
import hep.aurum.estimator.EnsembleRatio;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Activation;
import hep.aurum.nn.fit.FitHistory;
import hep.aurum.sample.EventSample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RatioTrainerTest {

    private static final RandomStreams STREAMS = RandomStreams.of(12);

    private static final RatioTrainer SMALL = RatioTrainer.withDefaults()
            .with(o -> o.withHidden(List.of(20, 12)).withBatch(150).withEpochs(2));

    /** The closed form of the fixture is the one of the literature, to its printed digits. */
    @Test
    void toyHasThePublishedRatios() {
        EftToy one = new EftToy(1);
        EftToy two = new EftToy(2);

        assertThat(one.logRatio(new double[] {1}, new double[] {0.3})).isCloseTo(-0.125891, within(5e-7));
        assertThat(one.logRatio(new double[] {5}, new double[] {0.3})).isCloseTo(1.198869, within(5e-7));
        double[] theta = {0.2, -0.1};
        assertThat(two.logRatio(new double[] {1, 1}, theta)).isCloseTo(-0.065385, within(5e-7));
        assertThat(two.logRatio(new double[] {3, 0.5}, theta)).isCloseTo(0.584183, within(5e-7));
        assertThat(two.logRatio(new double[] {0.2, 4}, theta)).isCloseTo(-0.928890, within(5e-7));
    }

    /** A constant log r scores .134; five seeds give .0009 to .0021, and 3.20 to 3.55. */
    @Test
    void ratioAndInformationAreLearnedFromTwentyThousandEvents() {
        TrainingResult result = train(
                new EftToy(1),
                16_000,
                4_000,
                RatioTrainer.withDefaults()
                        .with(o -> o.withHidden(List.of(50, 50))
                                .withLearningRate(3e-3)
                                .withEpochs(25)
                                .withThreads(2)));
        EftToy toy = new EftToy(1);

        assertThat(toy.meanSquaredError(result.estimator(), 100, 100, STREAMS.stream("test", 0)))
                .isLessThan(4e-3);
        assertThat(toy.shapeInformation(result.estimator(), 20_000, STREAMS.stream("information", 0)))
                .isCloseTo(3.362, within(0.1 * 3.362));
        assertThat(result.bestEpoch()).isBetween(1, result.epochs());
        assertThat(result.effectiveSampleSize()).isBetween(6_000.0, 16_000.0);
    }

    /** The bench law with 100 000 events in all. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"1, 1e-3", "2, 2e-3"})
    void benchIsReachedWithDefaults(int parameters, double bound) {
        EftToy toy = new EftToy(parameters);

        TrainingResult result =
                train(toy, 80_000, 20_000, RatioTrainer.withDefaults().with(o -> o.withThreads(2)));

        assertThat(toy.meanSquaredError(result.estimator(), 200, 100, STREAMS.stream("test", 0)))
                .isLessThan(bound);
        if (parameters == 1) {
            assertThat(toy.shapeInformation(result.estimator(), 100_000, STREAMS.stream("information", 0)))
                    .isCloseTo(3.362, within(0.05 * 3.362));
        }
    }

    /** The checksums hold for every Java release, processor and number of threads; a change of the algorithm changes them. */
    @ParameterizedTest
    @CsvSource({"TANH, 2079706021", "SILU, 986065864"})
    void trainedWeightsHaveTheirPinnedChecksum(Activation activation, long expected) {
        assertThat(TrainedChecksum.of(activation, 1)).isEqualTo(expected);
        assertThat(TrainedChecksum.of(activation, 3)).isEqualTo(expected);
    }

    @Test
    void aVirtualMachineWithoutTheVectorModuleGivesTheSameBits() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrainedChecksum.class.getName(),
                        "tanh")
                .redirectErrorStream(true)
                .start();

        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).isEqualTo("2079706021");
    }

    @ParameterizedTest
    @EnumSource(LabelForm.class)
    void bothFormsOfLabelsLearn(LabelForm form) {
        TrainingResult result = train(
                new EftToy(1),
                4000,
                1000,
                RatioTrainer.withDefaults()
                        .with(o -> o.withHidden(List.of(20, 20))
                                .withLearningRate(5e-3)
                                .withEpochs(12))
                        .withLabels(form));

        assertThat(new EftToy(1).meanSquaredError(result.estimator(), 50, 50, STREAMS.stream("test", 0)))
                .isLessThan(0.5 * 0.134);
    }

    @Test
    void membersOfAnEnsembleDifferAndAreAveraged() {
        TrainingResult result = train(new EftToy(1), 1000, 300, SMALL.with(o -> o.withMembers(3)));
        EnsembleRatio ensemble = (EnsembleRatio) result.estimator();
        double[] x = {2};
        double[] theta = {0.2};

        double mean = 0;
        for (RatioEstimator member : ensemble.members()) {
            mean += member.logRatio(x, theta) / 3;
        }

        assertThat(result.members()).hasSize(3);
        assertThat(ensemble.logRatio(x, theta)).isCloseTo(mean, within(1e-15));
        assertThat(ensemble.spread(x, theta)).isPositive();
    }

    @Test
    void stopsEarlyAndRestoresTheBestWeights() {
        TrainingResult result = train(
                new EftToy(1),
                200,
                200,
                SMALL.with(o -> o.withEpochs(60).withPatience(3).withLearningRate(0.02)));

        FitHistory history = result.members().get(0);
        double best = history.validationLoss().stream().min(Double::compare).orElseThrow();
        assertThat(history.validationLoss().get(history.bestEpoch() - 1)).isEqualTo(best);
        assertThat(history.epochs()).isLessThan(60).isEqualTo(history.bestEpoch() + 3);
    }

    @Test
    void samplesOfDifferentStudiesAreRefused() {
        EventSample one = new EftToy(1).draw(10, STREAMS.stream("one", 0));
        EventSample two = new EftToy(2).draw(10, STREAMS.stream("two", 0));

        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> SMALL.train(one, two, STREAMS, Progress.NONE))
                .withMessageContaining("differ");
    }

    private static TrainingResult train(EftToy toy, int n, int validation, RatioTrainer trainer) {
        return trainer.train(
                toy.draw(n, STREAMS.stream("training", 0)),
                toy.draw(validation, STREAMS.stream("validation", 0)),
                STREAMS,
                Progress.NONE);
    }
}
