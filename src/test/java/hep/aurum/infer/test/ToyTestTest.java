package hep.aurum.infer.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.infer.Counting;
import hep.aurum.likelihood.binned.BinnedModel;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Toys against exact sums. Five binomial standard errors: a false alarm in 1.7 million for each comparison. */
class ToyTestTest {

    private static final ToyPlan PLAN = ToyPlan.of(20_000, 5).withThreads(2);

    /** One count on a known background: fewer events are the more background-like, so that sums run up to the count. */
    @Test
    void confidenceLevelsAreSumsOverThePoissonLaw() {
        BinnedModel model = Counting.known(5.0, 3.0, 4.0);

        ToyResult result = ToyTest.of(model, TestStatistic.Q_MU_TILDE, PLAN).at(1.0);

        double clsb = PoissonDistribution.of(8.0).cumulativeProbability(4);
        double clb = PoissonDistribution.of(3.0).cumulativeProbability(4);
        assertThat(result.test().clsb()).isCloseTo(clsb, within(5 * result.clsbError()));
        assertThat(result.test().clb()).isCloseTo(clb, within(5 * result.clbError()));
        assertThat(result.test().cls()).isCloseTo(clsb / clb, within(5 * result.clsError()));
        assertThat(result.clsbError()).isCloseTo(Math.sqrt(clsb * (1 - clsb) / 20_000), within(2e-4));
        assertThat(result.failures()).isZero();
    }

    /** Every toy has q of at least 0: ties are counted, and μ is never excluded by an excess above it. */
    @Test
    void anExcessAboveTheTestedSignalHasPValueOne() {
        ToyResult result = ToyTest.of(Counting.known(5.0, 3.0, 20.0), TestStatistic.Q_MU_TILDE, PLAN)
                .at(1.0);

        assertThat(result.test().q()).isZero();
        assertThat(result.test().clsb()).isEqualTo(1.0);
        assertThat(result.test().clb()).isEqualTo(1.0);
    }

    @Test
    void discoveryIsASumOverThePoissonLaw() {
        BinnedModel model = Counting.known(5.0, 3.0, 8.0);
        ToyTest test = ToyTest.of(model, TestStatistic.Q0, PLAN);

        Toys toys = test.discovery();
        double p = toys.pValue(TestStatistic.Q0.value(test.observed(), 0.0));

        double exact = PoissonDistribution.of(3.0).survivalProbability(7);
        assertThat(p).isCloseTo(exact, within(5 * toys.error(exact)));
    }

    /** The asymptotic laws are exact for one Gaussian measurement. */
    @ParameterizedTest
    @EnumSource(
            value = TestStatistic.class,
            names = {"Q_MU", "Q_MU_TILDE", "T_MU", "T_MU_TILDE"})
    void toysAgreeWithFormulasWhereTheseAreExact(TestStatistic statistic) {
        ToyComparison both = ToyComparison.of(new GaussianModel(-0.6), statistic, 1.2, PLAN);

        assertThat(both.pull()).isBetween(-5.0, 5.0);
        assertThat(Math.abs(both.zDifference())).isLessThan(0.1);
        double clb = both.asymptotic().clb();
        assertThat(both.toys().test().clb()).isCloseTo(clb, within(5 * Math.sqrt(clb * (1 - clb) / 20_000)));
    }

    @Test
    void expectedValuesByToysAreTheExactOnesOfAGaussian() {
        double mu = 4.0;
        ToyComparison both = ToyComparison.of(new GaussianModel(0.3), TestStatistic.Q_MU, mu, PLAN);

        for (int i = 0; i < 5; i++) {
            double expected = both.asymptotic().clsbExpected().get(i);
            // The quantile of N toys moves CLs+b by its own binomial error, in units of the density of the background.
            double z = i - 2.0;
            double quantile =
                    Math.sqrt(Gaussian.pValue(z) * Gaussian.pValue(-z) / 20_000) * density(mu - z) / density(z);
            double error = Math.hypot(Math.sqrt(expected * (1 - expected) / 20_000), quantile) + 1.0 / 20_000;
            assertThat(both.toys().test().clsbExpected().get(i)).isCloseTo(expected, within(5 * error));
        }
    }

    private static double density(double z) {
        return StrictMath.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    }

    @Test
    void threadsDoNotChangeABit() {
        BinnedModel model = Counting.uncertain(10.0, 50.0, 7.0, 55.0);
        ToyPlan plan = ToyPlan.of(500, 11);

        Toys one = ToyTest.of(model, TestStatistic.Q_MU_TILDE, plan).toys("test", 1.0, 1.0);
        Toys three =
                ToyTest.of(model, TestStatistic.Q_MU_TILDE, plan.withThreads(3)).toys("test", 1.0, 1.0);
        Toys other =
                ToyTest.of(model, TestStatistic.Q_MU_TILDE, plan.withSeed(12)).toys("test", 1.0, 1.0);

        for (int i = 0; i < one.size(); i++) {
            assertThat(three.get(i)).isEqualTo(one.get(i));
        }
        assertThat(one.quantile(0.9)).isNotEqualTo(other.quantile(0.9));
    }

    /**
     * With the auxiliary count as observed the estimate varies with one of the two counts: var(μ̂ s) is 60 in
     * place of 60 + 49, and toys rarely reach what is usual with both.
     */
    @Test
    void conditionalToysVaryLess() {
        BinnedModel model = Counting.uncertain(10.0, 50.0, 7.0, 60.0);
        double beyond = 2.7;

        Toys both = ToyTest.of(model, TestStatistic.T_MU, PLAN).toys("test", 1.0, 1.0);
        Toys counts = ToyTest.of(model, TestStatistic.T_MU, PLAN.withEnsemble(Ensemble.CONDITIONAL))
                .toys("test", 1.0, 1.0);

        assertThat(both.pValue(beyond)).isGreaterThan(counts.pValue(beyond) + 5 * both.error(0.1));
    }

    @Test
    void reasonsNameLowCountsAndBoundaries() {
        ToyComparison low =
                ToyComparison.of(Counting.known(5.0, 3.0, 1.0), TestStatistic.Q_MU_TILDE, 1.0, ToyPlan.of(100, 1));
        ToyComparison high =
                ToyComparison.of(Counting.known(50.0, 100.0, 140.0), TestStatistic.Q_MU_TILDE, 1.0, ToyPlan.of(100, 1));

        assertThat(low.reasons()).anyMatch(r -> r.startsWith("low counts: 1 of 1 bins expect fewer than 10 events"));
        assertThat(low.reasons()).anyMatch(r -> r.startsWith("boundary: the best fit is at 0.0"));
        assertThat(high.reasons()).isEmpty();
        assertThat(ToyComparison.of(
                                Counting.known(50.0, 100.0, 170.0), TestStatistic.Q_MU_TILDE, 1.0, ToyPlan.of(100, 1))
                        .reasons())
                .singleElement()
                .asString()
                .startsWith("ties");
    }
}
