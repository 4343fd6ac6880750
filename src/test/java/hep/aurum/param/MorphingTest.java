package hep.aurum.param;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadModel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MorphingTest {

    private static final ParameterSpace TWO =
            ParameterSpace.of(new Parameter("cHW", -3, 3, 0), new Parameter("cHWtil", -3, 3, 0));

    private static Benchmark at(String name, double... point) {
        return new Benchmark(name, ParameterPoint.of(point));
    }

    /** METHODS 2c, from MadMiner's tests/test_morphing.py. */
    @Test
    void morphingWeightsAgreeWithMadMiners() {
        ParameterSpace space = ParameterSpace.of(new Parameter("a", -9, 9, 1), new Parameter("b", -9, 9, 1));
        MonomialBasis basis = MonomialBasis.of(2, new int[][] {{4, 0}, {3, 1}, {2, 2}, {1, 3}, {0, 4}});
        List<Benchmark> benchmarks =
                IntStream.rangeClosed(1, 5).mapToObj(i -> at("w" + i, 1, i - 6)).toList();

        Morphing morphing = Morphing.of(space, basis, benchmarks);

        ParameterPoint theta = ParameterPoint.of(1, 1);
        assertThat(morphing.morphingWeights(theta)).containsExactly(new double[] {5, -24, 45, -40, 15}, within(1e-9));
        assertThat(morphing.morphingWeightDerivatives(theta, 0))
                .containsExactly(new double[] {13.58333, -66, 126, -115.33333, 45.75}, within(5e-6));
        assertThat(morphing.morphingWeightDerivatives(theta, 1))
                .containsExactly(new double[] {6.41667, -30, 54, -44.66667, 14.25}, within(5e-6));
    }

    @Test
    void aMissingCrossTermIsNamedWithAPointThatHelps() {
        List<Benchmark> benchmarks =
                List.of(at("sm", 0, 0), at("b1", 3, 0), at("b2", -3, 0), at("b3", 0, 3), at("b4", 0, -3));

        assertThatThrownBy(() -> Morphing.quadratic(TWO, benchmarks))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("undetermined cHW*cHWtil")
                .hasMessageContaining("(cHW = 3.0, cHWtil = 3.0)");
    }

    @Test
    void proposedPointsRepairTheRank() {
        List<Benchmark> repaired = List.of(
                at("sm", 0, 0), at("b1", 3, 0), at("b2", -3, 0), at("b3", 0, 3), at("b4", 0, -3), at("added", 3, 3));

        assertThat(Morphing.quadratic(TWO, repaired).conditionNumber()).isCloseTo(20.0022, within(5e-5));
        assertThatThrownBy(() -> Morphing.quadratic(TWO, repaired.subList(0, 1)))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("undetermined cHW, cHWtil, cHW^2, cHW*cHWtil, cHWtil^2");
    }

    @Test
    void rankDoesNotDependOnTheUnitOfAParameter() {
        ParameterSpace tiny = ParameterSpace.of(new Parameter("c", -1e-7, 1e-7, 0));

        Morphing morphing = Morphing.quadratic(tiny, List.of(at("a", 0), at("b", 1e-7), at("c", -1e-7)));

        double[] coefficients = new double[3];
        morphing.coefficients(new double[] {1, 4, 0}, coefficients);
        assertThat(coefficients).containsExactly(new double[] {1, 2e7, 1e14}, within(1.0));
        assertThat(morphing.weight(coefficients, new double[] {5e-8})).isCloseTo(2.25, within(1e-12));
    }

    @Test
    void anOverdeterminedFitReportsItsResidual() {
        ParameterSpace one = ParameterSpace.of(new Parameter("c", -3, 3, 0));
        Morphing morphing = Morphing.quadratic(one, List.of(at("a", 0), at("b", 1), at("c", 2), at("d", -1)));
        double[] coefficients = new double[3];

        morphing.coefficients(new double[] {1, 4, 9, 0}, coefficients);

        assertThat(morphing.isOverdetermined()).isTrue();
        assertThat(coefficients).containsExactly(new double[] {1, 2, 1}, within(1e-13));
        assertThat(morphing.residual(new double[] {1, 4, 9, 0}, coefficients)).isLessThan(1e-14);

        // The residual vector of a cubic distortion is fixed by the geometry of four points: (-3, 3, -1, 1)/20 of it.
        double[] bent = {1, 4, 9.9, 0};
        morphing.coefficients(bent, coefficients);
        assertThat(morphing.residual(bent, coefficients)).isCloseTo(0.9 * 3 / 20 / 9.9, within(1e-12));
    }

    @Test
    void aBenchmarkLeftOutIsPredicted() {
        ParameterSpace one = ParameterSpace.of(new Parameter("c", -3, 3, 0));
        Morphing all = Morphing.quadratic(one, List.of(at("a", 0), at("b", 1), at("c", 2), at("d", -1)));
        MorphingClosure closure =
                MorphingClosure.of(all.without("c"), all.benchmarks().get(2));

        closure.add(new double[] {1, 4, 0}, 9);
        closure.add(new double[] {2, 2, 2}, 2.5);

        MorphingClosure.Result result = closure.result();
        assertThat(result.maxRelativeDifference()).isCloseTo(0.2, within(1e-12));
        assertThat(result.medianRelativeDifference()).isCloseTo(0.1, within(1e-12));
        assertThat(result.statedMean()).isEqualTo(5.75);
    }
}
