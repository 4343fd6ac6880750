package hep.aurum.infer.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.infer.Counting;
import hep.aurum.infer.test.TestStatistic;
import hep.aurum.infer.test.ToyPlan;
import hep.aurum.likelihood.FunctionalModel;
import hep.aurum.math.optim.Minimum;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One count with the rate 100 + 50 (1 + 2θ + 2θ²): coverage is a sum over the Poisson law. */
class NeymanBeltTest {

    private static double rate(double theta) {
        return 100.0 + 50.0 * (1.0 + 2.0 * theta + 2.0 * theta * theta);
    }

    /** t of every count with a probability above 1e-12. */
    private static Map<Integer, Double> statistics(double theta) {
        Map<Integer, Double> t = new TreeMap<>();
        PoissonDistribution law = PoissonDistribution.of(rate(theta));
        for (int n = 0; n < 400; n++) {
            if (law.probability(n) > 1e-12) {
                FunctionalModel model = Counting.quadratic(n);
                t.put(n, TestStatistic.T_MU.value(TestStatistic.T_MU.profile(model), theta));
            }
        }
        return t;
    }

    private static double coverage(double theta, double threshold) {
        PoissonDistribution law = PoissonDistribution.of(rate(theta));
        double sum = 0.0;
        for (Map.Entry<Integer, Double> entry : statistics(theta).entrySet()) {
            sum += entry.getValue() <= threshold ? law.probability(entry.getKey()) : 0.0;
        }
        return sum;
    }

    /** Without toys: Wilks' rule covers too much where the rate has its minimum. */
    @ParameterizedTest
    @CsvSource({"-.5, .848", "-.4, .847", "-.3, .785", "-.2, .680", "0, .693"})
    void theRuleOfWilksCoversAsPublished(double theta, double published) {
        assertThat(coverage(theta, 1.0)).isCloseTo(published, within(5e-4));
    }

    /**
     * Toys find the threshold to the jumps of a discrete law: it covers the level but for five binomial standard errors (a
     * false alarm in 3.5 million for each point), and no less than needed.
     */
    @ParameterizedTest
    @CsvSource({"-.5", "-.4", "-.3", "-.2", "0", ".5"})
    @Tag("slow")
    void theNeymanSetCoversEverywhere(double theta) {
        int toys = 4000;
        NeymanBelt belt = NeymanBelt.of(
                Counting.quadratic(150.0), 0.6827, ToyPlan.of(toys, 3).withThreads(2));

        double covered = coverage(theta, belt.at(theta).threshold() + 1e-6);

        double error = Math.sqrt(0.6827 * 0.3173 / toys);
        assertThat(covered).isGreaterThanOrEqualTo(0.6827 - 5 * error);
        // One more value of t, of two counts on either side of the minimum, has a probability of at most 8 %.
        assertThat(covered).isLessThan(0.6827 + 5 * error + 0.08);
    }

    /** 250 events are 100 + 50 (1 + 2θ + 2θ²) at θ = −1 ± ... : 2θ² + 2θ − 2 = 0. */
    @Test
    void bothMinimaOfAQuadraticRateAreFound() {
        List<Minimum> minima = AllMinima.of(Counting.quadratic(250.0));

        assertThat(minima).hasSize(2);
        double[] roots = minima.stream().mapToDouble(m -> m.point(0)).sorted().toArray();
        assertThat(roots[0]).isCloseTo(-0.5 - Math.sqrt(1.25), within(1e-7));
        assertThat(roots[1]).isCloseTo(-0.5 + Math.sqrt(1.25), within(1e-7));
        assertThat(minima.get(1).value()).isCloseTo(minima.get(0).value(), within(1e-10));
    }

    /** An excess is compatible with both branches of the rate, and with nothing between them. */
    @Test
    @Tag("slow")
    void aSetOfTwoIntervalsIsFoundAndIsSymmetric() {
        NeymanSet set = NeymanBelt.of(
                        Counting.quadratic(250.0), 0.9, ToyPlan.of(400, 3).withThreads(2))
                .withRefinements(6)
                .scan(-2.5, 1.5, 17);

        List<Scan1D.Interval> intervals = set.intervals();

        assertThat(intervals).hasSize(2);
        // The rate is symmetric about −1/2, the grid is, and the toys of mirrored points are the same.
        assertThat(intervals.get(0).lower() + intervals.get(1).upper()).isCloseTo(-1.0, within(1e-9));
        assertThat(intervals.get(0).upper() + intervals.get(1).lower()).isCloseTo(-1.0, within(1e-9));
    }

    /** A belt by toys with μ ≥ 0 is that of Feldman and Cousins. */
    @ParameterizedTest
    @CsvSource({"2, 2.0", "6, .5", "6, 7.0"})
    void pValuesAreExactSumsInTheOrderOfFeldmanAndCousins(int count, double mu) {
        PoissonDistribution law = PoissonDistribution.of(mu + 3.0);
        double observed = t(count, mu);
        double exact = 0.0;
        for (int n = 0; n < 80; n++) {
            exact += t(n, mu) >= observed - 1e-9 ? law.probability(n) : 0.0;
        }

        NeymanPoint point = NeymanBelt.of(Counting.known(1.0, 3.0, count), 0.9, ToyPlan.of(20_000, 9))
                .withStatistic(TestStatistic.T_MU_TILDE)
                .at(mu);

        assertThat(point.observed()).isCloseTo(observed, within(1e-9));
        // Five standard errors: a false alarm in 1.7 million.
        assertThat(point.pValue()).isCloseTo(exact, within(5 * Math.sqrt(exact * (1 - exact) / 20_000) + 1e-12));
    }

    private static double t(int n, double mu) {
        double best = Math.max(3.0, n);
        return 2.0 * (mu + 3.0 - best - (n == 0 ? 0.0 : n * StrictMath.log((mu + 3.0) / best)));
    }
}
