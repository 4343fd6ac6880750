package hep.aurum.estimator.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.random.Draws;
import hep.aurum.math.random.RandomStreams;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class SeparationTest {

    private static final RandomStreams STREAMS = RandomStreams.of(21);

    @Test
    void quantilesOfTheGaussianPairHaveTheOptimalValues() {
        Separation optimal = Separation.of(GaussianPair.quantiles(200_000, GaussianPair::logRatio));

        assertThat(optimal.bce()).isCloseTo(0.581726, within(1e-5));
        assertThat(optimal.brier()).isCloseTo(0.198986, within(1e-5));
        assertThat(optimal.auc()).isCloseTo(0.760250, within(1e-5));
    }

    @Test
    void swappedLabelsAreSeen() {
        Separation wrong = Separation.of(GaussianPair.quantiles(10_000, x -> -GaussianPair.logRatio(x)));

        assertThat(wrong.auc()).isCloseTo(1 - 0.760250, within(1e-4));
        assertThat(wrong.bce()).isGreaterThan(Math.log(2));
    }

    /** A calibrated distorted score is as good as the true ratio, within its errors and what the calibration lost. */
    @Test
    void calibratedScoresReachTheOptimum() {
        ScoreSample training = GaussianPair.draw(200_000, GaussianPair::distorted, STREAMS, 0);
        ScoreSample test = GaussianPair.draw(200_000, GaussianPair::distorted, STREAMS, 1);
        for (Calibrator method :
                new Calibrator[] {HistogramCalibration.withDefaults(), IsotonicCalibration.withDefaults()}) {
            Calibration calibration = method.calibrate(training);
            Separation found = Separation.of(test.calibrated(calibration));
            // Second order of the losses in log r: ½ s (1 − s) and (s (1 − s))², at most 1/8 and 1/16 of the squared
            // error.
            double loss = GaussianPair.error(calibration, -7, 8);

            // Five standard errors, 6e-7.
            assertThat(found.bce()).isCloseTo(0.581726, within(5 * found.bceError() + loss / 8));
            assertThat(found.brier()).isCloseTo(0.198986, within(5 * found.brierError() + loss / 16));
            assertThat(found.auc()).isCloseTo(0.760250, within(5 * found.aucError() + loss / 8));
            assertThat(loss).isLessThan(0.01);
            assertThat(found.bceError()).isLessThan(1e-3);
        }
    }

    /** Errors are those of repeated experiments. */
    @Test
    void errorsAreTheSpreadOfRepeatedExperiments() {
        int replicas = 1500;
        double[] sum = new double[3];
        for (int r = 0; r < replicas; r++) {
            Separation one = Separation.of(GaussianPair.draw(300, GaussianPair::logRatio, STREAMS, 10 + r));
            sum[0] += Math.pow((one.bce() - 0.581726) / one.bceError(), 2);
            sum[1] += Math.pow((one.brier() - 0.198986) / one.brierError(), 2);
            sum[2] += Math.pow((one.auc() - 0.760250) / one.aucError(), 2);
        }

        // The mean of squared pulls has the spread sqrt(2 / replicas) = .037; five of them are 6e-7, and terms 1/n
        // remain.
        for (double one : sum) {
            assertThat(one / replicas).isCloseTo(1, within(5 * Math.sqrt(2.0 / replicas) + 0.01));
        }
    }

    @Test
    void signedAndTiedWeightsAreCountedPairByPair() {
        UniformRandomProvider random = STREAMS.stream("ties", 0);
        int n = 60;
        double[] t0 = new double[n];
        double[] t1 = new double[n];
        double[] w0 = new double[n];
        double[] w1 = new double[n];
        for (int i = 0; i < n; i++) {
            t0[i] = random.nextInt(9) - 3;
            t1[i] = random.nextInt(9) - 5;
            w0[i] = Draws.gaussian(random) + 1;
            w1[i] = Draws.gaussian(random) + 1;
        }
        double pairs = 0;
        double all = 0;
        double brier0 = 0;
        double sum0 = 0;
        double brier1 = 0;
        double sum1 = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                all += w0[i] * w1[j];
                pairs += w0[i] * w1[j] * (t1[j] < t0[i] ? 1 : t1[j] == t0[i] ? 0.5 : 0);
            }
            sum0 += w0[i];
            sum1 += w1[i];
            brier0 += w0[i] * Math.pow(1 / (1 + Math.exp(t0[i])), 2);
            brier1 += w1[i] * Math.pow(1 - 1 / (1 + Math.exp(t1[i])), 2);
        }
        Separation found = Separation.of(ScoreSample.ofPair(t0, w0, t1, w1));

        assertThat(found.auc()).isCloseTo(pairs / all, within(1e-12));
        assertThat(found.brier()).isCloseTo(0.5 * (brier0 / sum0 + brier1 / sum1), within(1e-12));
    }
}
