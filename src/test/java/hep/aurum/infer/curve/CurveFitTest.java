package hep.aurum.infer.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotConverged;
import hep.aurum.base.NotFound;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.math.formula.Formula;
import hep.aurum.math.optim.Box;
import hep.aurum.math.random.RandomStreams;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.junit.jupiter.api.Test;

class CurveFitTest {

    private static final double[] X = {0.3, 1.1, 2.4, 3.9, 5.2, 7.7};
    private static final double[] Y = {1.2, 2.9, 3.1, 6.4, 7.9, 9.6};
    private static final double[] SIGMA = {0.2, 0.5, 0.3, 0.9, 0.4, 0.7};

    private static Histogram1D counts(double... counts) {
        double[] errors = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            errors[i] = Math.sqrt(counts[i]);
        }
        return Histogram1D.ofHeights("n", Axis.uniform("x", "", counts.length, 0, counts.length), counts, errors);
    }

    /** Weighted least squares of a straight line, with the sums of every textbook. */
    @Test
    void aStraightLineHasTheClosedSolution() {
        double s = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < X.length; i++) {
            double w = 1 / (SIGMA[i] * SIGMA[i]);
            s += w;
            sx += w * X[i];
            sy += w * Y[i];
            sxx += w * X[i] * X[i];
            sxy += w * X[i] * Y[i];
        }
        double det = s * sxx - sx * sx;
        double offset = (sxx * sy - sx * sxy) / det;
        double slope = (s * sxy - sx * sy) / det;
        double chi2 = 0;
        for (int i = 0; i < X.length; i++) {
            double pull = (Y[i] - offset - slope * X[i]) / SIGMA[i];
            chi2 += pull * pull;
        }

        CurveResult fit =
                CurveFit.of(Formula.parse("a + b*x")).fit(CurveStatistic.CHI2, CurveData.ofPoints(X, Y, SIGMA));

        assertThat(fit.value("a")).isCloseTo(offset, within(1e-9));
        assertThat(fit.value("b")).isCloseTo(slope, within(1e-9));
        assertThat(fit.covariance().get(0, 0)).isCloseTo(sxx / det, within(1e-9));
        assertThat(fit.covariance().get(1, 1)).isCloseTo(s / det, within(1e-9));
        assertThat(fit.covariance().get(0, 1)).isCloseTo(-sx / det, within(1e-9));
        assertThat(fit.minimum()).isCloseTo(chi2, within(1e-9));
        assertThat(fit.degreesOfFreedom()).isEqualTo(4);
        // For 4 degrees of freedom the survival function is exp(-t/2) (1 + t/2).
        assertThat(fit.pValue().orElseThrow()).isCloseTo(StrictMath.exp(-chi2 / 2) * (1 + chi2 / 2), within(1e-9));
    }

    @Test
    void thePoissonFitOfAConstantIsTheMean() {
        double[] n = {3, 0, 7, 4, 1, 9};
        double mean = 4;
        double bakerCousins = 0;
        for (double count : n) {
            bakerCousins += 2 * (mean - count + (count > 0 ? count * StrictMath.log(count / mean) : 0));
        }

        CurveResult fit =
                CurveFit.of(Formula.parse("c")).fit(CurveStatistic.POISSON, CurveData.ofBins(counts(n), 0, 6));

        assertThat(fit.value("c")).isCloseTo(mean, within(1e-9));
        assertThat(fit.error("c")).isCloseTo(Math.sqrt(mean / n.length), within(1e-9));
        assertThat(fit.minimum()).isCloseTo(bakerCousins, within(1e-9));
        assertThat(fit.points()).isEqualTo(6);
    }

    /** Neyman's fit of a constant is the harmonic mean of the counts, Pearson's the quadratic one. */
    @Test
    void chiSquaresOfNeymanAndPearsonAreBiasedAsKnown() {
        CurveData data = CurveData.ofBins(counts(4, 16, 0, 25), 0, 4);
        Formula constant = Formula.parse("c");

        CurveResult neyman = CurveFit.of(constant).fit(CurveStatistic.CHI2, data);
        CurveResult pearson = CurveFit.of(constant).fit(CurveStatistic.PEARSON, data);
        CurveResult plain = CurveFit.of(constant).fit(CurveStatistic.LEAST_SQUARES, data);

        assertThat(neyman.value("c")).isCloseTo(3 / (1 / 4.0 + 1 / 16.0 + 1 / 25.0), within(1e-9));
        assertThat(neyman.skipped()).isEqualTo(1);
        assertThat(pearson.value("c")).isCloseTo(Math.sqrt((16 + 256 + 625) / 4.0), within(1e-9));
        assertThat(plain.value("c")).isCloseTo(45 / 4.0, within(1e-9));
        assertThat(plain.pValue()).isEmpty();
    }

    @Test
    void aGaussianIsFoundAgainInItsOwnContents() {
        Formula peak = Formula.parse("a*gauss(x, mean, sigma)");
        double[] n = new double[40];
        for (int i = 0; i < n.length; i++) {
            double pull = (i + 0.5 - 18.3) / 4.1;
            n[i] = 250 * StrictMath.exp(-0.5 * pull * pull);
        }
        for (CurveStatistic statistic : CurveStatistic.values()) {
            CurveResult fit =
                    CurveFit.of(peak).withStart(200, 16, 5).fit(statistic, CurveData.ofBins(counts(n), 0, 40));

            assertThat(fit.value("a")).isCloseTo(250, within(1e-5));
            assertThat(fit.value("mean")).isCloseTo(18.3, within(1e-6));
            assertThat(fit.value("sigma")).isCloseTo(4.1, within(1e-6));
            assertThat(fit.minimum()).isBetween(0.0, 1e-8);
        }
    }

    @Test
    void theMeanOverBinsRemovesTheBiasOfTheCentre() {
        double[] n = new double[4];
        for (int i = 0; i < 4; i++) {
            n[i] = 1000 * (StrictMath.exp(-i) - StrictMath.exp(-i - 1));
        }
        CurveFit fit = CurveFit.of(Formula.parse("a*exp(-b*x)")).withStart(500, 0.5);
        CurveData data = CurveData.ofBins(counts(n), 0, 4);

        CurveResult mean = fit.fit(CurveStatistic.POISSON, data.withMeanOverBins());
        CurveResult centre = fit.fit(CurveStatistic.POISSON, data);

        assertThat(mean.value("a")).isCloseTo(1000, within(1e-4));
        assertThat(mean.value("b")).isCloseTo(1, within(1e-7));
        // At the centres the same counts are an exponential of height 1000 (e^{1/2} - e^{-1/2}).
        assertThat(centre.value("a")).isCloseTo(1000 * (StrictMath.exp(0.5) - StrictMath.exp(-0.5)), within(1e-4));
    }

    @Test
    void theProfileOfAPoissonMeanIsAsymmetric() {
        CurveFit fit = CurveFit.of(Formula.parse("c")).withStart(3);
        CurveData data = CurveData.ofBins(counts(5), 0, 1);
        CurveResult result = fit.fit(CurveStatistic.POISSON, data);

        ProfileInterval interval = fit.profile(result, data, "c");

        for (double end : new double[] {5 - interval.down(), 5 + interval.up()}) {
            assertThat(2 * (end - 5 + 5 * StrictMath.log(5 / end))).isCloseTo(1, within(1e-6));
        }
        assertThat(interval.up()).isGreaterThan(interval.down());
    }

    @Test
    void parametersAtTheEndOfTheirRangeHaveNoError() {
        CurveResult fit = CurveFit.of(Formula.parse("a + b*x"))
                .withBox(Box.of(new double[] {2, -9}, new double[] {9, 9}))
                .withStart(3, 0)
                .fit(CurveStatistic.CHI2, CurveData.ofPoints(X, Y, SIGMA));

        assertThat(fit.value("a")).isEqualTo(2);
        assertThat(fit.atBound()).containsExactly("a");
        assertThat(fit.error("a")).isZero();
        assertThat(fit.error("b")).isPositive();
        assertThat(fit.covariance().names()).containsExactly("b");
    }

    @Test
    void whatCannotBeFittedEndsInASentence() {
        CurveData points = CurveData.ofPoints(X, Y, SIGMA);
        CurveData bare = CurveData.ofPoints(X, Y, new double[6]);

        assertThatThrownBy(() -> CurveFit.of(Formula.parse("a*b*x")).fit(CurveStatistic.CHI2, points))
                .isInstanceOf(NotConverged.class);
        assertThatThrownBy(() -> CurveFit.of(Formula.parse("a+x")).fit(CurveStatistic.CHI2, bare))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("6 points have no error");
        assertThatThrownBy(() -> CurveFit.of(Formula.parse("a+x")).fit(CurveStatistic.POISSON, points))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("not counts");
        assertThatThrownBy(() -> CurveFit.of(Formula.parse("log(a-9)+x")).fit(CurveStatistic.CHI2, points))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("starting values");
        assertThatThrownBy(() -> CurveFit.of(Formula.parse("a+b*x+c*x^2+d*x^3"))
                        .fit(CurveStatistic.CHI2, CurveData.ofPoints(new double[3], new double[3], new double[] {1, 1, 1
                        })))
                .hasMessageContaining("4 free parameters to 3 points");
        assertThatThrownBy(() -> CurveFit.of(Formula.parse("a+x"))
                        .fit(CurveStatistic.CHI2, points)
                        .value("b"))
                .isInstanceOf(NotFound.class);
    }

    /**
     * Pulls of 500 fits to Poisson counts around a flat background with a peak: their mean is 0 and their width 1.
     *
     * <p>Gaussian pulls give a mean with the error 1/sqrt(500) = 0.045 and a width with 0.032; the bounds are five of these,
     * a false-alarm rate of 1.2e-6 for the four, and leave 0.02 for the bias of a likelihood fit of order 1/sqrt(n).
     */
    @Test
    void pullsAreStandard() {
        int toys = 500;
        Formula model = Formula.parse("a*gauss(x, mean, 2) + b");
        CurveFit fit = CurveFit.of(model).withStart(200, 10, 100);
        double[] sum = new double[2];
        double[] squares = new double[2];
        for (int toy = 0; toy < toys; toy++) {
            UniformRandomProvider random = RandomStreams.of(7).stream("pulls", toy);
            double[] n = new double[20];
            for (int i = 0; i < n.length; i++) {
                double distance = (i + 0.5 - 10.2) / 2;
                n[i] = PoissonSampler.of(random, 200 * StrictMath.exp(-0.5 * distance * distance) + 100)
                        .sample();
            }
            CurveResult result = fit.fit(CurveStatistic.POISSON, CurveData.ofBins(counts(n), 0, 20));
            double[] pulls = {
                (result.value("mean") - 10.2) / result.error("mean"), (result.value("a") - 200) / result.error("a")
            };
            for (int p = 0; p < 2; p++) {
                sum[p] += pulls[p];
                squares[p] += pulls[p] * pulls[p];
            }
        }
        for (int p = 0; p < 2; p++) {
            double mean = sum[p] / toys;
            double width = Math.sqrt(squares[p] / toys - mean * mean);
            assertThat(mean).isCloseTo(0, within(5 / Math.sqrt(toys) + 0.02));
            assertThat(width).isCloseTo(1, within(5 / Math.sqrt(2.0 * toys) + 0.02));
        }
    }
}
