package hep.aurum.math.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

    private static double at(String text, double x) {
        return Formula.parse(text).evaluator().value(x, new double[0]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2 + 3*x; 3; 11",
                "2^3^2; 0; 512",
                "-x^2; 3; -9",
                "(-x)**2; 3; 9",
                "2^-1; 0; 0.5",
                "8/4/2; 0; 1",
                "1 - 2 - 3; 0; -4",
                "x[0]*x[ 0 ]; 5; 25",
                "1.5e2 + .5 + 2.; 0; 152.5",
                "pow(x, 3) - min(x, 1) + max(x, 7); 2; 14",
                "gauss(x, 1, 2); 1; 1",
                "log10(1000) + ln(exp(2)) + log(exp(1)); 0; 6",
                "abs(-x) + sqrt(16); 3; 7",
                "2*-x; 3; -6",
                "4*cos(2*pi*x) + sin(Pi*x/2); 1; 5",
            })
    void formulasHaveTheValueOfArithmetic(String text, double x, double expected) {
        assertThat(at(text, x)).isCloseTo(expected, within(1e-14 * Math.max(1, Math.abs(expected))));
    }

    @Test
    void namesAreParametersInTheOrderOfTheirAppearance() {
        Formula line = Formula.parse("slope*x + offset + slope");

        assertThat(line.parameters()).containsExactly("slope", "offset");
        assertThat(line.evaluator().value(2, new double[] {3, 1})).isEqualTo(10);
        assertThat(Formula.parse("b*x + a", List.of("a", "b")).parameters()).containsExactly("a", "b");
        assertThat(Formula.parse("3 + a").hasVariable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2*exq(x) | column 3 | did you mean \"exp\"",
                "2 x | column 3 | product needs its *",
                "2*(x + 1 | column 9 | expected )",
                "2*+ | column 4 | ends too early",
                "exp | column 1 | exp(...)",
                "1.2.3 | column 1 | is no number",
                "1e999 | column 1 | too large",
                "x[1] | column 1 | expected x[0]",
                "pow(x) | column 1 | expected 2",
                "3 $ x | column 3 | expected an operator",
                "$ | column 1 | unexpected",
            })
    void mistakesAreShownWithTheirColumn(String text, String column, String words) {
        assertThatThrownBy(() -> Formula.parse(text))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(column + "\n")
                .hasMessageContaining("^")
                .hasMessageContaining(words);
    }

    @Test
    void unknownNamesAreRefusedWhereParametersAreGiven() {
        assertThatThrownBy(() -> Formula.parse("slop*x", List.of("slope")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("did you mean \"slope\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "exp(", "2^", "+("})
    void deepNestingEndsInASentence(String part) {
        String text = part.repeat(Formula.MAX_LENGTH / part.length());

        assertThatThrownBy(() -> Formula.parse(text))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("nested deeper");
    }

    @Test
    void longTextsAndManyParametersEndInASentence() {
        StringBuilder many = new StringBuilder("a0");
        for (int i = 1; i <= Formula.MAX_PARAMETERS; i++) {
            many.append("+a").append(i);
        }

        assertThatThrownBy(() -> Formula.parse("1+".repeat(Formula.MAX_LENGTH))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Formula.parse(many.toString())).hasMessageContaining("at most 32 parameters");
        assertThatThrownBy(() -> Formula.parse("  ")).hasMessageContaining("empty");
    }

    /** The slope of every function against the closed form of its derivative, itself read as a formula. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "exp(2*x); 2*exp(2*x)",
                "log(x); 1/x",
                "log10(x); 1/(x*log(10))",
                "sqrt(x); 0.5/sqrt(x)",
                "sin(x)*cos(x); cos(2*x)",
                "tan(x); 1/cos(x)^2",
                "asin(x) + 2*acos(x); -1/sqrt(1-x*x)",
                "atan(x); 1/(1+x*x)",
                "sinh(x)*cosh(x); cosh(2*x)",
                "tanh(x); 1/cosh(x)^2",
                "abs(-x); 1",
                "erf(x) + 2*erfc(x); -2/sqrt(pi)*exp(-x*x)",
                "x^3/(1+x); (3*x^2*(1+x) - x^3)/(1+x)^2",
                "x^x; x^x*(1 + log(x))",
                "2^x; 2^x*log(2)",
                "min(x, 2) + 3*max(x, 2) - x; 0",
                "gauss(x, 1, 2); -(x-1)/4*gauss(x, 1, 2)",
            })
    void slopesAreExact(String text, String derivative) {
        for (double x : new double[] {0.2, 0.5, 0.9}) {
            double slope = Formula.parse(text).evaluator().slope(x, new double[0]);

            assertThat(slope).isCloseTo(at(derivative, x), within(1e-13 * (1 + Math.abs(slope))));
        }
    }

    @Test
    void secondDerivativesInParametersAreExact() {
        Formula formula = Formula.parse("a*x^b/c + exp(a*b)", List.of("a", "b", "c"));
        double[] gradient = new double[3];
        double[] hessian = new double[9];
        double x = 1.7;
        double a = 0.8;
        double b = 2.3;
        double c = 1.9;

        double value = formula.evaluator().derivatives(x, new double[] {a, b, c}, gradient, hessian);

        double p = StrictMath.pow(x, b);
        double log = StrictMath.log(x);
        double e = StrictMath.exp(a * b);
        assertThat(value).isCloseTo(a * p / c + e, within(1e-14 * value));
        assertThat(gradient)
                .containsExactly(
                        new double[] {p / c + b * e, a * p * log / c + a * e, -a * p / (c * c)}, within(1e-13 * 20));
        double ab = p * log / c + e + a * b * e;
        double ac = -p / (c * c);
        double bc = -a * p * log / (c * c);
        assertThat(hessian)
                .containsExactly(
                        new double[] {
                            b * b * e,
                            ab,
                            ac,
                            ab,
                            a * p * log * log / c + a * a * e,
                            bc,
                            ac,
                            bc,
                            2 * a * p / (c * c * c)
                        },
                        within(1e-13 * 60));
    }

    @Test
    void powersOfZeroHaveDerivatives() {
        Formula parabola = Formula.parse("a*x^2 + b*x + c^2");
        double[] gradient = new double[3];
        double[] hessian = new double[9];

        parabola.evaluator().derivatives(0, new double[] {1, 2, 0}, gradient, hessian);

        assertThat(gradient).containsExactly(0, 0, 0);
        assertThat(hessian).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 2);
        assertThat(parabola.evaluator().slope(0, new double[] {1, 2, 0})).isEqualTo(2);
        assertThat(Formula.parse("x^0 + x^1").evaluator().slope(0, new double[0]))
                .isEqualTo(1);
    }
}
