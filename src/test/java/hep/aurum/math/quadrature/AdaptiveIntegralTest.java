package hep.aurum.math.quadrature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotConverged;
import org.junit.jupiter.api.Test;

class AdaptiveIntegralTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void polynomialsAreExact() {
        assertThat(AdaptiveIntegral.of(x -> 3 * x * x, 1, 3)).isCloseTo(26, within(1e-13));
        assertThat(AdaptiveIntegral.of(x -> 3 * x * x, 3, 1)).isCloseTo(-26, within(1e-13));
        assertThat(AdaptiveIntegral.of(x -> 1 / x, 2, 2)).isZero();
    }

    @Test
    void gaussiansOverTheWholeLine() {
        double whole = AdaptiveIntegral.of(x -> 2 * StrictMath.exp(-x * x / 50), -INFINITY, INFINITY);
        double half = AdaptiveIntegral.of(x -> 2 * StrictMath.exp(-x * x / 50), 0, INFINITY);
        double other = AdaptiveIntegral.of(x -> 2 * StrictMath.exp(-x * x / 50), -INFINITY, 0);

        double exact = 2 * Math.sqrt(50 * Math.PI);
        assertThat(whole).isCloseTo(exact, within(1e-8 * exact));
        assertThat(half).isCloseTo(exact / 2, within(1e-8 * exact));
        assertThat(other).isCloseTo(exact / 2, within(1e-8 * exact));
    }

    @Test
    void kinksRootsAndNarrowPeaksAreResolved() {
        assertThat(AdaptiveIntegral.of(x -> Math.abs(x - 0.3), 0, 1)).isCloseTo(0.29, within(1e-9));
        assertThat(AdaptiveIntegral.of(x -> 1 / Math.sqrt(x), 0, 1)).isCloseTo(2, within(1e-8));
        assertThat(AdaptiveIntegral.of(x -> 1 / ((x - 0.4) * (x - 0.4) + 1e-6), -1, 1))
                .isCloseTo(1000 * (StrictMath.atan(600) + StrictMath.atan(1400)), within(1e-5));
    }

    @Test
    void divergenceAndHolesEndInASentence() {
        assertThatThrownBy(() -> AdaptiveIntegral.of(x -> 1 / x, 0, 1)).isInstanceOf(NotConverged.class);
        assertThatThrownBy(() -> AdaptiveIntegral.of(StrictMath::log, -1, 1))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> AdaptiveIntegral.of(x -> x, 0, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
