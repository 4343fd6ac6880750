package hep.aurum.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.estimator.ProcessComponent;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.RatioFile;
import hep.aurum.format.onnx.OnnxNetwork;
import hep.aurum.format.onnx.OnnxPort;
import hep.aurum.format.onnx.OnnxRatio;
import hep.aurum.workflow.StoredModel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir
    private static Path folder = Path.of("");

    private static Path model = Path.of("");

    @BeforeAll
    static void train() {
        TinyStudy study = TinyStudy.in(folder);
        assertThat(study.run(TinyStudy.FROM_FILE).code()).isZero();
        model = study.out().resolve("model");
    }

    private static void expectSame(RatioEstimator expected, Path file) {
        RatioEstimator found = OnnxRatio.of(OnnxNetwork.read(file));
        for (double x = -3; x < 4; x += 0.5) {
            // The file holds single precision, and so do the inputs of our network.
            assertThat(found.logRatio(new double[] {x}, new double[] {0.125}))
                    .isCloseTo(expected.logRatio(new double[] {x}, new double[] {0.125}), within(1e-6));
        }
        assertThat(found.space()).isEqualTo(expected.space());
        assertThat(found.featureNames()).isEqualTo(expected.featureNames());
    }

    @Test
    void aFolderGivesTheNormalisedRatioOfAProcess() {
        Path file = folder.resolve("signal.onnx");
        ProcessComponent signal = StoredModel.read(model).processes().get(0);

        CommandRun run = CommandRun.of(
                "export", model.toString(), "--process", "signal", "--onnx", file.toString(), "--score", "--json");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("{").contains("\"theta\"", "\"score\"", "signal.onnx");
        assertThat(OnnxNetwork.read(file).outputs()).extracting(OnnxPort::name).containsExactly("log_ratio", "score");
        expectSame(signal.shape().orElseThrow(), file);
    }

    @Test
    void aNetworkFileIsExportedAsItIs() {
        Path network = model.resolve("shape-signal.aurum");
        Path file = folder.resolve("network.onnx");

        CommandRun run = CommandRun.of("export", network.toString(), "--onnx", file.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("x        x", "theta    theta", "outputs  log_ratio");
        expectSame(RatioFile.read(network), file);
    }

    @Test
    void whatCannotBeExportedIsBadInputAndLeavesNoFile() {
        Path file = folder.resolve("none.onnx");
        String out = file.toString();
        String there = model.toString();

        assertThat(CommandRun.of("export", there, "--onnx", out, "--process", "signl")
                        .sentence())
                .contains("no process is named");
        assertThat(CommandRun.of("export", there, "--onnx", out, "--odds").code())
                .isEqualTo(3);
        assertThat(CommandRun.of("export", folder.resolve("absent").toString(), "--onnx", out)
                        .code())
                .isEqualTo(3);
        assertThat(CommandRun.of("export", model.resolve("model.json").toString(), "--onnx", out)
                        .code())
                .isEqualTo(3);
        assertThat(CommandRun.of("export", model.resolve("shape-signal.aurum").toString(), "--odds", "--onnx", out)
                        .code())
                .isEqualTo(3);
        assertThat(CommandRun.of(
                                "export",
                                there,
                                "--onnx",
                                folder.resolve("no/such.onnx").toString())
                        .code())
                .isEqualTo(3);
        assertThat(CommandRun.of("export", there).code()).isEqualTo(2);
        assertThat(Files.exists(file)).isFalse();
    }
}
