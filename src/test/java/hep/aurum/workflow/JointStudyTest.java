package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.Progress;
import hep.aurum.format.hs3.JointFile;
import hep.aurum.infer.discovery.Discovery;
import hep.aurum.infer.discovery.DiscoveryResult;
import hep.aurum.workflow.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The unbinned test of a study of the embedded resonance, learned from its simulation alone. */
@Tag("slow")
class JointStudyTest {

    /** The expected significance of the exact unbinned test of 50 events on 1000. */
    private static final double EXACT = 4.347;

    private static final String STUDY = """
            aurum: 1
            name: bump
            seed: 1
            luminosity: 100
            parameters: {mu: {range: [0, 4], standard: 1}}
            processes:
              background: {role: background, simulator: {name: bump, events: 40000}}
              signal: {rate: mu, simulator: {name: bump, events: 20000}}
            split: {training: 0.4, validation: 0.1, template: 0.4, pseudo_data: 0.1}
            estimator: {method: rascal, hidden: [16, 16], activation: silu, members: 1, epochs: 10}
            data: {pseudo: {mu: 1}}
            tests: {scan: {points: 5}, discovery: {poi: mu, bins: 30}}
            outputs: {figures: false, histograms: false}
            """;

    @TempDir
    private static Path folder = Path.of("");

    private static JsonNode result = JsonText.parse("{}");

    @BeforeAll
    static void run() throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), STUDY);
        StudyRun run =
                StudyRun.of(StudyReader.read(study), new RunOptions(folder.resolve("out"), false, 2, Progress.NONE));
        run.execute();
        result = JsonText.parse(run.resultText());
    }

    private static JsonNode unbinned() {
        return result.path("discovery").path("unbinned");
    }

    /**
     * The error of the expected significance is that of its own Asimov events and normalisation. A network that is not learned
     * well can only be worse; three errors to either side are exceeded in 0.3 % of seeds.
     */
    @Test
    void theExpectedSignificanceIsTheExactOne() {
        double z = unbinned().path("discovery").path("zExpected").doubleValue();
        double error = unbinned().path("zExpectedError").doubleValue();

        assertThat(error).isBetween(0.02, 0.5);
        assertThat(z).isCloseTo(EXACT, within(3 * error));
    }

    @Test
    void theRatesAddUpToTheStudysExpectation() {
        double sum = StreamSupport.stream(unbinned().path("processes").spliterator(), false)
                .mapToDouble(process -> process.path("expectedEvents").doubleValue())
                .sum();
        double expected = result.path("scan").path("expected").path("events").doubleValue();

        assertThat(sum).isCloseTo(expected, within(1e-9 * expected));
        assertThat(expected).isCloseTo(1050, within(1e-6));
    }

    @Test
    void theFileGivesTheSameTest() {
        Path file = folder.resolve("out").resolve(unbinned().path("likelihood").asString());
        DiscoveryResult again = Discovery.of(JointFile.read(file).model(), 1);
        JsonNode discovery = unbinned().path("discovery");

        assertThat(again.q0()).isCloseTo(discovery.path("q0").doubleValue(), within(1e-7));
        assertThat(again.q0Expected()).isCloseTo(discovery.path("q0Expected").doubleValue(), within(1e-7));
        assertThat(again.muHat()).isCloseTo(discovery.path("muHat").doubleValue(), within(1e-6));
    }

    /** Neither the learning nor the number of events matters here. */
    @Test
    void dataDrivenProcessesAreNamedAsSuchEverywhere() throws IOException {
        String text = STUDY.replace("events: 40000}", "events: 2000}, data_driven: {uncertainty: 0.1}")
                .replace("events: 20000", "events: 1000")
                .replace("epochs: 10", "epochs: 1")
                .replace("bins: 30", "bins: 4, luminosity_uncertainty: 0.02");
        Path study = Files.writeString(folder.resolve("driven.yaml"), text);
        Path out = folder.resolve("driven");
        StudyRun run = StudyRun.of(StudyReader.read(study), new RunOptions(out, false, 2, Progress.NONE));
        run.execute();
        JsonNode discovery = JsonText.parse(run.resultText()).path("discovery");
        JsonNode background = discovery.path("unbinned").path("processes").path(0);
        String page = Files.readString(out.resolve("report.html"));

        assertThat(background.path("name").asString()).isEqualTo("background");
        assertThat(background.path("isDataDriven").asBoolean()).isTrue();
        assertThat(discovery.path("unbinned").path("nuisances").toString()).contains("lumi", "data_driven_background");
        assertThat(run.summaryText()).contains("background: 1000.0 events expected, data-driven");
        assertThat(page).contains("data_driven_background");
        assertThat(JointFile.read(out.resolve("model/likelihood.json"))
                        .parts()
                        .get(0)
                        .dataDriven())
                .containsExactly("background");
        assertThat(Files.readString(out.resolve(Artefacts.LEARNED_WORKSPACE))).contains("data_driven_background");
    }

    @Test
    void thePageAndTheSummaryShowIt() throws IOException {
        String page = Files.readString(folder.resolve("out/report.html"));
        String summary = Files.readString(folder.resolve("out/summary.txt"));

        assertThat(page).contains("events, unbinned", "Processes of the unbinned test", "Expected upper limits");
        assertThat(summary).contains("unbinned ", "likelihood: model/likelihood.json");
    }
}
