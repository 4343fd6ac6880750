package hep.aurum.format.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotFound;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operators on numbers that can be checked by hand; the files are made byte by byte. */
class OnnxNetworkTest {

    private static final ParameterSpace SPACE = ParameterSpace.of(new Parameter("theta", -5, 5, 0));
    private static final double[] X = {1, -2, 3, 4};

    /** x is [[1, -2], [3, 4]], w is [[1, 2], [3, 4]], row is [10, 20]. */
    private static TinyOnnx two() {
        return TinyOnnx.graph()
                .input("x", 2)
                .output("y")
                .raw("w", new int[] {2, 2}, 1, 2, 3, 4)
                .floats("row", new int[] {2}, 10, 20)
                .doubles("half", new int[] {}, 0.5)
                .longs("one", new int[] {1}, 1)
                .longs("first", new int[] {}, 0)
                .longs("flat", new int[] {1}, -1)
                .longs("column", new int[] {2}, -1, 1);
    }

    private static double[] evaluate(TinyOnnx graph) {
        return graph.network().evaluate("y", Map.of("x", X), 2);
    }

    @ParameterizedTest
    @CsvSource({
        "MatMul, x w, -5, -6, 15, 22",
        "Add, x row, 11, 18, 13, 24",
        "Sub, x row, -9, -22, -7, -16",
        "Sub, row x, 9, 22, 7, 16",
        "Mul, half x, 0.5, -1, 1.5, 2",
        "Div, x half, 2, -4, 6, 8",
        "Div, row x, 10, -10, 3.3333333333333335, 5",
        "Mul, x x, 1, 4, 9, 16",
        "Div, x x, 1, 1, 1, 1",
        "Sum, x x x, 3, -6, 9, 12",
        "Mean, x row, 5.5, 9, 6.5, 12",
        "Neg, x, -1, 2, -3, -4",
        "Abs, x, 1, 2, 3, 4",
        "Sign, x, 1, -1, 1, 1",
        "Relu, x, 1, 0, 3, 4",
        "LeakyRelu, x, 1, -0.02, 3, 4",
        "Softsign, x, 0.5, -0.6666666666666666, 0.75, 0.8",
        "Sigmoid, x, 0.7310585786, 0.1192029220, 0.9525741268, 0.9820137900",
        "Softplus, x, 1.3132616875, 0.1269280110, 3.0485873516, 4.0181499279",
        "Elu, x, 1, -0.8646647168, 3, 4",
        "Erf, x, 0.8427007929, -0.9953222650, 0.9999779095, 0.9999999846",
        "Gelu, x, 0.8413447461, -0.0455002639, 2.9959503059, 3.9998733150",
        "Exp, x, 2.7182818285, 0.1353352832, 20.0855369232, 54.5981500331",
        "Identity, x, 1, -2, 3, 4"
    })
    void operatorsGiveWhatTheyShould(String operator, String inputs, double a, double b, double c, double d) {
        double[] found = evaluate(two().node(operator, "y", inputs));

        assertThat(found).containsExactly(new double[] {a, b, c, d}, within(1e-9));
    }

    @Test
    void gemmObeysItsFactorsAndItsTransposition() {
        double[] plain = evaluate(two().node("Gemm", "y", "x w row"));
        double[] factors =
                evaluate(two().node("Gemm", "y", "x w row", TinyOnnx.real("alpha", 2), TinyOnnx.real("beta", 0.5f)));
        double[] transposed = evaluate(two().node("Gemm", "y", "x w", TinyOnnx.whole("transB", 1)));

        assertThat(plain).containsExactly(5, 14, 25, 42);
        assertThat(factors).containsExactly(-5, -2, 35, 54);
        assertThat(transposed).containsExactly(-3, -5, 11, 25);
    }

    @Test
    void columnsAreJoinedTakenAndCut() {
        assertThat(evaluate(two().node("Concat", "y", "x x", TinyOnnx.whole("axis", -1))))
                .containsExactly(1, -2, 1, -2, 3, 4, 3, 4);
        assertThat(evaluate(two().node("Gather", "y", "x one", TinyOnnx.whole("axis", 1))))
                .containsExactly(-2, 4);
        assertThat(evaluate(two().node("Gather", "y", "x first", TinyOnnx.whole("axis", 1))))
                .containsExactly(1, 3);
        assertThat(evaluate(two().longs("end", new int[] {1}, 99).node("Slice", "y", "x one end one")))
                .containsExactly(-2, 4);
        assertThat(evaluate(two().operatorSet(9)
                        .node(
                                "Slice",
                                "y",
                                "x",
                                TinyOnnx.wholes("axes", 1),
                                TinyOnnx.wholes("starts", 0),
                                TinyOnnx.wholes("ends", -1))))
                .containsExactly(1, 3);
    }

    @Test
    void shapesOfOneNumberPerEventAreFollowed() {
        TinyOnnx column = two().node("Gather", "g", "x one", TinyOnnx.whole("axis", 1));

        double[] there = evaluate(column.node("Squeeze", "s", "g one")
                .node("Unsqueeze", "u", "s one")
                .node("Flatten", "f", "u")
                .node("Reshape", "r", "f flat")
                .node("Reshape", "c", "r column")
                .node("Add", "y", "c x"));

        assertThat(there).containsExactly(-1, -4, 7, 8);
    }

    @Test
    void normalisationLayersUseTheirRunningMoments() {
        TinyOnnx graph = two().floats("var", new int[] {2}, 4, 16)
                .node("BatchNormalization", "y", "x row row row var", TinyOnnx.real("epsilon", 0));

        // 10 (x - 10) / 2 + 10 and 20 (x - 20) / 4 + 20.
        assertThat(evaluate(graph)).containsExactly(new double[] {-35, -90, -25, -60}, within(1e-12));
    }

    /** What skl2onnx makes of a pipeline with StandardScaler and a classifier of two classes. */
    @Test
    void aScikitLearnPipelineIsFollowed() {
        TinyOnnx graph = two().floats("v", new int[] {2, 1}, 1, 1)
                .floats("unit", new int[] {1}, 1)
                .node("Cast", "cast", "x", TinyOnnx.whole("to", 1))
                .node(
                        "Scaler",
                        "ai.onnx.ml",
                        "s",
                        "cast",
                        TinyOnnx.reals("offset", 1, 2),
                        TinyOnnx.reals("scale", 2, 0.5f))
                .node("MatMul", "m", "s v")
                .node("Sigmoid", "p", "m")
                .node("Sub", "q", "unit p")
                .node("Concat", "y", "q p", TinyOnnx.whole("axis", 1));

        // 2 (1 - 1) + (-2 - 2) / 2 = -2 and 2 (3 - 1) + (4 - 2) / 2 = 5.
        double[] p = {1 / (1 + Math.exp(2)), 1 / (1 + Math.exp(-5))};
        assertThat(evaluate(graph)).containsExactly(new double[] {1 - p[0], p[0], 1 - p[1], p[1]}, within(1e-14));
    }

    @Test
    void constantsAreFolded() {
        TinyOnnx graph = two().node("Transpose", "wt", "w", TinyOnnx.wholes("perm", 1, 0))
                .node("Constant", "two", "", TinyOnnx.real("value_float", 2))
                .node("Mul", "scaled", "wt two")
                .node("MatMul", "y", "x scaled");

        assertThat(evaluate(graph)).containsExactly(-6, -10, 22, 50);
    }

    /** \(f = \theta x_0^2 / (1 + e^{\theta})\) has a derivative that passes through products, quotients and the exponential. */
    @Test
    void tangentsAreExact() {
        OnnxNetwork network = TinyOnnx.graph()
                .input("x", 1)
                .input("theta", 1)
                .output("y")
                .floats("one", new int[] {}, 1)
                .floats("two", new int[] {}, 2)
                .node("Pow", "square", "x two")
                .node("Mul", "product", "theta square")
                .node("Exp", "e", "theta")
                .node("Add", "below", "one e")
                .node("Div", "y", "product below")
                .network();
        RatioEstimator ratio = OnnxRatio.of(
                network,
                OnnxSignature.of(SPACE, List.of("x")).withInput("x", Columns.X).withInput("theta", Columns.THETA));
        double[] score = new double[1];

        double logRatio = ratio.logRatioAndScore(new double[] {3}, new double[] {0.5}, score);

        double e = Math.exp(0.5);
        assertThat(logRatio).isCloseTo(9 * 0.5 / (1 + e), within(1e-14));
        assertThat(score[0]).isCloseTo(9 * (1 + e - 0.5 * e) / ((1 + e) * (1 + e)), within(1e-14));
    }

    /** Every function against its difference quotient, on both sides of zero. */
    @ParameterizedTest
    @CsvSource({
        "Tanh",
        "Relu",
        "LeakyRelu",
        "Elu",
        "Selu",
        "Sigmoid",
        "Softplus",
        "Softsign",
        "Erf",
        "Gelu",
        "GeluTanh",
        "Exp",
        "Abs",
        "Reciprocal",
        "Sign"
    })
    void tangentsOfFunctionsAreTheirDerivatives(String operator) {
        byte[] tanh = TinyOnnx.word("approximate", operator.equals("GeluTanh") ? "tanh" : "none");
        OnnxNetwork network = TinyOnnx.graph()
                .input("theta", 1)
                .output("y")
                .node(operator.replace("GeluTanh", "Gelu"), "y", "theta", tanh)
                .network();
        RatioEstimator ratio =
                OnnxRatio.of(network, OnnxSignature.of(SPACE, List.of()).withInput("theta", Columns.THETA));

        for (double theta : new double[] {-1.7, -0.4, 0.3, 2.1}) {
            double[] score = new double[1];
            ratio.logRatioAndScore(new double[0], new double[] {theta}, score);
            double step = 1e-5;
            double up = ratio.logRatio(new double[0], new double[] {theta + step});
            double down = ratio.logRatio(new double[0], new double[] {theta - step});

            assertThat(score[0]).isCloseTo((up - down) / (2 * step), within(1e-7));
        }
    }

    /** \(\log r = -f\) and \(\log r = f\), also where the classifier rounds to one and the ratio overflows. */
    @ParameterizedTest
    @CsvSource({"Sigmoid, CLASSIFIER, -1", "Exp, RATIO, 1", "Tanh, LOG_RATIO, 0"})
    void theEndOfTheGraphIsTakenOff(String operator, RatioOutput meaning, double sign) {
        OnnxNetwork network = TinyOnnx.graph()
                .input("theta", 1)
                .output("y")
                .longs("flat", new int[] {1}, -1)
                .node(operator, "s", "theta")
                .node("Reshape", "y", "s flat")
                .network();
        RatioEstimator ratio = OnnxRatio.of(
                network,
                OnnxSignature.of(SPACE, List.of())
                        .withInput("theta", Columns.THETA)
                        .withOutput("y", meaning));
        double[] score = new double[1];

        double far = ratio.logRatioAndScore(new double[0], new double[] {2000}, score);

        assertThat(far).isEqualTo(sign == 0 ? 1 : sign * 2000);
        assertThat(score[0]).isEqualTo(sign);
    }

    @Test
    void wrongNamesAreReported() {
        OnnxNetwork network = two().node("Tanh", "y", "x").network();
        OnnxSignature signature = OnnxSignature.of(SPACE, List.of("a", "b"));

        assertThatThrownBy(() -> OnnxRatio.of(network, signature.withInput("z", Columns.X)))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("\"x\"");
        assertThatThrownBy(() -> OnnxRatio.of(
                        network, signature.withInput("x", Columns.X).withOutput("why", RatioOutput.LOG_RATIO)))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("did you mean");
        assertThatThrownBy(() -> OnnxRatio.of(network, signature.withInput("x", Columns.X, Columns.THETA)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("2 columns, 3 were given");
        assertThatThrownBy(() -> OnnxRatio.of(
                        network, signature.withInput("x", Columns.X).withColumn(2)))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> OnnxRatio.of(network))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("OnnxSignature");
    }
}
