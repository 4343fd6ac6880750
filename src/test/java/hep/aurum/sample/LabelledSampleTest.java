package hep.aurum.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.estimator.Standardisation;
import hep.aurum.math.array.ArrayTable;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LabelledSampleTest {

    private static final ParameterSpace SPACE =
            ParameterSpace.of(new Parameter("a", -1, 1, 0), new Parameter("b", -1, 1, 0));

    private static final List<String> NAMES = List.of("pt", "eta");

    private static LabelledSample good() {
        return LabelledSample.of(SPACE, NAMES, table(2, 6), table(2, 6), ArrayTable.of(new double[] {0, 1, 0}, 1));
    }

    private static ArrayTable table(int columns, int numbers) {
        return ArrayTable.of(new double[numbers], columns);
    }

    /** Three rows, the last number of the second of which is not a number. */
    private static ArrayTable broken(int columns) {
        double[] values = new double[3 * columns];
        values[2 * columns - 1] = Double.NaN;
        return ArrayTable.of(values, columns);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                of(
                        s -> LabelledSample.of(SPACE, NAMES, broken(2), s.theta0(), s.y()),
                        "x of example 1 is NaN in column 1"),
                of(s -> LabelledSample.of(SPACE, NAMES, s.x(), broken(2), s.y()), "theta0 of example 1 is NaN"),
                of(s -> LabelledSample.of(SPACE, NAMES, s.x(), s.theta0(), broken(1)), "y of example 1 is NaN"),
                of(
                        s -> LabelledSample.of(
                                SPACE, NAMES, s.x(), s.theta0(), ArrayTable.of(new double[] {0, 1, 0.5}, 1)),
                        "y of example 2 is 0.5, expected 0 or 1"),
                of(s -> s.withRatio(broken(1)), "joint ratio of example 1 is NaN"),
                of(s -> s.withScore(broken(2)), "joint score of example 1 is NaN in column 1"),
                of(s -> s.withTheta1(broken(2)), "theta1 of example 1 is NaN"),
                of(s -> s.withWeight(broken(1)), "weight of example 1 is NaN"),
                of(
                        s -> LabelledSample.of(SPACE, NAMES, table(3, 9), s.theta0(), s.y()),
                        "x has 3 rows of 3 numbers, expected 3 of 2"),
                of(
                        s -> LabelledSample.of(SPACE, NAMES, s.x(), table(2, 4), s.y()),
                        "theta0 has 2 rows of 2 numbers, expected 3 of 2"),
                of(s -> s.withWeight(table(1, 4)), "weight has 4 rows of 1 numbers, expected 3 of 1"));
    }

    private static Arguments of(Function<LabelledSample, LabelledSample> change, String message) {
        return Arguments.of(change, message);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void raggedTablesAndNumbersThatAreNotFiniteAreRefusedByName(
            Function<LabelledSample, LabelledSample> change, String message) {
        assertThatThrownBy(() -> change.apply(good()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void twoLawsHaveNoParameters() {
        LabelledSample sample = LabelledSample.ofTwoLaws(List.of("x"), table(1, 2), table(1, 2));

        assertThat(sample.space().size()).isZero();
        assertThat(sample.theta0().rows()).isEqualTo(2);
        assertThat(sample.theta0().columns()).isZero();
        assertThatThrownBy(() -> LabelledSample.ofTwoLaws(List.of("x"), table(1, 3), table(1, 2)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("y has 2 rows");
    }

    @Test
    void originsAreThePositionsUnlessGiven() {
        assertThat(good().origin(2)).isEqualTo(2);
        assertThat(good().withOrigins(new long[] {7, 7, 9})
                        .withWeight(table(1, 3))
                        .origin(1))
                .isEqualTo(7);
        assertThatThrownBy(() -> good().withOrigins(new long[2])).isInstanceOf(IllegalArgumentException.class);
    }

    /** The sample of weighted events does not look at its features; whoever standardises them does. */
    @Test
    void standardisationNamesTheEventWhoseFeatureIsNotFinite() {
        EventSample events = new EventSample(
                SPACE,
                NAMES,
                List.of("signal"),
                MonomialBasis.complete(2, 0),
                new double[] {1, 2, 3, Double.NaN, 5, 6},
                new double[3],
                new int[3],
                new long[] {40, 41, 42});

        assertThatThrownBy(() -> Standardisation.ofFeatures(events))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("feature eta of generator event 41 is NaN")
                .hasMessageContaining("row 1");
    }
}
