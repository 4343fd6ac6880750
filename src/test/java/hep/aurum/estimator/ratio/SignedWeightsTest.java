package hep.aurum.estimator.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.NotSupported;
import hep.aurum.base.Progress;
import hep.aurum.estimator.EnsembleRatio;
import hep.aurum.estimator.NetworkRatio;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.math.array.ArrayTable;
import hep.aurum.math.random.Draws;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.ParameterSpace;
import hep.aurum.sample.EventSample;
import hep.aurum.sample.LabelledSample;
import hep.aurum.simulator.toy.SignedPair;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Learn the ratio of two laws without parameters, one of which comes as events with weights of both signs. */
class SignedWeightsTest {

    private static final RandomStreams STREAMS = RandomStreams.of(51);

    private static final double[] NO_POINT = {};

    private static final RatioTrainer CARL = RatioTrainer.withDefaults()
            .withLoss(new CarlLoss())
            .with(o -> o.withHidden(List.of(10))
                    .withLearningRate(5e-3)
                    .withBatch(1000)
                    .withEpochs(20)
                    .withPatience(20)
                    .withThreads(2));

    /** Return the mean of a function under q, the normal law, by the trapezoidal rule up to eight deviations. */
    private static double meanUnderDenominator(DoubleUnaryOperator function) {
        double sum = 0;
        double weights = 0;
        for (int i = -1600; i <= 1600; i++) {
            double x = i / 200.0;
            double weight = Math.exp(-x * x / 2);
            sum += weight * function.applyAsDouble(x);
            weights += weight;
        }
        return sum / weights;
    }

    private static double truth(double x) {
        return Math.log(1.5 - Math.exp(-1.5 * x * x));
    }

    private static double crossEntropy(DoubleUnaryOperator logRatio) {
        return meanUnderDenominator(x -> {
            double f = logRatio.applyAsDouble(x);
            return 0.5 * (Math.exp(truth(x)) * Math.log1p(Math.exp(-f)) + Math.log1p(Math.exp(f)));
        });
    }

    /** The figures of the pair in closed form, to half a unit of their last digit. */
    @Test
    void pairHasItsKnownFigures() {
        assertThat(meanUnderDenominator(x -> truth(x) * truth(x))).isCloseTo(.154087, within(5e-7));
        assertThat(crossEntropy(SignedWeightsTest::truth)).isCloseTo(.676222, within(5e-7));
        assertThat(SignedPair.logRatio(0.7)).isCloseTo(truth(0.7), within(1e-15));
    }

    @Tag("slow")
    @Test
    void carlLearnsTheRatioInSpiteOfNegativeWeights() {
        RatioEstimator learned = CARL.train(
                        sample(200_000, STREAMS.part("training")),
                        sample(50_000, STREAMS.part("validation")),
                        STREAMS,
                        Progress.NONE)
                .estimator();
        DoubleUnaryOperator logRatio = x -> learned.logRatio(new double[] {x}, NO_POINT);

        double error = meanUnderDenominator(x -> Math.pow(logRatio.applyAsDouble(x) - truth(x), 2));

        assertThat(error).isLessThanOrEqualTo(.005);
        assertThat(crossEntropy(logRatio)).isCloseTo(.676222, within(.002));
    }

    @Test
    void batchesWithoutParametersHaveOnePoint() {
        EnsembleRatio learned = (EnsembleRatio)
                train(CARL.with(o -> o.withMembers(2).withEpochs(1))).estimator();
        double[] events = {-1, 0, 0.5};
        double[] batch = new double[3];
        double[] again = new double[3];
        double[] single = new double[3];

        learned.logRatios(events, NO_POINT, batch, 2);
        learned.logRatiosAndScores(events, NO_POINT, again, new double[0], 1);

        assertThat(learned.space().size()).isZero();
        for (int i = 0; i < 3; i++) {
            single[i] = learned.logRatio(new double[] {events[i]}, NO_POINT);
            assertThat(learned.logRatioAndScore(new double[] {events[i]}, NO_POINT, new double[0]))
                    .isEqualTo(single[i]);
        }
        assertThat(batch).isEqualTo(single).isEqualTo(again);
        assertThatThrownBy(() -> learned.logRatios(events, new double[1], batch, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("thetas has 1 entries");
        assertThatThrownBy(() -> learned.logRatios(events, NO_POINT, new double[2], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("logRatios");
    }

    /** There is no score to regress, and no point to pair. */
    @Test
    void withoutParametersScoreTermsVanishAndPairsAreRefused() {
        RatioTrainer quick = CARL.with(o -> o.withEpochs(1));

        float[] carl = weights(train(quick));
        float[] cascal = weights(train(quick.withLoss(new CascalLoss())));

        assertThat(cascal).isEqualTo(carl);
        LabelledSample sample = sample(100, STREAMS.part("small"));
        assertThatThrownBy(() -> quick.withParameterisation(Parameterisation.DOUBLE)
                        .train(
                                sample.withTheta1(sample.theta0()),
                                sample.withTheta1(sample.theta0()),
                                STREAMS,
                                Progress.NONE))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("without parameters");
    }

    /**
     * Weights \(e^{x/2-1/8}\) make of the normal law the one around ½: log r = x/2 − 1/8, whose mean square is .265625.
     */
    @ParameterizedTest
    @CsvSource({"WEIGHTED, SINGLE", "WEIGHTED, MORPHING", "FIXED_PAIRS, SINGLE"})
    void weightedEventsWithoutParametersAreReweighted(LabelForm form, Parameterisation parameterisation) {
        RatioEstimator learned = RatioTrainer.withDefaults()
                .with(o -> o.withHidden(List.of(10)).withLearningRate(5e-3).withEpochs(10))
                .withLabels(form)
                .withParameterisation(parameterisation)
                .train(shifted(4000, "training"), shifted(1000, "validation"), STREAMS, Progress.NONE)
                .estimator();

        double error =
                meanUnderDenominator(x -> Math.pow(learned.logRatio(new double[] {x}, NO_POINT) - (x / 2 - 0.125), 2));

        assertThat(error).isLessThan(0.1 * .265625);
        double[] batch = new double[1];
        learned.logRatios(new double[] {0.4}, NO_POINT, batch, 1);
        assertThat(batch[0]).isEqualTo(learned.logRatio(new double[] {0.4}, NO_POINT));
    }

    private static EventSample shifted(int n, String purpose) {
        UniformRandomProvider random = STREAMS.stream(purpose, 0);
        double[] x = new double[n];
        double[] c = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = Draws.gaussian(random);
            c[i] = Math.exp(x[i] / 2 - 0.125) / n;
        }
        return new EventSample(
                ParameterSpace.of(),
                List.of("x"),
                List.of("signal"),
                MonomialBasis.complete(0, 0),
                x,
                c,
                new int[n],
                IntStream.range(0, n).asLongStream().toArray());
    }

    private static float[] weights(TrainingResult result) {
        return ((NetworkRatio) result.estimator()).weights().parameters();
    }

    private static TrainingResult train(RatioTrainer trainer) {
        return trainer.train(
                sample(2000, STREAMS.part("training")),
                sample(500, STREAMS.part("validation")),
                STREAMS,
                Progress.NONE);
    }

    private static LabelledSample sample(int events, RandomStreams streams) {
        double[] x = new double[events];
        double[] y = new double[events];
        double[] weight = new double[events];
        for (int i = 0; i < events; i++) {
            UniformRandomProvider random = streams.stream("signed", i);
            SignedPair.Weighted event = i % 2 == 0 ? SignedPair.numerator(random) : SignedPair.denominator(random);
            x[i] = event.x();
            weight[i] = event.weight();
            y[i] = i % 2;
        }
        return LabelledSample.ofTwoLaws(List.of("x"), ArrayTable.of(x, 1), ArrayTable.of(y, 1))
                .withWeight(ArrayTable.of(weight, 1));
    }
}
