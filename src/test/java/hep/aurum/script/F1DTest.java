package hep.aurum.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import java.util.List;
import org.junit.jupiter.api.Test;

class F1DTest {

    @Test
    void aBellHasItsValueSlopeAndIntegral() {
        F1D f = new F1D("2*exp(-x*x/50)", -100, 100);
        double exact = 2 * Math.sqrt(50 * Math.PI);

        assertThat(f.eval(5)).isCloseTo(2 * StrictMath.exp(-0.5), within(1e-15));
        assertThat(f.differentiate(5)).isCloseTo(-0.4 * StrictMath.exp(-0.5), within(1e-15));
        assertThat(f.integral()).isCloseTo(exact, within(1e-8 * exact));
        assertThat(f.integral(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                .isCloseTo(exact, within(1e-8 * exact));
    }

    @Test
    void parametersHaveNamesAndMustBeSet() {
        F1D line = new F1D("a*x+b").setPar("a", 2);

        assertThat(line.getParNames()).containsExactly("a", "b");
        assertThatThrownBy(() -> line.eval(1))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("setPar(\"b\", value)");
        assertThat(line.setPar("b", -1).eval(List.of(0, 1.5))).containsExactly(-1, 2);
        assertThat(line.integral(0, 2)).isCloseTo(2, within(1e-14));
        assertThat(line.getPar("a")).isEqualTo(2);
        assertThatThrownBy(() -> line.setPar("c", 1))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("known: a, b");
        assertThatThrownBy(line::integral).hasMessageContaining("no interval");
        assertThat(line.toString()).isEqualTo("F1D \"a*x+b\" with a = 2.0, b = -1.0");
    }

    @Test
    void codeIsAFunctionToo() {
        F1D cube = new F1D("cube", x -> x * x * x, 0, 2);

        assertThat(cube.eval(2)).isEqualTo(8);
        assertThat(cube.integral()).isCloseTo(4, within(1e-13));
        assertThatThrownBy(() -> cube.differentiate(1)).isInstanceOf(NotSupported.class);
        assertThatThrownBy(() -> new F1D("x", 2, 1)).hasMessageContaining("expected min < max");
    }
}
