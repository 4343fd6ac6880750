package hep.aurum.format.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Read what PyTorch 1.13 exported and compare with what PyTorch computes from the same weights in double precision; {@code
 * generate.py} beside the files made both.
 */
class TorchNetworksTest {

    private static final int EVENTS = 5;
    private static final List<String> FEATURES = List.of("pt", "eta", "phi");
    private static final ParameterSpace SPACE =
            ParameterSpace.of(new Parameter("cHW", -3, 3, 0), new Parameter("cHB", -3, 3, 0));

    /** Both sides sum in double precision; constants such as the root of two in the graph have single precision. */
    private static final double EXACT = 1e-12;

    private static final double SINGLE = 1e-7;

    private static final Properties EXPECTED = new Properties();

    @BeforeAll
    static void readExpected() throws IOException {
        try (InputStream in = open("ref.torch.properties")) {
            EXPECTED.load(in);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(TorchNetworksTest.class.getResourceAsStream(name));
    }

    private static OnnxNetwork network(String name) throws IOException {
        try (InputStream in = open(name + ".onnx")) {
            return OnnxNetwork.parse(in.readAllBytes(), name + ".onnx");
        }
    }

    private static double[] numbers(String key) {
        return Arrays.stream(EXPECTED.getProperty(key).split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static double[] row(double[] values, int row) {
        int c = values.length / EVENTS;
        return Arrays.copyOfRange(values, row * c, (row + 1) * c);
    }

    private static void expect(
            RatioEstimator ratio, double[] x, double[] theta, double[] logRatios, double[] scores, double tolerance) {
        int across = scores.length / EVENTS;
        for (int i = 0; i < EVENTS; i++) {
            double[] score = new double[2];
            double logRatio = ratio.logRatioAndScore(row(x, i), row(theta, i), score);

            assertThat(logRatio).isCloseTo(logRatios[i], within(tolerance));
            assertThat(ratio.logRatio(row(x, i), row(theta, i))).isEqualTo(logRatio);
            for (int a = 0; a < 2; a++) {
                assertThat(score[a]).isCloseTo(scores[i * across + a], within(tolerance));
            }
        }
    }

    @Test
    void madMinersTwoPointNetworkIsBoundToOneReference() throws IOException {
        OnnxSignature signature = OnnxSignature.of(SPACE, FEATURES)
                .withInput("theta0", Columns.THETA)
                .withInput("x", Columns.X)
                .withFixedInput("theta1", row(numbers("doubly_tanh.theta1"), 0));
        double[] x = numbers("doubly_tanh.x");
        double[] theta = numbers("doubly_tanh.theta0");
        double[] logRatios = numbers("doubly_tanh.log_r_hat");
        double[] scores = numbers("doubly_tanh.score");
        OnnxNetwork network = network("doubly_tanh");

        RatioEstimator byRatio = OnnxRatio.of(network, signature.withOutput("log_r_hat", RatioOutput.LOG_RATIO));
        RatioEstimator byProbability = OnnxRatio.of(network, signature.withOutput("s_hat", RatioOutput.CLASSIFIER));

        expect(byRatio, x, theta, logRatios, scores, EXACT);
        expect(byProbability, x, theta, logRatios, scores, EXACT);
    }

    @Test
    void standardisationInTheGraphIsFollowed() throws IOException {
        OnnxSignature signature =
                OnnxSignature.of(SPACE, FEATURES).withInput("x", Columns.X).withInput("theta", Columns.THETA);

        expect(
                OnnxRatio.of(network("standardised_silu"), signature),
                numbers("standardised_silu.x"),
                numbers("standardised_silu.theta"),
                numbers("standardised_silu.log_ratio"),
                numbers("standardised_silu.score"),
                EXACT);
    }

    @Test
    void aClassifierOfJoinedInputsGivesTheRatio() throws IOException {
        double[] joined = numbers("relu_classifier.input");
        double[] probabilities = numbers("relu_classifier.s_hat");
        double[] logRatios = Arrays.stream(probabilities)
                .map(s -> StrictMath.log((1 - s) / s))
                .toArray();
        OnnxSignature signature = OnnxSignature.of(SPACE, FEATURES)
                .withInput("input", Columns.THETA, Columns.X)
                .withOutput("s_hat", RatioOutput.CLASSIFIER);

        expect(
                OnnxRatio.of(network("relu_classifier"), signature),
                columns(joined, 2, 5),
                columns(joined, 0, 2),
                logRatios,
                numbers("relu_classifier.score"),
                EXACT);
    }

    @Test
    void theErrorFunctionFormOfGeluIsFollowed() throws IOException {
        double[] joined = numbers("gelu_ratio.input");
        OnnxSignature signature = OnnxSignature.of(SPACE, FEATURES).withInput("input", Columns.THETA, Columns.X);

        expect(
                OnnxRatio.of(network("gelu_ratio"), signature),
                columns(joined, 2, 5),
                columns(joined, 0, 2),
                numbers("gelu_ratio.log_ratio"),
                numbers("gelu_ratio.score"),
                SINGLE);
    }

    @Test
    void aNetworkOfTwoOutputsIsEvaluated() throws IOException {
        double[] found = network("softplus_score").evaluate("t_hat", Map.of("x", numbers("softplus_score.x")), EVENTS);

        assertThat(found).containsExactly(numbers("softplus_score.t_hat"), within(EXACT));
    }

    @Test
    void theSecondOutputOfANetworkCanBeTheRatio() throws IOException {
        ParameterSpace none = ParameterSpace.of();
        OnnxSignature signature =
                OnnxSignature.of(none, FEATURES).withInput("x", Columns.X).withColumn(1);

        RatioEstimator ratio = OnnxRatio.of(network("softplus_score"), signature);

        double[] expected = numbers("softplus_score.t_hat");
        assertThat(ratio.logRatio(row(numbers("softplus_score.x"), 3), new double[0]))
                .isCloseTo(expected[3 * 2 + 1], within(EXACT));
    }

    private static double[] columns(double[] joined, int from, int to) {
        double[] result = new double[EVENTS * (to - from)];
        for (int i = 0; i < EVENTS; i++) {
            System.arraycopy(joined, i * 5 + from, result, i * (to - from), to - from);
        }
        return result;
    }
}
