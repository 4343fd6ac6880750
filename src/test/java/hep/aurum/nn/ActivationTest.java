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
    void derivativesAgreeWithDifferencesOfTheValues(Activation activation) {
        for (float z = -6; z <= 6; z += 0.37f) {
            float step = 0.02f;
            float[] at = {z - step, z, z + step, 0};
            float[] first = new float[4];
            float[] second = new float[4];
            activation.apply(at, first, second, 0, 4);

            // The differences are exact to step^2 in the first and to step^2 and rounding in the slopes.
            assertThat((at[2] - at[0]) / (2 * step)).isCloseTo(first[1], within(3e-4f));
            assertThat((first[2] - first[0]) / (2 * step)).isCloseTo(second[1], within(8e-4f));
            assertThat(at[3]).isZero();
        }
    }

    @Test
    void unknownNameIsAnsweredWithASuggestion() {
        assertThat(Activation.parse("SiLU")).isEqualTo(Activation.SILU);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> Activation.parse("tahn"))
                .withMessageContaining("tanh");
    }
}
