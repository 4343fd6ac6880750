package hep.aurum.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.NotFound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {

    @Test
    void tanhHasARelativeErrorBelowFourInTenMillion() {
        for (int i = -1200; i <= 1200; i++) {
            float z = i / 100f;
            double truth = Math.tanh(z);
            assertThat((double) Activation.tanh(z)).isCloseTo(truth, within(4e-7 * Math.abs(truth)));
        }
        assertThat(Activation.tanh(Float.NaN)).isNaN();
        assertThat(Activation.tanh(Float.NEGATIVE_INFINITY)).isCloseTo(-1f, within(1e-6f));
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void valuesAndDerivativesAgreeWithDoublePrecisionToAMillionth(Activation activation) {
        DoubleActivation truth = DoubleActivation.of(activation);
        for (int i = -16000; i <= 16000; i++) {
            float z = i / 400f;
            float[] at = {z};
            float[] first = new float[1];
            float[] second = new float[1];

            activation.apply(at, first, second, 0, 1);

            // Products with z magnify the rounding of a probability that is nearly 0 or 1.
            double tolerance = 1e-6 * Math.max(1, Math.abs(z) / 4);
            double rounding = Math.ulp((float) truth.value(z));
            assertThat((double) at[0]).isCloseTo(truth.value(z), within(tolerance + rounding));
            assertThat((double) first[0]).isCloseTo(truth.first(z), within(tolerance));
            assertThat((double) second[0]).isCloseTo(truth.second(z), within(tolerance));
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void farFromZeroValuesAreTheLimits(Activation activation) {
        float[] at = {-1000f, 1000f, Float.NaN};
        float[] first = new float[3];
        float[] second = new float[3];

        activation.apply(at, first, second, 0, 3);

        boolean bounded = activation == Activation.TANH;
        assertThat(at[0]).isCloseTo(bounded ? -1f : 0f, within(1e-6f));
        assertThat(at[1]).isEqualTo(bounded ? 1f : 1000f);
        assertThat(at[2]).isNaN();
        assertThat(first[0]).isCloseTo(0f, within(1e-6f));
        assertThat(first[1]).isCloseTo(bounded ? 0f : 1f, within(1e-6f));
        assertThat(second[0]).isCloseTo(0f, within(1e-6f));
        assertThat(second[1]).isCloseTo(0f, within(1e-6f));
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void valuesAloneHaveTheBitsOfValuesWithDerivatives(Activation activation) {
        float[] alone = new float[333];
        float[] with = new float[333];
        for (int i = 0; i < with.length; i++) {
            alone[i] = (i - 166) / 16f;
            with[i] = alone[i];
        }

        activation.apply(alone, 1, 331);
        activation.apply(with, new float[333], new float[333], 1, 331);

        assertThat(alone).containsExactly(with);
    }

    @Test
    void slopeOfReluIsOneForTheSmallestNumber() {
        float[] at = {Float.MIN_VALUE, 0f, -Float.MIN_VALUE};
        float[] first = new float[3];

        Activation.RELU.apply(at, first, new float[3], 0, 3);

        assertThat(first).containsExactly(1f, 0f, 0f);
    }

    @Test
    void tanhExceedsOneNowhere() {
        float largest = 0;
        for (float z = 7.5f; z < 8.5f; z = Math.nextUp(z)) {
            largest = Math.max(largest, Activation.tanh(z));
        }

        assertThat(largest).isEqualTo(1f);
    }

    @Test
    void unknownNameIsAnsweredWithASuggestion() {
        assertThat(Activation.parse("SiLU")).isEqualTo(Activation.SILU);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> Activation.parse("tahn"))
                .withMessageContaining("tanh");
    }
}
