package hep.aurum.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.infer.test.Gaussian;
import hep.aurum.math.random.Draws;
import hep.aurum.math.random.RandomStreams;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedAucTest {

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void pairsAreCountedByTheirWeights() {
        double[] first = {3, 1, 2};
        double[] second = {2, 4};
        WeightedAuc auc = WeightedAuc.of(first, new double[] {1, 2, 5}, second, new double[] {3, 1});

        // 4 is above everything; 2 is above 1 and level with 2: of the first sample's 8, it is above 2 + 5/2.
        assertThat(auc.value()).isCloseTo((1 * 8 + 3 * 4.5) / (4 * 8), within(1e-15));
        assertThat(auc.contrast().value()).isCloseTo(auc.value() - 0.5, within(1e-15));
    }

    @Test
    void equalScoresTellNothing() {
        WeightedAuc auc = WeightedAuc.of(new double[7], ones(7), new double[9], ones(9));

        assertThat(auc.value()).isEqualTo(0.5);
        assertThat(auc.contrast().pull()).isZero();
    }

    /**
     * METHODS.md row 75: the best classifier of N(0, 1) weighted to N(θ, 1) against N(θ + δ, 1) has the area Φ(δ/√2). Four errors: a
     * false alarm in 16 000, and the seed is fixed.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.25, 0.5})
    void aShiftBetweenReweightedGaussiansHasItsArea(double delta) {
        int n = 40_000;
        double theta = 0.5;
        UniformRandomProvider random = RandomStreams.of(3).stream("events", 0);
        double[] reference = new double[n];
        double[] weights = new double[n];
        double[] point = new double[n];
        for (int i = 0; i < n; i++) {
            reference[i] = Draws.gaussian(random);
            weights[i] = Math.exp(theta * (reference[i] - theta / 2));
            point[i] = theta + delta + Draws.gaussian(random);
        }

        WeightedAuc auc = WeightedAuc.of(reference, weights, point, ones(n));

        double expected = 1 - Gaussian.pValue(delta / Math.sqrt(2));
        assertThat(auc.value()).isCloseTo(expected, within(4 * auc.contrast().error()));
        assertThat(auc.contrast().error()).isLessThan(0.003);
    }

    /** The error of an area of ½ between n and n events is \(\sqrt{(2n+1)/12}/n\), which 2000 events show within 3 %. */
    @Test
    void theErrorIsDeLongs() {
        int n = 2000;
        UniformRandomProvider random = RandomStreams.of(4).stream("events", 0);
        double[] a = new double[n];
        double[] b = new double[n];
        Arrays.setAll(a, i -> random.nextDouble());
        Arrays.setAll(b, i -> random.nextDouble());

        double expected = Math.sqrt((2.0 * n + 1) / 12) / n;
        assertThat(WeightedAuc.of(a, ones(n), b, ones(n)).contrast().error())
                .isCloseTo(expected, within(0.03 * expected));
    }

    @Test
    void theCurveRisesFromNothingToAll() {
        double[] a = {0, 1, 2, 3};
        double[] b = {10, 11, 12, 13};
        WeightedAuc auc = WeightedAuc.of(a, ones(4), b, ones(4));

        assertThat(auc.value()).isEqualTo(1);
        assertThat(auc.truePositives()[0]).isZero();
        assertThat(auc.truePositives()[50]).isEqualTo(1);
        assertThat(auc.falsePositives()[50]).isZero();
        assertThat(auc.falsePositives()[51]).isEqualTo(1);
    }
}
