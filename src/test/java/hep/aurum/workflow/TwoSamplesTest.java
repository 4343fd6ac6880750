package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.base.Progress;
import hep.aurum.workflow.study.Study;
import hep.aurum.workflow.study.StudyReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Vector-boson fusion with two operators on MadGraph events, 300 fb⁻¹: the samples generated at the Standard Model and at
 * (3, 3) are combined for training, and the pseudo-data's truth must be found again.
 */
@Tag("slow")
class TwoSamplesTest {

    /** −2ΔlnL of the truth follows χ² with two parameters: P(t &gt; 30) = e⁻¹⁵ = 3e-7 is the false-alarm rate of each run. */
    private static final double FAR = 30;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"0", "1"})
    void findsTheTruthAgain(String truth) throws IOException {
        JsonNode result = run(truth);

        JsonNode observed = result.path("scan").path("observed");
        assertThat(observed.path("tTruth").asDouble()).isBetween(0.0, FAR);
        assertThat(observed.path("minima").size()).isGreaterThanOrEqualTo(1);
        JsonNode closure = result.path("processes").get(0).path("morphing").path("closure");
        assertThat(closure.size()).isEqualTo(3);
        closure.forEach(check ->
                assertThat(check.path("maxRelativeDifference").asDouble()).isLessThan(2e-5));
        // facts.json of the sample: Fisher information at parton level, in pb.
        JsonNode information = result.path("processes").get(0).path("morphing").path("fisherInformationPb");
        assertThat(information.get(0).get(0).asDouble()).isBetween(0.0002797330, 0.0002797386);
        assertThat(information.get(1).get(1).asDouble()).isBetween(0.0001870678, 0.0001870716);
    }

    private JsonNode run(String truth) throws IOException {
        Path data = Path.of(System.getProperty("aurum.data", ""));
        Assumptions.assumeTrue(
                Files.isDirectory(data.resolve("generated/madgraph")),
                "no MadGraph samples under -Daurum.data=" + data + ": skipped");
        Path file = folder.resolve("study.yaml");
        Files.writeString(
                file, text().replace("DATA", data.toAbsolutePath().toString()).replace("TRUTH", truth));
        Study study = StudyReader.read(file);
        StudyRun run = StudyRun.of(study, new RunOptions(folder.resolve("out"), false, 2, Progress.NONE));
        run.execute();
        return JsonText.parse(run.resultText());
    }

    private static String text() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(TwoSamplesTest.class.getResourceAsStream("vbf-two-samples.yaml"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
