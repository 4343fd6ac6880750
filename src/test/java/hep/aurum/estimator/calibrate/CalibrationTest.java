package hep.aurum.estimator.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.math.random.Draws;
import hep.aurum.math.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Small cases by hand, and laws with closed form. */
class CalibrationTest {

    private static final RandomStreams STREAMS = RandomStreams.of(20);

    @Test
    void histogramIsTheRatioOfTheTwoFractionsInABin() {
        double[] numerator = {1, 1, 1, 2, 2, 2, 2, 2};
        double[] denominator = {1, 1, 1, 1, 1, 1, 2, 2, 2, 2};

        Calibration calibration = HistogramCalibration.withDefaults()
                .withBins(2)
                .withMinimum(1)
                .calibrate(ScoreSample.ofPair(numerator, denominator));

        // 3/8 over 6/10 and 5/8 over 4/10; relative variances 1/3 + 1/6 and 1/5 + 1/4.
        assertThat(calibration.values())
                .containsExactly(new double[] {Math.log(0.625), Math.log(1.5625)}, within(1e-12));
        assertThat(calibration.uncertainties())
                .containsExactly(new double[] {Math.sqrt(0.5), Math.sqrt(0.45)}, within(1e-12));
        assertThat(calibration.borders()).containsExactly(1.5);
        assertThat(calibration.centres()).containsExactly(new double[] {1, 2}, within(1e-12));
        assertThat(calibration.warnings()).isEmpty();
    }

    @Test
    void lineJoinsTheCentresAndIsConstantBeyondThem() {
        ScoreSample sample =
                ScoreSample.ofPair(new double[] {1, 1, 1, 2, 2, 2, 2, 2}, new double[] {1, 1, 1, 1, 1, 1, 2, 2, 2, 2});
        HistogramCalibration method =
                HistogramCalibration.withDefaults().withBins(2).withMinimum(1);
        Calibration line = method.calibrate(sample);
        Calibration steps = method.withInterpolation(false).calibrate(sample);
        double low = Math.log(0.625);
        double high = Math.log(1.5625);

        assertThat(line.logRatio(1.25)).isCloseTo(0.75 * low + 0.25 * high, within(1e-12));
        assertThat(line.slope(1.25)).isCloseTo(high - low, within(1e-12));
        assertThat(line.uncertainty(1.25)).isCloseTo(Math.sqrt(0.5625 * 0.5 + 0.0625 * 0.45), within(1e-12));
        assertThat(line.logRatio(Double.NEGATIVE_INFINITY)).isCloseTo(low, within(1e-12));
        assertThat(line.logRatio(7)).isCloseTo(high, within(1e-12));
        assertThat(line.slope(7)).isZero();
        assertThat(line.slope(0)).isZero();
        assertThat(steps.logRatio(1.49)).isCloseTo(low, within(1e-12));
        assertThat(steps.logRatio(1.51)).isCloseTo(high, within(1e-12));
        assertThat(steps.slope(1.25)).isZero();
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> line.logRatio(Double.NaN));
    }

    @Test
    void emptyAndNegativeBinsAreMergedAndSaidSo() {
        double[] scores = {1, 2, 3, 4};
        double[] numerator = {4, -1, 3, 4};
        double[] denominator = {1, 1, 1, 1};
        ScoreSample sample = ScoreSample.ofPair(scores, numerator, scores, denominator);

        Calibration calibration =
                HistogramCalibration.withDefaults().withBins(4).withMinimum(1).calibrate(sample);

        // The negative bin takes in the third; the two are 2²/10 effective events, so they take in the last: 6/10 over
        // 3/4.
        assertThat(calibration.values()).containsExactly(new double[] {Math.log(1.6), Math.log(0.8)}, within(1e-12));
        assertThat(calibration.warnings())
                .singleElement()
                .asString()
                .contains("2 of 4 bins")
                .contains("log r = 2");
    }

    @Test
    void monotoneOptionPoolsTheCounts() {
        double[] scores = {1, 2, 3};
        ScoreSample sample = ScoreSample.ofPair(scores, new double[] {2, 1, 5}, scores, new double[] {2, 2, 2});
        HistogramCalibration method =
                HistogramCalibration.withDefaults().withBins(3).withMinimum(1);

        assertThat(method.calibrate(sample).bins()).isEqualTo(3);
        // (2 + 1)/8 over (2 + 2)/6, and 5/8 over 2/6.
        assertThat(method.withMonotone(true).calibrate(sample).values())
                .containsExactly(new double[] {Math.log(0.5625), Math.log(1.875)}, within(1e-12));
    }

    @Test
    void eventsThatStandForBothLawsShareTheirFluctuation() {
        double[] scores = {0, 0, 0, 1, 1, 1};
        ScoreSample exact = ScoreSample.ofReweighted(scores, new double[] {0.5, 0.5, 0.5, 1.5, 1.5, 1.5});
        ScoreSample spread = ScoreSample.ofReweighted(scores, new double[] {0.2, 0.5, 0.8, 1.5, 1.5, 1.5});
        HistogramCalibration method =
                HistogramCalibration.withDefaults().withBins(2).withMinimum(1);

        assertThat(method.calibrate(exact).values())
                .containsExactly(new double[] {Math.log(0.5), Math.log(1.5)}, within(1e-12));
        assertThat(method.calibrate(exact).uncertainties()).containsExactly(new double[] {0, 0}, within(1e-7));
        // Sum of (a/A - b/B)^2: (.2/1.5 - 1/3)^2 + 0 + (.8/1.5 - 1/3)^2.
        assertThat(method.calibrate(spread).uncertainties()[0]).isCloseTo(Math.sqrt(0.08), within(1e-12));
    }

    @Test
    void isotonicRegressionPoolsAdjacentViolatorsAndCountsHalfAnEventAtTheEnds() {
        // Labels in the order of log r: 1 | 0 1 1 | 0 1 | 0 0, so s = 1, 2/3, 1/2, 0.
        double[] numerator = {2, 5, 7, 8};
        double[] denominator = {1, 3, 4, 6};
        Calibration calibration =
                IsotonicCalibration.withDefaults().calibrate(ScoreSample.ofPair(numerator, denominator));

        // A/B = ½/1, then 1/2: that does not rise, so they are one block 1/3; 1/1; 2/½.
        assertThat(calibration.values())
                .containsExactly(new double[] {Math.log(1.0 / 3), 0, Math.log(4)}, within(1e-12));
        assertThat(calibration.centres()).containsExactly(new double[] {2.5, 5.5, 7.5}, within(1e-12));
        assertThat(calibration.uncertainties())
                .containsExactly(new double[] {Math.sqrt(4.0 / 3), Math.sqrt(2), Math.sqrt(2.5)}, within(1e-12));
    }

    @Test
    void isotonicRegressionMinimisesTheSquaresAmongAllMonotoneFunctions() {
        UniformRandomProvider random = STREAMS.stream("labels", 0);
        double[] scores = {0, 1, 2, 3, 4, 5, 6, 7, 8};
        double[] a = Arrays.stream(scores)
                .map(t -> Draws.exponential(random) + 0.2 * t)
                .toArray();
        double[] b = Arrays.stream(scores).map(t -> Draws.exponential(random)).toArray();
        Calibration steps = IsotonicCalibration.withDefaults()
                .withInterpolation(false)
                .calibrate(ScoreSample.ofPair(scores, a, scores, b));
        double sumA = Arrays.stream(a).sum();
        double sumB = Arrays.stream(b).sum();

        // min-max formula of isotonic regression: f_i = max over j <= i of min over k >= i of the mean of j..k.
        for (int i = 0; i < scores.length; i++) {
            double best = 0;
            for (int j = 0; j <= i; j++) {
                double least = 1;
                for (int k = i; k < scores.length; k++) {
                    double up = Arrays.stream(a, j, k + 1).sum() / sumA;
                    double down = Arrays.stream(b, j, k + 1).sum() / sumB;
                    least = Math.min(least, up / (up + down));
                }
                best = Math.max(best, least);
            }
            assertThat(steps.logRatio(i)).isCloseTo(Math.log(best / (1 - best)), within(1e-12));
        }
    }

    @Test
    void isotonicRegressionOfSignedWeightsIsMonotoneAndKeepsTheSums() {
        UniformRandomProvider random = STREAMS.stream("signed", 0);
        int n = 3000;
        double[] t = new double[n];
        double[] a = new double[n];
        double[] b = new double[n];
        for (int i = 0; i < n; i++) {
            t[i] = Draws.gaussian(random);
            a[i] = Math.exp(t[i]) * (random.nextInt(4) == 0 ? -1 : 1);
            b[i] = random.nextInt(4) == 0 ? -1 : 1;
        }
        Calibration calibration =
                IsotonicCalibration.withDefaults().withInterpolation(false).calibrate(ScoreSample.ofPair(t, a, t, b));
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += b[i] * Math.exp(calibration.logRatio(t[i]));
        }

        // The half events at the ends are less than a thousandth of all.
        assertThat(sum / Arrays.stream(b).sum()).isCloseTo(1, within(5e-3));
        assertThat(calibration.values()).isSorted().doesNotContain(Double.NaN);
        assertThat(Arrays.stream(calibration.values()).allMatch(Double::isFinite))
                .isTrue();
        assertThat(calibration.bins()).isGreaterThan(3);
    }

    @Test
    void perfectlySeparatedLawsGetFiniteRatios() {
        Calibration calibration = IsotonicCalibration.withDefaults()
                .calibrate(ScoreSample.ofPair(new double[] {3, 4, 5, 6}, new double[] {0, 1}));

        // ½ of 4 over 2 of 2, and 4 of 4 over ½ of 2.
        assertThat(calibration.values()).containsExactly(new double[] {Math.log(0.125), Math.log(4)}, within(1e-12));
    }

    @Test
    void whatCannotBeCalibratedIsRefused() {
        double[] one = {1};
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> HistogramCalibration.withDefaults().calibrate(ScoreSample.ofPair(one, one)))
                .withMessageContaining("fewer than 10.0 effective events");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> ScoreSample.ofPair(new double[] {Double.POSITIVE_INFINITY}, one))
                .withMessageContaining("before the sigmoid");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> ScoreSample.ofPair(one, new double[] {-1}, one, one))
                .withMessageContaining("numerator add up to -1");
    }

    @Test
    void classifierOutputHasTheDenominatorsLabel() {
        assertThat(ClassifierOutput.logRatio(0.2)).isCloseTo(Math.log(4), within(1e-15));
        assertThat(ClassifierOutput.of(Math.log(4))).isCloseTo(0.2, within(1e-15));
        assertThat(ClassifierOutput.of(800)).isZero();
        assertThat(ClassifierOutput.of(-800)).isOne();
        assertThat(ClassifierOutput.logRatio(1)).isEqualTo(Double.NEGATIVE_INFINITY);
        for (double t : List.of(-30.0, -1.0, 0.0, 2.0, 30.0)) {
            assertThat(ClassifierOutput.minusLog(t)).isCloseTo(Math.log1p(Math.exp(t)), within(1e-13 * Math.exp(t)));
        }
    }

    /** The error is bias² from bins of the law without fluctuation, plus the stated variance. */
    @Test
    @Tag("slow")
    void histogramOfADistortedScoreGivesLogRWithThePredictedError() {
        int[] sizes = {5_000, 80_000};
        int[] replicas = {40, 20};
        double[] predicted = new double[2];
        for (int s = 0; s < 2; s++) {
            int bins = HistogramCalibration.usualBins(sizes[s]);
            assertThat(bins).isEqualTo(s == 0 ? 60 : 182);
            double bias = GaussianPair.error(
                    HistogramCalibration.withDefaults()
                            .withBins(bins)
                            .calibrate(GaussianPair.quantiles(100_000, GaussianPair::distorted)),
                    -7,
                    8);
            double variance = 0;
            double mean = 0;
            double squares = 0;
            for (int r = 0; r < replicas[s]; r++) {
                Calibration calibration = HistogramCalibration.withDefaults()
                        .calibrate(GaussianPair.draw(sizes[s], GaussianPair::distorted, STREAMS, 1000 * s + r));
                double error = GaussianPair.error(calibration, -7, 8);
                mean += error / replicas[s];
                squares += error * error / replicas[s];
                variance += GaussianPair.integral(-7, 8, x -> {
                            double sigma = calibration.uncertainty(GaussianPair.distorted(x));
                            return sigma * sigma * GaussianPair.mix(x);
                        })
                        / replicas[s];
            }
            double sigma = Math.sqrt((squares - mean * mean) / (replicas[s] - 1));
            predicted[s] = bias + variance;

            // Student's t with 19 degrees of freedom: seven standard errors are 1e-6. Log r of ten events is not
            // normal: 3 %.
            assertThat(mean).isCloseTo(predicted[s], within(7 * sigma + 0.03 * predicted[s]));
            assertThat(sigma).isLessThan(0.05 * mean);
        }
        // Between the laws n^(-2/5) of the outer bins and n^(-3/5) of the counts.
        assertThat(predicted[0] / predicted[1]).isBetween(Math.pow(16, 0.4), Math.pow(16, 0.6));
    }

    /**
     * The isotonic estimate has a known law: \(n^{1/3}(\hat s - s) \to (4\sigma^2s'/h)^{1/3}Z\) with E[Z²] = .26355964 for
     * Chernoff's variable (Groeneboom and Wellner 2001).
     */
    @Test
    @Tag("slow")
    void isotonicRegressionOfADistortedScoreHasChernoffsError() {
        double low = -1;
        double high = 2;
        int replicas = 40;
        for (int n : new int[] {2_000, 32_000}) {
            double expected = 0.26355964
                    * Math.pow(2.0 * n, -2.0 / 3)
                    * GaussianPair.integral(low, high, x -> {
                        double s = ClassifierOutput.of(GaussianPair.logRatio(x));
                        double slope = s * (1 - s);
                        double h = GaussianPair.mix(x);
                        return Math.pow(4 * s * (1 - s) * slope / h, 2.0 / 3) / (slope * slope) * h;
                    });
            double sum = 0;
            double squares = 0;
            double lines = 0;
            for (int r = 0; r < replicas; r++) {
                double error = GaussianPair.error(
                        IsotonicCalibration.withDefaults()
                                .withInterpolation(false)
                                .calibrate(GaussianPair.draw(n, GaussianPair::distorted, STREAMS, 100 + r)),
                        low,
                        high);
                sum += error;
                squares += error * error;
                lines += GaussianPair.error(
                        IsotonicCalibration.withDefaults()
                                .calibrate(GaussianPair.draw(n, GaussianPair::distorted, STREAMS, 100 + r)),
                        low,
                        high);
            }
            double mean = sum / replicas;
            double sigma = Math.sqrt((squares / replicas - mean * mean) / (replicas - 1));
            // Student's t with 39 degrees of freedom: six standard errors are 5e-7. The law is asymptotic: 5 % for its
            // rest.
            assertThat(mean).isCloseTo(expected, within(6 * sigma + 0.05 * expected));
            // Lines between the centres average over the steps.
            assertThat(lines).isLessThan(0.8 * sum);
        }
    }

    /** x ↦ |x| is not monotone in r; its own ratio is \(2\phi(t)/(\phi(t-1)+\phi(t+1)) = e^{1/2}/\cosh t\). */
    @Test
    void poorProjectionGivesItsOwnBinnedDivergenceNotTheTrueOne() {
        Calibration calibration = HistogramCalibration.withDefaults()
                .withBins(12)
                .withInterpolation(false)
                .calibrate(GaussianPair.draw(200_000, Math::abs, STREAMS, 7));
        double projected =
                GaussianPair.integral(0, 9, t -> 2 * GaussianPair.NORMAL.density(t) * (0.5 - Math.log(Math.cosh(t))));
        double[] borders = calibration.borders();
        double binned = 0;
        double found = 0;
        double variance = 0;
        for (int j = 0; j < calibration.bins(); j++) {
            double low = j == 0 ? 0 : borders[j - 1];
            double high = j == borders.length ? 40 : borders[j];
            double p = 2 * GaussianPair.NORMAL.probability(low, high);
            double q = GaussianPair.NORMAL.probability(low - 1, high - 1)
                    + GaussianPair.NORMAL.probability(low + 1, high + 1);
            binned += p * Math.log(p / q);
            found += p * calibration.values()[j];
            variance += Math.pow(p * calibration.uncertainties()[j], 2);
        }

        // Five standard deviations: 6e-7.
        assertThat(found).isCloseTo(binned, within(5 * Math.sqrt(variance)));
        assertThat(5 * Math.sqrt(variance)).isLessThan(0.02);
        assertThat(binned).isLessThan(projected).isGreaterThan(projected - 0.01);
        // The divergence of N(0, 1) from N(1, 1) is ½.
        assertThat(projected).isLessThan(0.15);
    }

    /** p = 1.5 N(0, 1) − .5 N(0, ½), q = N(0, 1): r = 1.5 − exp(−1.5 x²), rising in x². */
    @Test
    void signedWeightsReproduceLogR() {
        int n = 100_000;
        double[] numerator = new double[2 * n];
        double[] weights = new double[2 * n];
        double[] denominator = new double[n];
        UniformRandomProvider random = STREAMS.stream("signed pair", 0);
        for (int i = 0; i < n; i++) {
            numerator[i] = Math.pow(Draws.gaussian(random), 2);
            weights[i] = 1.5;
            numerator[n + i] = Math.pow(0.5 * Draws.gaussian(random), 2);
            weights[n + i] = -0.5;
            denominator[i] = Math.pow(Draws.gaussian(random), 2);
        }
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        Calibration calibration = HistogramCalibration.withDefaults()
                .withBins(40)
                .calibrate(ScoreSample.ofPair(numerator, weights, denominator, ones));

        double chi2 = 0;
        double[] borders = calibration.borders();
        for (int j = 0; j < calibration.bins(); j++) {
            double low = j == 0 ? 0 : Math.sqrt(borders[j - 1]);
            double high = j == borders.length ? 40 : Math.sqrt(borders[j]);
            double q = 2 * GaussianPair.NORMAL.probability(low, high);
            double p = 1.5 * q - GaussianPair.NORMAL.probability(2 * low, 2 * high);
            chi2 += Math.pow(
                    (calibration.values()[j] - Math.log(p / q)) / calibration.uncertainties()[j], 2);
        }
        assertThat(calibration.bins()).isEqualTo(40);
        // Two-sided, 5e-7 in each tail.
        ChiSquaredDistribution law = ChiSquaredDistribution.of(40);
        assertThat(chi2).isBetween(law.inverseCumulativeProbability(5e-7), law.inverseSurvivalProbability(5e-7));
        for (double x : new double[] {0.3, 0.6, 1, 2}) {
            double sigma = calibration.uncertainty(x * x);
            // Five standard deviations, and .005 for the curvature of log r within a bin.
            assertThat(calibration.logRatio(x * x))
                    .isCloseTo(Math.log(1.5 - Math.exp(-1.5 * x * x)), within(5 * sigma + 0.005));
        }
    }
}
