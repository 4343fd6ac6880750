package hep.aurum.estimator.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.NotSupported;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.math.random.Draws;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import hep.aurum.sample.EventSample;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * With x uniform on (−1, 1) and a latent z = ±1, events of weight \((1+\theta x)^2 + 0.8\,\theta z\) have \(\log r(x|\theta) =
 * 2\log(1+\theta x) - \log(1+\theta^2/3)\): z drops out of the mean, and the weights may be negative.
 */
class CalibratedRatioTest {

    private static final ParameterSpace SPACE = ParameterSpace.of(new Parameter("theta", -1, 1, 0));
    private static final List<ParameterPoint> POINTS = DoubleStream.of(0.5, -0.5, 0, 0.25, -0.25)
            .mapToObj(ParameterPoint::of)
            .toList();

    private static CalibratedRatio ratio;

    private static double logR(double x, double theta) {
        return 2 * StrictMath.log(1 + theta * x) - StrictMath.log(1 + theta * theta / 3);
    }

    /** The exact log ratio, stretched and shifted. */
    private static final RatioEstimator WRONG = new RatioEstimator() {
        @Override
        public ParameterSpace space() {
            return SPACE;
        }

        @Override
        public List<String> featureNames() {
            return List.of("x");
        }

        @Override
        public String describe() {
            return "a stretched ratio";
        }

        @Override
        public double logRatio(double[] x, double[] theta) {
            return 1.5 * logR(x[0], theta[0]) + 0.1 + 0.1 * theta[0];
        }

        @Override
        public double logRatioAndScore(double[] x, double[] theta, double[] score) {
            score[0] = 1.5 * (2 * x[0] / (1 + theta[0] * x[0]) - 2 * theta[0] / (3 + theta[0] * theta[0])) + 0.1;
            return logRatio(x, theta);
        }
    };

    private static EventSample sample(int n) {
        MonomialBasis basis = MonomialBasis.complete(1, 2);
        double[] x = new double[n];
        double[] coefficients = new double[3 * n];
        long[] origin = new long[n];
        UniformRandomProvider random = RandomStreams.of(22).stream("events", 0);
        for (int i = 0; i < n; i++) {
            x[i] = 2 * Draws.open(random) - 1;
            double z = random.nextBoolean() ? 1 : -1;
            origin[i] = i;
            double[] powers = {1, 2 * x[i] + 0.8 * z, x[i] * x[i]};
            for (int j = 0; j < 3; j++) {
                // The monomials are told apart by their value at θ = 2: 1, 2, 4.
                int power = (int) Math.round(Math.log(basis.value(j, new double[] {2})) / Math.log(2));
                coefficients[3 * i + j] = powers[power] / n;
            }
        }
        return new EventSample(SPACE, List.of("x"), List.of("signal"), basis, x, coefficients, new int[n], origin);
    }

    @BeforeAll
    static void calibrate() {
        ratio = CalibratedRatio.over(
                WRONG,
                sample(200_000),
                POINTS,
                HistogramCalibration.withDefaults().withBins(40),
                2);
    }

    @Test
    void calibratedPointsGiveTheTruth() {
        for (ParameterPoint point : POINTS) {
            double[] theta = point.toArray();
            for (double x = -0.9; x < 0.95; x += 0.15) {
                double sigma = ratio.uncertainty(new double[] {x}, theta);
                // 65 comparisons at 6.2 standard deviations: 4e-8. A bin is .05 wide in x, where log r bends by at most
                // .001.
                assertThat(ratio.logRatio(new double[] {x}, theta))
                        .isCloseTo(logR(x, theta[0]), within(6.2 * sigma + 0.001));
                assertThat(sigma).isLessThan(0.03);
            }
        }
    }

    @Test
    void pointsBetweenAreInterpolated() {
        for (double theta : new double[] {-0.4, -0.12, 0.1, 0.37}) {
            for (double x = -0.9; x < 0.95; x += 0.15) {
                double sigma = ratio.uncertainty(new double[] {x}, new double[] {theta});
                // Linear interpolation of −½ log r over steps of ¼ misses by h²/8 times |x²/(1+θx)² − ...| <= 4.
                assertThat(ratio.logRatio(new double[] {x}, new double[] {theta}))
                        .isCloseTo(logR(x, theta), within(6.2 * sigma + 0.0625 / 8 * 4));
            }
        }
    }

    @Test
    void functionsOfTheRatioItselfMustNotBeMixed() {
        // Near the reference the base ratio has the range .1 ± .1, that of the calibrated points next to it is wider by
        // far.
        double[] x = {0.9};
        double[] theta = {0.05};

        assertThat(ratio.logRatio(x, theta)).isCloseTo(logR(0.9, 0.05), within(0.01));
        Calibration above = ratio.calibrations().get(3);
        Calibration below = ratio.calibrations().get(2);
        double f = WRONG.logRatio(x, theta);
        double mixed = 0.8 * below.logRatio(f) + 0.2 * above.logRatio(f);
        assertThat(Math.abs(mixed - logR(0.9, 0.05))).isGreaterThan(0.05);
    }

    @Test
    void scoreIsTheGradient() {
        double h = 1e-6;
        double[] score = new double[1];
        for (double theta : new double[] {-0.41, -0.1, 0.1, 0.37}) {
            for (double[] x : new double[][] {{-0.83}, {0.21}, {0.77}}) {
                double value = ratio.logRatioAndScore(x, new double[] {theta}, score);
                double slope =
                        (ratio.logRatio(x, new double[] {theta + h}) - ratio.logRatio(x, new double[] {theta - h}))
                                / (2 * h);

                assertThat(value).isEqualTo(ratio.logRatio(x, new double[] {theta}));
                assertThat(score[0]).isCloseTo(slope, within(1e-7));
            }
        }
    }

    @Test
    void onePointAloneHasTheChainRule() {
        CalibratedRatio one = CalibratedRatio.of(
                WRONG, ratio.points().subList(3, 4), ratio.calibrations().subList(3, 4));
        double[] x = {0.5};
        double[] theta = {0.25};
        double[] score = new double[1];
        double[] base = new double[1];
        one.logRatioAndScore(x, theta, score);
        WRONG.logRatioAndScore(x, theta, base);

        assertThat(score[0]).isEqualTo(ratio.calibrations().get(3).slope(WRONG.logRatio(x, theta)) * base[0]);
        // d log r / d log r-hat is 1/1.5 here; a slope between neighbouring bins has the error of their difference.
        assertThat(score[0] / base[0]).isCloseTo(1 / 1.5, within(0.5));
        double[] ratios = new double[1];
        double[] scores = new double[1];
        one.logRatiosAndScores(x, theta, ratios, scores, 1);
        assertThat(scores).containsExactly(score);
        assertThat(ratios[0]).isEqualTo(one.logRatio(x, theta));
    }

    @Test
    void batchesGiveTheNumbersOfSingleEvents() {
        double[] events = {-0.7, 0.1, 0.8};
        double[] thetas = {-0.5, -0.3, 0, 0.3, 0.5};
        double[] table = new double[15];
        ratio.logRatios(events, thetas, table, 2);
        double[] logRatios = new double[3];
        double[] scores = new double[3];
        double[] score = new double[1];

        for (int j = 0; j < thetas.length; j++) {
            double[] theta = {thetas[j]};
            ratio.logRatiosAndScores(events, theta, logRatios, scores, 2);
            for (int i = 0; i < events.length; i++) {
                double single = ratio.logRatioAndScore(new double[] {events[i]}, theta, score);
                assertThat(table[5 * i + j]).isEqualTo(single);
                assertThat(logRatios[i]).isEqualTo(single);
                assertThat(scores[i]).isEqualTo(score[0]);
            }
        }
    }

    @Test
    void otherPointsAreRefusedWithTheNearest() {
        assertThatExceptionOfType(NotSupported.class)
                .isThrownBy(() -> ratio.logRatio(new double[] {0}, new double[] {0.6}))
                .withMessageContaining("not calibrated at theta = [0.6]")
                .withMessageContaining("nearest calibrated point is [0.5]");
    }

    /** log r = x (a + b), at points in two parameters. */
    private static final RatioEstimator TWO = new RatioEstimator() {
        @Override
        public ParameterSpace space() {
            return ParameterSpace.of(new Parameter("a", -1, 1, 0), new Parameter("b", -10, 10, 0));
        }

        @Override
        public List<String> featureNames() {
            return List.of("x");
        }

        @Override
        public String describe() {
            return "a plane";
        }

        @Override
        public double logRatio(double[] x, double[] theta) {
            return x[0] * (theta[0] + theta[1]);
        }

        @Override
        public double logRatioAndScore(double[] x, double[] theta, double[] score) {
            score[0] = x[0];
            score[1] = x[0];
            return logRatio(x, theta);
        }
    };

    @Test
    void severalParametersAreCalibratedPointByPoint() {
        // 3/8 over 6/10 at 1 and 5/8 over 4/10 at 2: the slope of log r is log 2.5.
        Calibration known = HistogramCalibration.withDefaults()
                .withBins(2)
                .withMinimum(1)
                .calibrate(ScoreSample.ofPair(
                        new double[] {1, 1, 1, 2, 2, 2, 2, 2}, new double[] {1, 1, 1, 1, 1, 1, 2, 2, 2, 2}));
        CalibratedRatio plane = CalibratedRatio.of(
                TWO, List.of(ParameterPoint.of(1, 2), ParameterPoint.of(0, 3)), List.of(known, known));
        double[] score = new double[2];

        assertThat(plane.logRatioAndScore(new double[] {0.5}, new double[] {1, 2}, score))
                .isCloseTo(Math.log(0.625) + 0.5 * Math.log(2.5), within(1e-12));
        assertThat(score).containsExactly(new double[] {0.5 * Math.log(2.5), 0.5 * Math.log(2.5)}, within(1e-12));
        // In units of the ranges, 2 and 20, the second point is the nearest.
        assertThatExceptionOfType(NotSupported.class)
                .isThrownBy(() -> plane.logRatio(new double[] {0.5}, new double[] {0.3, 1.9}))
                .withMessageContaining("nearest calibrated point is [0.0, 3.0]");
    }
}
