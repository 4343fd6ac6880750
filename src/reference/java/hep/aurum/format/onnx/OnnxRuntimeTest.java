package hep.aurum.format.onnx;

import static org.assertj.core.api.Assertions.assertThat;


import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.nn.Activation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Run what was exported in Microsoft's ONNX Runtime, and what PyTorch exported there and here. */
@Tag("reference")
class OnnxRuntimeTest {

    private static final int EVENTS = 1000;

    /** Relative to the larger of 1 and the value: both sides compute in single precision. */
    private static final double TOLERANCE = 1e-6;

    static Stream<RatioEstimator> ratios() {
        return Arrays.stream(Activation.values()).flatMap(OnnxRuntimeTest::ofActivation);
    }

    private static Stream<RatioEstimator> ofActivation(Activation activation) {
        RatioEstimator ensemble = Ratios.ensemble(activation, List.of(100, 100, 100));
        return Stream.of(
                Ratios.network(activation, List.of(24), 1),
                Ratios.network(activation, List.of(100, 100), 2),
                ensemble,
                Ratios.normalised(ensemble));
    }

    @ParameterizedTest
    @MethodSource("ratios")
    void theRuntimeGivesRatioAndScore(RatioEstimator ratio, TestReporter reporter) throws OrtException {
        double[] events = Ratios.events(EVENTS, 1);
        double[] point = Ratios.points(1, 2);
        double[] points = new double[2 * EVENTS];
        for (int i = 0; i < points.length; i++) {
            points[i] = point[i % 2];
        }
        double[] logRatios = new double[EVENTS];
        double[] scores = new double[2 * EVENTS];
        ratio.logRatiosAndScores(events, point, logRatios, scores, 1);

        Map<String, double[]> found = run(
                OnnxExport.of(ratio).withScore(true).toBytes(),
                Map.of("x", events, "theta", points),
                Map.of("x", 3, "theta", 2));

        double[] foundRatios = Objects.requireNonNull(found.get("log_ratio"));
        double[] exact = new double[EVENTS];
        OnnxRatio.of(OnnxNetwork.parse(OnnxExport.of(ratio).toBytes(), "exported"))
                .logRatios(events, point, exact, 1);
        reporter.publishEntry(Map.of(
                "runtime from ours", String.valueOf(worst(foundRatios, logRatios)),
                "runtime from double precision", String.valueOf(worst(foundRatios, exact)),
                "ours from double precision", String.valueOf(worst(logRatios, exact))));
        expect(foundRatios, logRatios);
        expect(Objects.requireNonNull(found.get("score")), scores);
    }

    @ParameterizedTest
    @CsvSource({"doubly_tanh", "standardised_silu", "relu_classifier", "gelu_ratio", "softplus_score"})
    void importedNetworksAgreeWithTheRuntime(String name) throws IOException, OrtException {
        byte[] bytes;
        try (InputStream in =
                Objects.requireNonNull(OnnxRuntimeTest.class.getResourceAsStream(name + ".onnx"))) {
            bytes = in.readAllBytes();
        }
        OnnxNetwork network = OnnxNetwork.parse(bytes, name);
        Map<String, double[]> inputs = new HashMap<>();
        Map<String, Integer> columns = new HashMap<>();
        for (OnnxPort port : network.inputs()) {
            int c = port.columns().orElseThrow();
            double[] values = new double[EVENTS * c];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) StrictMath.sin(i);
            }
            inputs.put(port.name(), values);
            columns.put(port.name(), c);
        }

        run(bytes, inputs, columns)
                .forEach((output, values) -> expect(values, network.evaluate(output, inputs, EVENTS)));
    }

    private static void expect(double[] found, double[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        assertThat(worst(found, expected)).isLessThan(TOLERANCE);
    }

    private static double worst(double[] found, double[] expected) {
        double worst = 0;
        for (int i = 0; i < found.length; i++) {
            double miss = Math.abs(found[i] - expected[i]) / Math.max(1, Math.abs(expected[i]));
            worst = miss <= worst ? worst : miss;
        }
        return worst;
    }

    /** Return every output by name. */
    private static Map<String, double[]> run(byte[] model, Map<String, double[]> inputs, Map<String, Integer> columns)
            throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        Map<String, ai.onnxruntime.OnnxTensor> tensors = new HashMap<>();
        try (OrtSession session = environment.createSession(model)) {
            for (Map.Entry<String, double[]> input : inputs.entrySet()) {
                FloatBuffer values = FloatBuffer.allocate(input.getValue().length);
                for (double value : input.getValue()) {
                    values.put((float) value);
                }
                int c = Objects.requireNonNull(columns.get(input.getKey()));
                tensors.put(
                        input.getKey(),
                        ai.onnxruntime.OnnxTensor.createTensor(environment, values.flip(), new long[] {EVENTS, c}));
            }
            Map<String, double[]> outputs = new HashMap<>();
            try (OrtSession.Result result = session.run(tensors)) {
                for (var output : result) {
                    FloatBuffer from = ((ai.onnxruntime.OnnxTensor) output.getValue()).getFloatBuffer();
                    double[] values = new double[from.remaining()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = from.get(i);
                    }
                    outputs.put(output.getKey(), values);
                }
            }
            return outputs;
        } finally {
            tensors.values().forEach(ai.onnxruntime.OnnxTensor::close);
        }
    }
}
