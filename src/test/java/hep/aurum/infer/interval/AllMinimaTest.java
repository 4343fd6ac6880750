package hep.aurum.infer.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.optim.Differentiable;
import hep.aurum.math.optim.LocalMinimum;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllMinimaTest {

    /** Counting experiment with the quadratic rate 100 + 50(1 + 2x + 2x²): symmetric about x = −1/2. */
    private static Differentiable quadraticRate(double count) {
        return (x, g) -> {
            double nu = 100 + 50 * (1 + 2 * x[0] + 2 * x[0] * x[0]);
            double slope = 50 * (2 + 4 * x[0]);
            g[0] = -2 * (count / nu - 1) * slope;
            return -2 * (count * StrictMath.log(nu) - nu);
        };
    }

    private static final Box RANGE = Box.of(new double[] {-3}, new double[] {2});

    @Test
    void findsBothMinimaOfAQuadraticRate() {
        // 150 + 100x + 100x² = 350 at x = 1 and x = −2. The search stops within 1e-5 of the minimum in −2 ln L, whose
        // curvature there is 2 · 300² / 350 = 514: within √(2 · 1e-5 / 514) = 2e-4 in x.
        List<LocalMinimum> minima = AllMinima.withDefaults().find(quadraticRate(350), RANGE, List.of());

        assertThat(minima).hasSize(2);
        assertThat(minima.stream().mapToDouble(m -> m.get(0)).sorted().toArray())
                .containsExactly(new double[] {-2, 1}, within(2e-4));
        assertThat(minima.get(0).value()).isCloseTo(minima.get(1).value(), within(1e-5));
    }

    @Test
    void scanShowsTwoIntervalsAndTheirClosedFormEnds() {
        ProfileStatistic statistic =
                ProfileStatistic.of(quadraticRate(350), RANGE, AllMinima.withDefaults(), List.of());

        List<Scan1D.Interval> intervals = Scan1D.of(statistic, "x", 0, 5001).intervals(1);

        assertThat(intervals).hasSize(2);
        for (Scan1D.Interval interval : intervals) {
            assertThat(statistic.at(new double[] {interval.lower()})).isCloseTo(1, within(1e-3));
            assertThat(statistic.at(new double[] {interval.upper()})).isCloseTo(1, within(1e-3));
        }
        // The two intervals mirror each other about −1/2.
        assertThat(intervals.get(0).lower() + intervals.get(1).upper()).isCloseTo(-1, within(1e-4));
    }

    @Test
    void profilesAParameterThatIsNotScanned() {
        // f = (x−1)² + (y − x)²: the profile over y is (x−1)².
        Differentiable f = (p, g) -> {
            g[0] = 2 * (p[0] - 1) - 2 * (p[1] - p[0]);
            g[1] = 2 * (p[1] - p[0]);
            return (p[0] - 1) * (p[0] - 1) + (p[1] - p[0]) * (p[1] - p[0]);
        };
        Box box = Box.of(new double[] {-3, -3}, new double[] {3, 3});
        ProfileStatistic statistic = ProfileStatistic.of(f, box, AllMinima.withDefaults(), List.of());

        Scan1D scan = Scan1D.of(statistic, "x", 0, 13);

        for (int i = 0; i < scan.values().size(); i++) {
            double x = scan.values().get(i);
            assertThat(scan.twiceDeltaNll().get(i)).isCloseTo((x - 1) * (x - 1), within(1e-5));
        }
    }

    @Test
    void thresholdsAreThoseOfTheChiSquareLaw() {
        assertThat(ChiSquare.threshold(1, ChiSquare.ONE_SIGMA)).isCloseTo(1, within(1e-9));
        assertThat(ChiSquare.threshold(1, ChiSquare.TWO_SIGMA)).isCloseTo(4, within(1e-9));
        // For two parameters the law is exponential: −2 ln(1 − level).
        assertThat(ChiSquare.threshold(2, ChiSquare.TWO_SIGMA))
                .isCloseTo(-2 * StrictMath.log(1 - ChiSquare.TWO_SIGMA), within(1e-9));
        assertThat(ChiSquare.pValue(2, 6.18)).isCloseTo(StrictMath.exp(-3.09), within(1e-12));
    }
}
