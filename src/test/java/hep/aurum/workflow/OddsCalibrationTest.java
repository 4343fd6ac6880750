package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.estimator.CalibratedOdds;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.sample.EventSample;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Of N(1, 1) against N(0, 1) the log odds are x − ½; quantiles stand for events, so that sums are integrals. */
class OddsCalibrationTest {

    private static final int EVENTS = 20_000;
    private static final LawSample FIRST = law(0);
    private static final LawSample SECOND = law(1);

    private static LawSample law(double mean) {
        return law(NormalDistribution.of(mean, 1)::inverseCumulativeProbability);
    }

    private static LawSample law(DoubleUnaryOperator quantile) {
        double[] x = IntStream.range(0, EVENTS)
                .mapToDouble(i -> quantile.applyAsDouble((i + 0.5) / EVENTS))
                .toArray();
        double[] weights = new double[EVENTS];
        Arrays.fill(weights, 1.0 / EVENTS);
        EventSample events = new EventSample(
                ParameterSpace.of(new Parameter("mu", 0, 1, 1)),
                List.of("x"),
                List.of("process"),
                MonomialBasis.complete(1, 0),
                x,
                weights,
                new int[EVENTS],
                IntStream.range(0, EVENTS).asLongStream().toArray());
        return new LawSample(events, weights);
    }

    /** Odds as a network has them: with a part that both ends share. */
    private static RatioEstimator odds(double factor, double offset) {
        return odds(x -> factor * x + offset);
    }

    private static RatioEstimator odds(DoubleUnaryOperator logOdds) {
        return new RatioEstimator() {
            @Override
            public ParameterSpace space() {
                return ParameterSpace.of(new Parameter("fraction", 0, 1, 0.5));
            }

            @Override
            public List<String> featureNames() {
                return List.of("x");
            }

            @Override
            public String describe() {
                return "known odds";
            }

            @Override
            public double logRatio(double[] x, double[] theta) {
                return 0.3 * x[0] + theta[0] * logOdds.applyAsDouble(x[0]);
            }

            @Override
            public double logRatioAndScore(double[] x, double[] theta, double[] score) {
                score[0] = logOdds.applyAsDouble(x[0]);
                return logRatio(x, theta);
            }
        };
    }

    private static OddsCalibration of(RatioEstimator odds) {
        return OddsCalibration.of(odds, FIRST, SECOND, OddsCalibration.EVEN, 1);
    }

    /** The midpoint rule is off by the tails beyond the last quantile. */
    @Test
    void stretchedAndShiftedOddsAreBroughtBack() {
        OddsCalibration calibration = of(odds(1.6, -1.4));

        assertThat(calibration.slope()).isCloseTo(1 / 1.6, within(1e-4));
        assertThat(1.6 * calibration.slope()).isCloseTo(1, within(2e-4));
        assertThat(calibration.shift()).isCloseTo(-0.5 + 1.4 / 1.6, within(2e-4));
    }

    @Test
    void calibratedOddsNeedNoCalibration() {
        OddsCalibration first = of(odds(1.6, -1.4));
        CalibratedOdds calibrated = first.apply(odds(1.6, -1.4));
        RatioEstimator asAnyOther = calibrated;
        OddsCalibration again = of(asAnyOther);

        assertThat(again.slope()).isCloseTo(1, within(1e-9));
        assertThat(again.shift()).isCloseTo(0, within(1e-9));
        assertThat(OddsCalibration.known(calibrated, FIRST, SECOND, OddsCalibration.EVEN, 1))
                .isEqualTo(first);
    }

    /** \(\mathrm E_0[o'/(1+o')] = \mathrm E_1[1/(1+o')]\), whatever the odds. */
    @Test
    void theEvenMixtureIsNormalised() {
        OddsCalibration calibration = of(odds(0.4, 2));
        double below = 0;
        double above = 0;
        for (int i = 0; i < EVENTS; i++) {
            below += share(calibration, FIRST.events().feature(i, 0)) / EVENTS;
            above += (1 - share(calibration, SECOND.events().feature(i, 0))) / EVENTS;
        }

        assertThat(below).isCloseTo(above, within(1e-10));
    }

    private static double share(OddsCalibration calibration, double x) {
        return 1 / (1 + StrictMath.exp(-(calibration.slope() * (0.4 * x + 2) + calibration.shift())));
    }

    /** Log odds with a tail that is too sure of itself, which no slope takes out. */
    private static double crooked(double x) {
        return x - 0.5 + 0.5 * Math.max(0, x - 1);
    }

    /**
     * The expected gain of a signal fraction of a tenth, \(E_1[\ln(1+\epsilon(o'-1))]\), is below that of the right odds if these are
     * normalised over the background; over the even mixture it is above.
     */
    @Test
    void noOddsThatAreNormalisedOverTheBackgroundSurpassTheRightOnes() {
        double right = gain(1, -0.5, x -> x);
        double overBackground = gain(OddsCalibration.RARE);
        double overBoth = gain(OddsCalibration.EVEN);

        assertThat(gain(1e-9)).isBetween(0.9 * right, right);
        // A hundredth of the signal in the mixture costs little of that.
        assertThat(overBackground).isBetween(0.9 * right, 1.03 * right);
        assertThat(overBoth).isGreaterThan(1.05 * right);
    }

    private static double gain(double fraction) {
        RatioEstimator odds = odds(OddsCalibrationTest::crooked);
        OddsCalibration calibration = OddsCalibration.of(odds, FIRST, SECOND, fraction, 1);
        return gain(calibration.slope(), calibration.shift(), OddsCalibrationTest::crooked);
    }

    private static double gain(double slope, double shift, DoubleUnaryOperator logOdds) {
        double share = 0.1;
        double sum = 0;
        for (int i = 0; i < EVENTS; i++) {
            double below = logOdds.applyAsDouble(FIRST.events().feature(i, 0));
            double above = logOdds.applyAsDouble(SECOND.events().feature(i, 0));
            sum += (1 - share) * StrictMath.log1p(share * StrictMath.expm1(slope * below + shift)) / EVENTS;
            sum += share * StrictMath.log1p(share * StrictMath.expm1(slope * above + shift)) / EVENTS;
        }
        return sum;
    }

    /** The mirror image: with the background above, its fraction is nearly 1. */
    @Test
    void theOrderOfTheTwoLawsDoesNotMatter() {
        OddsCalibration up =
                OddsCalibration.of(odds(OddsCalibrationTest::crooked), FIRST, SECOND, OddsCalibration.RARE, 1);
        OddsCalibration down = OddsCalibration.of(odds(x -> -crooked(x)), SECOND, FIRST, 1 - OddsCalibration.RARE, 1);

        assertThat(down.slope()).isCloseTo(up.slope(), within(1e-9));
        assertThat(down.shift()).isCloseTo(-up.shift(), within(1e-9));
        assertThat(down.error()).isCloseTo(up.error(), within(1e-9));
    }

    @Test
    void oddsThatAreTheSameForAllEventsHaveAFactorAlone() {
        OddsCalibration calibration = of(odds(0, 0.7));

        assertThat(calibration.slope()).isEqualTo(1);
        assertThat(calibration.shift()).isCloseTo(-0.7, within(1e-9));
    }

    /** No slope is too large where the laws do not overlap; the numbers stay finite and the mixture normalised. */
    @Test
    void separatedLawsStayFinite() {
        OddsCalibration calibration =
                OddsCalibration.of(odds(1, 0), law(u -> -2 - u), law(u -> 2 + u), OddsCalibration.EVEN, 1);

        assertThat(calibration.slope()).isFinite().isPositive();
        assertThat(calibration.slope() * 2 + calibration.shift()).isPositive();
        assertThat(-calibration.slope() * 2 + calibration.shift()).isNegative();
    }

    /** Far from the best a step of Newton's overshoots; a factor is found from anywhere. */
    @Test
    void oddsThatAreFarOffAreNormalised() {
        for (double offset : new double[] {-60, 40}) {
            OddsCalibration calibration = of(odds(8, offset));

            assertThat(calibration.slope()).isPositive();
            assertThat(calibration.shift()).isFinite();
            double middle = -(calibration.shift() + calibration.slope() * offset) / (8 * calibration.slope());
            // By symmetry the odds are 1 at x = ½, whatever the slope.
            assertThat(middle).isCloseTo(0.5, within(1e-3));
        }
    }
}
