package hep.aurum.infer.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.NotSupported;
import hep.aurum.infer.Counting;
import hep.aurum.infer.limit.UpperLimit;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On one Gaussian measurement each statistic is a function of x, so that its p-values are areas under a Gaussian. */
class AsymptoticTestTest {

    /** Integrate the law of x ~ N(truth, 1) over where a statistic is at least {@code q}, in steps that see the edges. */
    private static double area(DoubleUnaryOperator statistic, double q, double truth) {
        double sum = 0.0;
        double step = 1e-4;
        for (double x = truth - 9.0; x < truth + 9.0; x += step) {
            if (statistic.applyAsDouble(x + 0.5 * step) >= q) {
                sum += Gaussian.pValue(x - truth) - Gaussian.pValue(x + step - truth);
            }
        }
        return sum;
    }

    private static double statistic(TestStatistic statistic, double x, double mu) {
        double muHat = statistic.isBounded() ? Math.max(0.0, x) : x;
        double t = (x - mu) * (x - mu) - (x - muHat) * (x - muHat);
        return statistic.isTwoSided() || muHat <= mu ? t : 0.0;
    }

    @ParameterizedTest
    @CsvSource({
        "Q_MU, .4, 2",
        "Q_MU, -.8, 2",
        "Q_MU_TILDE, .4, 2",
        "Q_MU_TILDE, -.8, 2",
        "T_MU, .4, 2",
        "T_MU, -.8, 2",
        "T_MU, 3.1, 2",
        "T_MU_TILDE, .4, 2",
        "T_MU_TILDE, -.8, 2",
        "T_MU_TILDE, 3.1, 2",
        "T_MU_TILDE, 4.5, 2"
    })
    void pValuesAreAreasUnderTheGaussian(TestStatistic statistic, double x, double mu) {
        TestResult result = AsymptoticTest.of(new GaussianModel(x), statistic).at(mu);

        assertThat(result.q()).isCloseTo(statistic(statistic, x, mu), within(1e-12));
        assertThat(result.qAsimov()).isCloseTo(mu * mu, within(1e-12));
        // The edge of the region is known to half a step of 1e-4, the density is at most 0.4, and there are two edges.
        assertThat(result.clsb()).isCloseTo(area(y -> statistic(statistic, y, mu), result.q(), mu), within(4e-5));
        assertThat(result.clb()).isCloseTo(area(y -> statistic(statistic, y, mu), result.q(), 0.0), within(4e-5));
    }

    /** Data at N standard deviations from background have the expected values of N standard deviations. */
    @ParameterizedTest
    @CsvSource({"Q_MU", "T_MU", "T_MU_TILDE"})
    void expectedValuesAreThoseOfFluctuatedData(TestStatistic statistic) {
        TestResult expected =
                AsymptoticTest.of(new GaussianModel(0.0), statistic).at(2.5);

        for (int sigma = -2; sigma <= 2; sigma++) {
            TestResult data =
                    AsymptoticTest.of(new GaussianModel(sigma), statistic).at(2.5);
            assertThat(expected.clsbExpected().get(sigma + 2)).isCloseTo(data.clsb(), within(1e-12));
            assertThat(expected.clbExpected().get(sigma + 2)).isCloseTo(data.clb(), within(1e-12));
        }
    }

    @Test
    void twoSidedStatisticsHaveNoCls() {
        TestResult result =
                AsymptoticTest.of(new GaussianModel(1.0), TestStatistic.T_MU).at(2.0);

        assertThat(result.clsb()).isCloseTo(2.0 * Gaussian.pValue(1.0), within(1e-14));
        assertThatThrownBy(result::cls).isInstanceOf(NotSupported.class).hasMessageContaining("two-sided");
        assertThatThrownBy(result::clsExpected).isInstanceOf(NotSupported.class);
        assertThatThrownBy(() -> AsymptoticTest.of(new GaussianModel(1.0), TestStatistic.Q0))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("Discovery");
    }

    /** The classic limit μ̂ + σ Φ⁻¹(1 − α Φ(μ̂/σ)) of CLs. */
    @ParameterizedTest
    @CsvSource({"-1", "0", ".7", "2"})
    void limitIsTheClosedForm(double x) {
        double closed = x + Gaussian.significance(0.05 * Gaussian.pValue(-x));

        double limit = UpperLimit.withDefaults()
                .withStatistic(TestStatistic.Q_MU)
                .of(new GaussianModel(x))
                .observed();

        assertThat(limit).isCloseTo(closed, within(1e-9));
    }

    /**
     * The yield of 1 + 2θ + 2θ² cannot fall below 1/2: 110 events, fewer than the 125 that are reachable, count as θ = −1/2,
     * and \(\tilde q = 2(\lambda - 125 - 110\ln(\lambda/125))\) for a tested yield.
     */
    @Test
    void qTildeIsDefinedOnThePhysicalSet() {
        double tested = 1.3;
        double rate = 100.0 + 50.0 * tested;

        TestResult result =
                AsymptoticTest.of(Counting.quadratic(110.0).asYield("mu")).at(tested);

        assertThat(result.muHat()).isCloseTo(0.5, within(1e-12));
        assertThat(result.q()).isCloseTo(2.0 * (rate - 125.0 - 110.0 * StrictMath.log(rate / 125.0)), within(1e-10));
    }
}
