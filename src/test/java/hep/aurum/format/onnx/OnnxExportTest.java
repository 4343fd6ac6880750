package hep.aurum.format.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.estimator.EnsembleRatio;
import hep.aurum.estimator.MixtureRatio;
import hep.aurum.estimator.NetworkRatio;
import hep.aurum.estimator.ProcessComponent;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.Standardisation;
import hep.aurum.nn.Activation;
import hep.aurum.nn.NetworkShape;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.ParameterSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is exported and read back agrees with the ratio, which shares no code with the evaluation of graphs. */
class OnnxExportTest {

    private static final int EVENTS = 200;
    private static final double TOLERANCE = 1e-6;

    @TempDir
    private Path folder = Path.of("");

    static Stream<RatioEstimator> ratios() {
        return Stream.concat(
                Arrays.stream(Activation.values()).flatMap(OnnxExportTest::ofActivation),
                Stream.of(
                        Ratios.network(Activation.TANH, List.of(100, 100), 5),
                        Ratios.network(Activation.TANH, List.of(5), 6)));
    }

    private static Stream<RatioEstimator> ofActivation(Activation activation) {
        EnsembleRatio ensemble = Ratios.ensemble(activation, List.of(20, 30, 17));
        return Stream.of(
                Ratios.network(activation, List.of(24, 24), 1),
                ensemble,
                Ratios.normalised(Ratios.network(activation, List.of(12), 2)),
                Ratios.normalised(ensemble),
                Ratios.morphed(activation, true, 3),
                Ratios.normalised(Ratios.morphed(activation, false, 4)),
                EnsembleRatio.of(ensemble.members(), new double[] {1, 0, 2.5}));
    }

    @ParameterizedTest
    @MethodSource("ratios")
    void theGraphGivesTheSameRatio(RatioEstimator ratio) {
        RatioEstimator read =
                OnnxRatio.of(OnnxNetwork.parse(OnnxExport.of(ratio).toBytes(), "test"));
        double[] events = Ratios.events(EVENTS, 1);
        double[] points = Ratios.points(3, 2);
        double[] expected = new double[3 * EVENTS];
        double[] found = new double[3 * EVENTS];

        ratio.logRatios(events, points, expected, 1);
        read.logRatios(events, points, found, 2);

        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(TOLERANCE * Math.max(1, Math.abs(expected[i]))));
        }
        assertThat(Arrays.stream(expected).map(Math::abs).max().getAsDouble()).isGreaterThan(0.1);
    }

    @ParameterizedTest
    @MethodSource("ratios")
    void theScoreIsThatOfTheRatioAndOfTheTangentsOfTheGraph(RatioEstimator ratio) {
        OnnxNetwork network =
                OnnxNetwork.parse(OnnxExport.of(ratio).withScore(true).toBytes(), "test");
        RatioEstimator read = OnnxRatio.of(network);
        double[] events = Ratios.events(EVENTS, 1);
        double[] point = Ratios.points(1, 3);
        double[] repeated = new double[2 * EVENTS];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = point[i % 2];
        }
        double[] logRatios = new double[EVENTS];
        double[] expected = new double[2 * EVENTS];
        double[] tangents = new double[2 * EVENTS];

        ratio.logRatiosAndScores(events, point, logRatios, expected, 1);
        read.logRatiosAndScores(events, point, new double[EVENTS], tangents, 2);
        double[] nodes = network.evaluate("score", Map.of("x", events, "theta", repeated), EVENTS);

        for (int i = 0; i < expected.length; i++) {
            double tolerance = 3 * TOLERANCE * Math.max(1, Math.abs(expected[i]));
            assertThat(tangents[i]).isCloseTo(expected[i], within(tolerance));
            // Both are double precision; they differ by what the export rounded.
            assertThat(nodes[i]).isCloseTo(tangents[i], within(tolerance / 10));
        }
        assertThat(Arrays.stream(expected).map(Math::abs).max().getAsDouble()).isGreaterThan(1e-3);
    }

    @Test
    void theSameRatioGivesTheSameBytes() {
        byte[] first = OnnxExport.of(Ratios.normalised(Ratios.ensemble(Activation.SILU, List.of(8))))
                .withScore(true)
                .toBytes();
        byte[] second = OnnxExport.of(Ratios.normalised(Ratios.ensemble(Activation.SILU, List.of(8))))
                .withScore(true)
                .toBytes();

        assertThat(first).isEqualTo(second);
    }

    @Test
    void namesRangesAndReferenceTravelInTheFile() {
        RatioEstimator ratio = Ratios.network(Activation.TANH, List.of(4), 1);

        OnnxNetwork network = OnnxNetwork.parse(OnnxExport.of(ratio).toBytes(), "test");
        RatioEstimator read = OnnxRatio.of(network);

        assertThat(read.space()).isEqualTo(Ratios.SPACE);
        assertThat(read.featureNames()).isEqualTo(Ratios.FEATURES);
        assertThat(read.describe()).isEqualTo("the sample of all events");
        assertThat(network.metadata())
                .containsEntry("aurum.features", "[\"m_jj\",\"delta phi\",\"λ\"]")
                .containsEntry(
                        "aurum.parameters",
                        "[{\"name\":\"m_t\",\"min\":165.0,\"max\":180.0,\"standard\":172.5},"
                                + "{\"name\":\"cHW \\\"tilde\\\"\",\"min\":-1.0,\"max\":2.0,\"standard\":0.0}]");
        assertThat(network.inputs()).extracting(OnnxPort::name).containsExactly("x", "theta");
        assertThat(network.inputs().get(0).columns()).hasValue(3);
        assertThat(network.outputs()).extracting(OnnxPort::name).containsExactly("log_ratio");
    }

    @Test
    void theFileReplacesAnotherAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("ratio.onnx");
        Files.writeString(file, "old");

        OnnxExport export = OnnxExport.of(Ratios.network(Activation.TANH, List.of(4), 1));
        export.write(file);

        assertThat(Files.readAllBytes(file)).isEqualTo(export.toBytes());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        assertThatThrownBy(() -> export.write(folder.resolve("absent").resolve("ratio.onnx")))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void aRatioWithoutParametersHasNoTheta() {
        NetworkShape shape = NetworkShape.of(3, 0, List.of(6, 6), Activation.TANH);
        ParameterSpace none = ParameterSpace.of();
        Standardisation identity = Standardisation.of(new double[3], new double[] {1, 1, 1});
        RatioEstimator ratio = NetworkRatio.of(
                none,
                Ratios.FEATURES,
                identity,
                Standardisation.ofParameters(none),
                Ratios.weights(shape, 4),
                "the first process");

        OnnxNetwork network = OnnxNetwork.parse(OnnxExport.of(ratio).toBytes(), "test");

        double[] x = {0.3, -1, 0.7};
        assertThat(network.inputs()).extracting(OnnxPort::name).containsExactly("x");
        assertThat(OnnxRatio.of(network).logRatio(x, new double[0]))
                .isCloseTo(ratio.logRatio(x, new double[0]), within(TOLERANCE));
        assertThatThrownBy(() -> OnnxExport.of(ratio).withScore(true).toBytes()).isInstanceOf(NotSupported.class);
    }

    @Test
    void aMixtureIsRefusedWithAnAlternative() {
        ProcessComponent process = ProcessComponent.of("signal", MonomialBasis.complete(2, 0), new double[] {1});
        RatioEstimator mixture = MixtureRatio.of(Ratios.SPACE, Ratios.FEATURES, List.of(process));

        assertThatThrownBy(() -> OnnxExport.of(mixture).toBytes())
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("each process");
    }
}
