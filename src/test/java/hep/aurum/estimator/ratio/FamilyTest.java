package hep.aurum.estimator.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.Progress;
import hep.aurum.estimator.MorphedRatio;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Backend;
import hep.aurum.param.ParameterSpace;
import hep.aurum.sample.EventSample;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Train every loss in every form of labels and every parameterisation on the exact effective-theory toy. */
class FamilyTest {

    private static final RandomStreams STREAMS = RandomStreams.of(41);

    private static final RatioTrainer SMALL = RatioTrainer.withDefaults()
            .with(o -> o.withHidden(List.of(20, 20))
                    .withLearningRate(5e-3)
                    .withEpochs(12)
                    .withThreads(2));

    /** The mean square of the true log ratio between θ and 0 in one parameter. */
    private static final double TRIVIAL = 0.134;

    static Stream<Arguments> family() {
        return Stream.of("carl", "rolr", "cascal", "rascal", "alice", "alices")
                .flatMap(loss -> Stream.of(
                        Arguments.of(loss, LabelForm.WEIGHTED, Parameterisation.SINGLE),
                        Arguments.of(loss, LabelForm.WEIGHTED, Parameterisation.DOUBLE),
                        Arguments.of(loss, LabelForm.WEIGHTED, Parameterisation.MORPHING),
                        Arguments.of(loss, LabelForm.FIXED_PAIRS, Parameterisation.SINGLE),
                        Arguments.of(loss, LabelForm.FIXED_PAIRS, Parameterisation.MORPHING)));
    }

    /**
     * Of fixed pairs of 6000 events the polynomial's cross-entropies leave up to .12 of the trivial .134, and of 16 000 at most .022
     * over five seeds; the other combinations need no more than 6000 events, over which they leave at most .047.
     */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("family")
    void everyMemberOfTheFamilyLearns(String loss, LabelForm form, Parameterisation parameterisation) {
        EftToy toy = new EftToy(1);
        RatioTrainer trainer =
                SMALL.withLoss(RatioLoss.named(loss)).withLabels(form).withParameterisation(parameterisation);

        boolean hard = form == LabelForm.FIXED_PAIRS && parameterisation == Parameterisation.MORPHING;

        RatioEstimator learned = train(toy, hard ? 16_000 : 6000, trainer).estimator();

        if (parameterisation == Parameterisation.DOUBLE) {
            double[] errors = pairErrors(toy, learned);
            assertThat(errors[0]).isLessThan(0.5 * errors[1]);
        } else {
            assertThat(toy.meanSquaredError(learned, 50, 50, STREAMS.stream("test", 0)))
                    .isLessThan(0.5 * TRIVIAL);
        }
    }

    /** The reference of fixed pairs is one law: there are no pairs of points. */
    @Test
    void fixedPairsHaveNoSecondPoint() {
        RatioTrainer trainer = SMALL.withLabels(LabelForm.FIXED_PAIRS).withParameterisation(Parameterisation.DOUBLE);

        assertThatThrownBy(() -> train(new EftToy(1), 100, trainer))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("theta1");
    }

    @Test
    void doubleRatiosAreOneAtEqualPointsAndObeyTheCocycle() {
        RatioEstimator learned = train(
                        new EftToy(2),
                        500,
                        SMALL.with(o -> o.withEpochs(1)).withParameterisation(Parameterisation.DOUBLE))
                .estimator();
        double[] x = {1.2, 0.3};
        double a = learned.logRatio(x, new double[] {0.1, -0.2});
        double b = learned.logRatio(x, new double[] {-0.3, 0});
        double c = learned.logRatio(x, new double[] {0.25, 0.3});

        assertThat(learned.logRatio(x, new double[] {0.1, -0.2}) - a).isZero();
        assertThat(a).isNotEqualTo(b);
        // Exact: values are of single precision, differences of double.
        assertThat((a - b) + (b - c)).isEqualTo(a - c);
    }

    @Test
    void thirdDifferencesOfAMorphedRatioVanish() {
        EftToy toy = new EftToy(1);
        EventSample events = toy.draw(2000, STREAMS.stream("training", 0));
        MorphedRatio learned = (MorphedRatio) train(toy, 2000, SMALL.withParameterisation(Parameterisation.MORPHING))
                .estimator();
        double[] total = events.totalCoefficients();

        for (double x : new double[] {-0.5, 0.3, 1, 2.5, 4}) {
            double[] density = new double[4];
            for (int i = 0; i < 4; i++) {
                double theta = -0.27 + 0.18 * i;
                double sigma = total[0] + theta * total[1] + theta * theta * total[2];
                double r = Math.exp(learned.logRatio(new double[] {x}, new double[] {theta}));
                assertThat(r).isGreaterThan(0.01);
                density[i] = sigma * r;
            }
            assertThat(density[3] - 3 * density[2] + 3 * density[1] - density[0])
                    .isCloseTo(0, within(1e-13));
            // A single network of x and θ has no reason to: the differences are not small because nothing is learned.
            assertThat(Math.abs(density[3] - 2 * density[2] + density[1])).isGreaterThan(1e-4);
        }
    }

    /**
     * Four seeds give .0012 to .0052 in one parameter, .0021 to .0035 in two; bounds are twice the worst. To say nothing has an
     * error of .134 in one.
     */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"1, 16000, 0.0104", "2, 40000, 0.007"})
    void morphingLearns(int parameters, int events, double bound) {
        EftToy toy = new EftToy(parameters);

        RatioEstimator learned = train(
                        toy, events, SMALL.with(o -> o.withEpochs(20)).withParameterisation(Parameterisation.MORPHING))
                .estimator();

        double error = toy.meanSquaredError(learned, 100, 100, STREAMS.stream("test", 0));
        double trivial = toy.meanSquaredError(new Silent(learned), 100, 100, STREAMS.stream("test", 0));
        assertThat(error).isLessThan(bound).isLessThan(0.25 * trivial);
    }

    @Tag("slow")
    @Test
    void doubleLearnsTheRatioOfAnyTwoPoints() {
        EftToy toy = new EftToy(1);

        RatioEstimator learned = train(
                        toy, 16_000, SMALL.with(o -> o.withEpochs(20)).withParameterisation(Parameterisation.DOUBLE))
                .estimator();

        double[] errors = pairErrors(toy, learned);
        assertThat(errors[0]).isLessThan(0.05 * errors[1]);
    }

    /** Sums of single precision differ in order between the two: 1e-7 a step, some hundred of them. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"SINGLE", "DOUBLE", "MORPHING"})
    void nd4jTrainsTheSameRatioToRounding(Parameterisation parameterisation) {
        EftToy toy = new EftToy(2);
        RatioTrainer trainer = SMALL.withParameterisation(parameterisation)
                .with(o -> o.withEpochs(2).withHidden(List.of(12, 8)));

        RatioEstimator fused = train(toy, 1000, trainer).estimator();
        RatioEstimator nd4j = train(toy, 1000, trainer.with(o -> o.withBackend(Backend.named("nd4j"))))
                .estimator();

        UniformRandomProvider random = STREAMS.stream("points", 0);
        for (int i = 0; i < 100; i++) {
            double[] x = {4 * random.nextDouble(), 4 * random.nextDouble()};
            double[] theta = {0.6 * random.nextDouble() - 0.3, 0.6 * random.nextDouble() - 0.3};
            assertThat(nd4j.logRatio(x, theta)).isCloseTo(fused.logRatio(x, theta), within(1e-4));
        }
    }

    private static TrainingResult train(EftToy toy, int events, RatioTrainer trainer) {
        return trainer.train(
                toy.draw(events, STREAMS.stream("training", 0)),
                toy.draw(events / 4, STREAMS.stream("validation", 0)),
                STREAMS,
                Progress.NONE);
    }

    /** Return the mean squared error of log r(x|θ0,θ1) over uniform pairs and events at θ = 0, and that of saying zero. */
    private static double[] pairErrors(EftToy toy, RatioEstimator learned) {
        UniformRandomProvider random = STREAMS.stream("pairs", 0);
        EventSample events = toy.draw(2500, random);
        double[] x = new double[1];
        double error = 0;
        double trivial = 0;
        for (int i = 0; i < events.size(); i++) {
            events.features(i, x);
            double[] theta0 = {0.6 * random.nextDouble() - 0.3};
            double[] theta1 = {0.6 * random.nextDouble() - 0.3};
            double truth = toy.logRatio(x, theta0) - toy.logRatio(x, theta1);
            double miss = learned.logRatio(x, theta0) - learned.logRatio(x, theta1) - truth;
            error += miss * miss / events.size();
            trivial += truth * truth / events.size();
        }
        return new double[] {error, trivial};
    }

    /** Say nothing, in the space of another estimator. */
    private record Silent(RatioEstimator other) implements RatioEstimator {

        @Override
        public ParameterSpace space() {
            return other.space();
        }

        @Override
        public List<String> featureNames() {
            return other.featureNames();
        }

        @Override
        public String describe() {
            return "nothing";
        }

        @Override
        public double logRatio(double[] x, double[] theta) {
            return 0;
        }

        @Override
        public double logRatioAndScore(double[] x, double[] theta, double[] score) {
            Arrays.fill(score, 0);
            return 0;
        }
    }
}
