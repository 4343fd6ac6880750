package hep.aurum.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.estimator.MixtureRatio;
import hep.aurum.workflow.StoredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Run small studies whose estimator is told otherwise, from the file to the stored model. */
class EstimatorKeysTest {

    private static final double[] X = {1.5};

    @TempDir
    private Path folder = Path.of("");

    private static double logRatio(MixtureRatio ratio) {
        return ratio.logRatio(X, new double[] {0.2}) - ratio.logRatio(X, new double[] {-0.1});
    }

    private MixtureRatio run(String name, String estimator, String... more) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        TinyStudy study = TinyStudy.in(own);
        CommandRun run = study.run(TinyStudy.FROM_FILE.replace("method: rascal", estimator), more);
        assertThat(run.code()).as(run.toString()).isZero();
        return StoredModel.read(study.out().resolve("model"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "method: carl",
                "method: alices",
                "method: rascal, parameterisation: double",
                "method: rascal, bootstrap: true",
                "method: rascal, optimiser: sgd",
                "method: rascal, schedule: constant",
                "method: rascal, activation: softplus"
            })
    void everyKeyReachesTheNetworks(String estimator) throws IOException {
        run("plain", "method: rascal");

        double other = logRatio(run("other", estimator));

        assertThat(other).isFinite();
        // Not the ratio, which without a normalisation differs anyway.
        assertThat(network("other")).isNotEqualTo(network("plain"));
    }

    private byte[] network(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name).resolve("out/model/shape-signal.aurum"));
    }

    /** The defaults, said aloud. */
    @Test
    void defaultsChangeNoBit() throws IOException {
        String aloud =
                "method: rascal, parameterisation: single, bootstrap: false, optimiser: adamw, schedule: cosine, "
                        + "backend: fused, activation: tanh";

        assertThat(logRatio(run("aloud", aloud))).isEqualTo(logRatio(run("plain", "method: rascal")));
    }

    /** The order of sums of single precision differs. */
    @Tag("slow")
    @Test
    void theBackendOfTheCommandLineOverridesTheStudys() throws IOException {
        double fused = logRatio(run("fused", "method: rascal"));
        double nd4j = logRatio(run("nd4j", "method: rascal", "--backend", "nd4j"));
        double back = logRatio(run("back", "method: rascal, backend: nd4j", "--backend", "fused"));

        assertThat(nd4j).isCloseTo(fused, within(1e-4)).isNotEqualTo(fused);
        assertThat(back).isEqualTo(fused);
    }

    /** Its networks differ in the last bits: results of the two do not mix in one folder. */
    @Test
    void resultsOfAnotherBackendAreNotTakenForTheStudys() {
        TinyStudy study = TinyStudy.in(folder);
        assertThat(study.run(TinyStudy.FROM_FILE).code()).isZero();

        assertThat(study.run(TinyStudy.FROM_FILE, "--backend", "fused").code()).isZero();
        CommandRun other = study.run(TinyStudy.FROM_FILE, "--backend", "nd4j");

        assertThat(other.code()).isNotZero();
        assertThat(other.err()).contains("--force");
    }

    @Test
    void aBackendThatIsNotThereIsRefusedWithASuggestion() {
        TinyStudy study = TinyStudy.in(folder);

        CommandRun run = study.run(TinyStudy.FROM_FILE, "--backend", "nd4k");

        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains("no backend is named \"nd4k\"").contains("nd4j");
    }
}
