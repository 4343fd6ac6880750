package hep.aurum.estimator.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.BadModel;
import hep.aurum.base.NotSupported;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.ScoreEstimator;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.sample.EventSample;
import hep.aurum.sample.MinedEvents;
import hep.aurum.sample.SimulatedEvents;
import hep.aurum.simulator.toy.GaussianToy;
import hep.aurum.simulator.toy.LatentGaussian;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the summary is x itself, as in the Gaussian toy, the ratio of a histogram is that of the cells' probabilities. */
class SummaryRatioTest {

    private static final RandomStreams STREAMS = RandomStreams.of(59);
    private static final GaussianToy TOY = new GaussianToy();
    private static final ExactScore SCORE = new ExactScore(TOY);
    private static final int EVENTS = 100_000;
    private static final int BINS = 20;

    private static final SimulatedEvents AT_ZERO =
            SimulatedEvents.draw(TOY, List.of(new double[] {0}), EVENTS, STREAMS);

    /**
     * A cell of n = 5000 events has an error of \((E[r_{xz}^2]/E[r]^2)^{1/2}/\sqrt n\), where the joint ratio's spread inside a cell is
     * below that of \(e^{1/4}\) overall: at most .017; six errors for 18 cells are a false alarm of 4e-8. The outermost cells
     * at θ = 1 hold few effective events and are left out.
     */
    @Test
    void sallyCountsTheProbabilityOfACell() {
        SummaryRatio ratio = SummaryRatio.sally(SCORE, AT_ZERO, BINS, 1);
        NormalDistribution law = new NormalDistribution(0, Math.sqrt(5));

        for (int b = 1; b < BINS - 1; b++) {
            double low = law.inverseCumulativeProbability((double) b / BINS);
            double high = law.inverseCumulativeProbability((b + 1.0) / BINS);
            double exact =
                    StrictMath.log(BINS * (law.cumulativeProbability(high - 1) - law.cumulativeProbability(low - 1)));

            assertThat(ratio.logRatio(new double[] {(low + high) / 2}, new double[] {1}))
                    .isCloseTo(exact, within(6 * .017));
        }
    }

    /** Scott's bandwidth is .1 spreads here: the kernels' own width bends the ratio by less than .01 in |x| < 4. */
    @Test
    void kernelsFollowTheRatio() {
        SummaryRatio ratio = SummaryRatio.afc(SCORE, AT_ZERO, 1, 1);
        double[] zero = {0};

        for (double x = -4; x <= 4; x += 0.5) {
            double exact = TOY.logRatio(new double[] {x}, new double[] {1}, zero);

            // Each kernel holds at least 2000 events, of relative spread at most .53: six errors of .012.
            assertThat(ratio.logRatio(new double[] {x}, new double[] {1})).isCloseTo(exact, within(.01 + 6 * .012));
        }
    }

    /** The grid's nodes are half a bandwidth apart; to share events out linearly widens kernels by at most \(1/(6\cdot4)\). */
    @Test
    void kernelsOnAGridAreTheSumOverEvents() {
        SimulatedEvents few = AT_ZERO.part(0, 400);
        SummaryRatio ratio = SummaryRatio.afc(SCORE, few, 1, 1);
        double spread = 0;
        double mean = 0;
        for (int i = 0; i < 400; i++) {
            mean += few.feature(i, 0) / 400;
        }
        for (int i = 0; i < 400; i++) {
            spread += (few.feature(i, 0) - mean) * (few.feature(i, 0) - mean) / 400;
        }
        double bandwidth = Math.sqrt(spread) * StrictMath.pow(400, -.2);
        double[] unused = new double[1];

        for (double x = -3; x <= 3; x += 0.25) {
            double numerator = 0;
            double denominator = 0;
            for (int i = 0; i < 400; i++) {
                double u = (few.feature(i, 0) - x) / bandwidth;
                double kernel = StrictMath.exp(-0.5 * u * u);
                numerator += kernel * few.labeller().ratio(i, new double[] {1}, unused);
                denominator += kernel;
            }
            double direct = StrictMath.log((numerator + 1) / (denominator + 1));

            assertThat(ratio.logRatio(new double[] {x}, new double[] {1})).isCloseTo(direct, within(.02));
        }
    }

    @Test
    void polynomialsAreSummedToTheSameRatioAsEvents() {
        EventSample sample = quadratic(500);
        ScoreEstimator score = new FirstFeature(sample.space());
        for (boolean kernels : new boolean[] {false, true}) {
            RatioEstimator fast =
                    kernels ? SummaryRatio.afc(score, sample, 1, 1) : SummaryRatio.sally(score, sample, 8, 1);
            MinedEvents hidden = new Hidden(sample);
            RatioEstimator slow =
                    kernels ? SummaryRatio.afc(score, hidden, 1, 1) : SummaryRatio.sally(score, hidden, 8, 1);
            double[] fastScore = new double[1];
            double[] slowScore = new double[1];
            for (double x = -.5; x < 6; x += 0.37) {
                double[] at = {x};
                for (double theta = -.3; theta <= .3; theta += .15) {
                    double[] point = {theta};

                    assertThat(fast.logRatioAndScore(at, point, fastScore))
                            .isCloseTo(slow.logRatioAndScore(at, point, slowScore), within(1e-11));
                    assertThat(fastScore[0]).isCloseTo(slowScore[0], within(1e-10));
                }
            }
        }
    }

    @Test
    void scoreIsTheRatiosOwnGradient() {
        RatioEstimator ratio = SummaryRatio.afc(new FirstFeature(quadratic(500).space()), quadratic(500), 1, 1);
        double[] score = new double[1];
        double h = 1e-5;
        for (double x = 0; x < 5; x += .5) {
            double[] at = {x};
            ratio.logRatioAndScore(at, new double[] {.1}, score);
            double slope =
                    (ratio.logRatio(at, new double[] {.1 + h}) - ratio.logRatio(at, new double[] {.1 - h})) / (2 * h);

            // The third derivative times h²/6 and the rounding of two logarithms over h.
            assertThat(score[0]).isCloseTo(slope, within(1e-8));
        }
    }

    @Test
    void batchesGiveTheBitsOfSingleEvents() {
        SummaryRatio ratio = SummaryRatio.afc(SCORE, AT_ZERO.part(0, 2000), 1, 1);
        double[] x = {-2, 0, 1, 7};
        double[] thetas = {-1, 2};
        double[] batch = new double[8];

        ratio.logRatios(x, thetas, batch, 2);

        for (int i = 0; i < 8; i++) {
            assertThat(ratio.logRatio(new double[] {x[i / 2]}, new double[] {thetas[i % 2]}))
                    .isEqualTo(batch[i]);
        }
    }

    /** In one parameter the projection is the score up to its sign and unit, and so are the cells. */
    @Test
    void sallinoInOneParameterCountsTheProbabilityOfACell() {
        SallinoRatio ratio = SallinoRatio.of(SCORE, AT_ZERO, BINS, 1);
        NormalDistribution law = new NormalDistribution(0, Math.sqrt(5));
        for (double theta : new double[] {-1, 1}) {
            for (int b = 1; b < BINS - 1; b++) {
                double low = law.inverseCumulativeProbability((double) b / BINS);
                double high = law.inverseCumulativeProbability((b + 1.0) / BINS);
                double exact = StrictMath.log(
                        BINS * (law.cumulativeProbability(high - theta) - law.cumulativeProbability(low - theta)));

                // As for SALLY; edges come from 20 000 events, whose error moves a cell's share in both laws alike.
                assertThat(ratio.logRatio(new double[] {(low + high) / 2}, new double[] {theta}))
                        .isCloseTo(exact, within(6 * .017));
            }
        }
    }

    /**
     * Events of the laws at −2 and 2 count by their ratio to the mixture in both laws: at x = 0 the true log ratio of θ = 1 to 0
     * is −1/10. Were the denominator's events counted once each it would be higher by 4/10, the log of p(0|0) to the mixture's
     * density there. The cell about 0 has 5000 events of relative spread below 1.
     */
    @Test
    void sallinoTakesItsDenominatorAtTheReference() {
        SimulatedEvents mixture =
                SimulatedEvents.draw(TOY, List.of(new double[] {-2}, new double[] {2}), EVENTS, STREAMS);
        SallinoRatio ratio = SallinoRatio.of(SCORE, mixture, BINS, 1);

        assertThat(ratio.logRatio(new double[] {0}, new double[] {1})).isCloseTo(-.1, within(6 / Math.sqrt(5000)));
    }

    @Test
    void sallinoIsExactlyOneAtTheReference() {
        SallinoRatio ratio = SallinoRatio.of(SCORE, AT_ZERO, BINS, 1);

        assertThat(ratio.logRatio(new double[] {3}, new double[] {0})).isZero();
        assertThatExceptionOfType(NotSupported.class)
                .isThrownBy(() -> ratio.logRatioAndScore(new double[] {3}, new double[] {0}, new double[1]))
                .withMessageContaining("no derivative");
    }

    /**
     * Near the reference the score says all: with θ at a third of the square's half width the mean squared error of every ratio
     * is less than a quarter of that of saying nothing. The exact score is used, so only counting errs; over 2000 events the error of
     * the mean squares is below a tenth.
     */
    @Tag("slow")
    @Test
    void nearTheReferenceTheScoreIsSufficient() {
        LatentGaussian simulator = new LatentGaussian();
        double[] zero = new double[2];
        double[] theta = {.3, -.2};
        SimulatedEvents events = SimulatedEvents.draw(simulator, List.of(zero), 40_000, STREAMS);
        SimulatedEvents test = SimulatedEvents.draw(simulator, List.of(zero, theta), 2000, STREAMS.part("test"));
        ExactScore score = new ExactScore(simulator);
        List<RatioEstimator> ratios = List.of(
                SummaryRatio.sally(score, events, 12, 2),
                SummaryRatio.afc(score, events, 1, 2),
                SallinoRatio.of(score, events, 30, 2));

        for (RatioEstimator ratio : ratios) {
            double error = 0;
            double trivial = 0;
            for (int i = 0; i < test.size(); i++) {
                int event = i;
                double[] x = IntStream.range(0, 10)
                        .mapToDouble(j -> test.feature(event, j))
                        .toArray();
                double truth = simulator.truth().logRatio(x, theta, zero);
                double miss = ratio.logRatio(x, theta) - ratio.logRatio(x, zero) - truth;
                error += miss * miss;
                trivial += truth * truth;
            }

            assertThat(error).isLessThan(trivial / 4);
        }
    }

    @Test
    void aNegativeCrossSectionIsRefused() {
        EventSample sample = quadratic(200);
        RatioEstimator ratio = SummaryRatio.sally(new FirstFeature(sample.space()), new Shifted(sample).sample(), 4, 1);

        assertThatExceptionOfType(BadModel.class)
                .isThrownBy(() -> ratio.logRatio(new double[] {1}, new double[] {0.3}))
                .withMessageContaining("cross-section");
    }

    @Test
    void tooManyCellsOrNodesAreRefused() {
        SimulatedEvents none = AT_ZERO.part(0, 0);
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> SummaryRatio.sally(SCORE, none, 4, 1))
                .withMessageContaining("no events");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> SummaryRatio.sally(SCORE, AT_ZERO, 2_000_000, 1))
                .withMessageContaining("cells");
        assertThatExceptionOfType(NotSupported.class)
                .isThrownBy(() -> SummaryRatio.afc(SCORE, AT_ZERO, 1e-6, 1))
                .withMessageContaining("nodes");
    }

    /** Events of weight (1 + θz)², z from 0 to 5, whose feature is z and a little more. */
    private static EventSample quadratic(int n) {
        double[] x = new double[n];
        double[] c = new double[3 * n];
        for (int i = 0; i < n; i++) {
            double z = -StrictMath.log(1 - (i + .5) / n);
            x[i] = z + .3 * StrictMath.sin(17.0 * i);
            c[3 * i] = 1.0 / n;
            c[3 * i + 1] = 2 * z / n;
            c[3 * i + 2] = z * z / n;
        }
        return sample(x, c);
    }

    private static EventSample sample(double[] x, double[] c) {
        return new EventSample(
                ParameterSpace.of(new Parameter("theta", -.3, .3, 0)),
                List.of("x"),
                List.of("signal"),
                MonomialBasis.complete(1, 2),
                x,
                c,
                new int[x.length],
                IntStream.range(0, x.length).asLongStream().toArray());
    }

    /** A sample whose cross-section is negative at .3. */
    private record Shifted(EventSample from) {
        EventSample sample() {
            int n = from.size();
            double[] x = new double[n];
            double[] c = new double[3 * n];
            for (int i = 0; i < n; i++) {
                x[i] = from.feature(i, 0);
                c[3 * i] = 1;
                c[3 * i + 1] = -5;
            }
            return SummaryRatioTest.sample(x, c);
        }
    }

    /** Take the only feature for the score. */
    private record FirstFeature(ParameterSpace space) implements ScoreEstimator {
        @Override
        public List<String> featureNames() {
            return List.of("x");
        }

        @Override
        public String describe() {
            return "x";
        }

        @Override
        public double[] reference() {
            return new double[1];
        }

        @Override
        public void score(double[] x, double[] score) {
            score[0] = x[0];
        }
    }

    /** Hide that weights are polynomials. */
    private record Hidden(EventSample sample) implements MinedEvents {
        @Override
        public ParameterSpace space() {
            return sample.space();
        }

        @Override
        public List<String> featureNames() {
            return sample.featureNames();
        }

        @Override
        public int size() {
            return sample.size();
        }

        @Override
        public double feature(int event, int index) {
            return sample.feature(event, index);
        }

        @Override
        public long origin(int event) {
            return sample.origin(event);
        }

        @Override
        public Labeller labeller() {
            return sample.labeller();
        }
    }
}
