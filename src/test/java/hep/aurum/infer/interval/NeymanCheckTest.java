package hep.aurum.infer.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.optim.Differentiable;
import hep.aurum.math.random.RandomStreams;
import java.util.List;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

/**
 * One count with the quadratic rate 100 + 50(1 + 2θ + 2θ²): the χ²₁ set of 68.27 % covers .848 at θ = −.5, .680 at −.2 and
 * .693 at 0 (exact sums over the Poisson law).
 */
class NeymanCheckTest {

    private static final int TOYS = 20_000;

    /** Five binomial standard deviations: false alarm 6e-7 per comparison. */
    private static final double TOLERANCE = 5 * Math.sqrt(0.68 * 0.32 / TOYS);

    private static double rate(double theta) {
        return 100 + 50 * (1 + 2 * theta + 2 * theta * theta);
    }

    private static Differentiable twiceNll(int count) {
        return (x, g) -> {
            double nu = rate(x[0]);
            g[0] = -2 * (count / nu - 1) * 50 * (2 + 4 * x[0]);
            return -2 * (count * StrictMath.log(nu) - nu);
        };
    }

    private static NeymanCheck check(double theta) {
        ToySource source = (truth, random) -> new ToySource.Toy(
                twiceNll(PoissonDistribution.of(rate(truth[0]))
                        .createSampler(random)
                        .sample()),
                List.of(new double[] {1.0}, new double[] {-0.5}));
        Box box = Box.of(new double[] {-4}, new double[] {3});
        return NeymanCheck.at(source, new double[] {theta}, box, TOYS, RandomStreams.of(7));
    }

    @Test
    void showsWhereTheChiSquareSetCoversTooMuch() {
        assertThat(check(-0.5).coverage(1)).isCloseTo(0.848, within(TOLERANCE + 5e-4));
        assertThat(check(-0.2).coverage(1)).isCloseTo(0.680, within(TOLERANCE + 5e-4));
        assertThat(check(0).coverage(1)).isCloseTo(0.693, within(TOLERANCE + 5e-4));
    }

    @Test
    void theNeymanThresholdCoversByConstruction() {
        NeymanCheck check = check(-0.5);

        assertThat(check.coverage(check.threshold(ChiSquare.ONE_SIGMA))).isGreaterThanOrEqualTo(0.6827);
        assertThat(check.threshold(ChiSquare.ONE_SIGMA)).isLessThan(1);
    }

    @Test
    void pValueIsNeverZero() {
        assertThat(check(0).pValue(1e9)).isEqualTo(1.0 / (TOYS + 1));
    }
}
