package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.Progress;
import hep.aurum.estimator.MixtureRatio;
import hep.aurum.workflow.study.SimulatorStudy;
import hep.aurum.workflow.study.SimulatorStudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Small studies of simulators from end to end; fixed seeds, so that what passes once passes always. */
class SimulatorRunTest {

    private static final String LENSING = """
            aurum: 1
            name: images
            seed: 3
            simulator: {name: lensing}
            parameters: {theta: {range: [3, 8], standard: 5}}
            events: 20000
            experiment: {observations: 100, called: images}
            estimator: {hidden: [20, 20], activation: silu, epochs: 6, members: 1, alpha: 1, learning_rate: 0.005}
            data: {pseudo: {theta: 5}}
            tests:
              trust: false
              scan: {points: 11, neyman: {points: 6, toys: 40}}
              compare: {null: {theta: 4}, alternative: {theta: 6}, toys: 200}
            outputs: {figures: false}
            """;

    @TempDir
    static Path folder = Path.of("");

    private static SimulatorRun lensing() throws IOException {
        return run(LENSING, "lensing", 2);
    }

    /** Run a study, or find it done in the folder. */
    private static SimulatorRun run(String text, String out, int threads) throws IOException {
        Path file = Files.writeString(folder.resolve("study.yaml"), text);
        SimulatorStudy study = SimulatorStudyReader.read(file, Map.of());
        SimulatorRun run = SimulatorRun.of(study, new RunOptions(folder.resolve(out), false, threads, Progress.NONE));
        run.execute();
        return run;
    }

    private static JsonNode entry(JsonNode result) {
        return result.path("information").path("parameters").path(0);
    }

    /** Row: information .175453 in the observable, .2 in the latents, at θ = 5. */
    @Test
    void lensingIsLearnedAndItsIntervalIsThatOfTheExactLikelihood() throws IOException {
        SimulatorRun run = lensing();
        JsonNode result = JsonText.parse(run.resultText());

        // The 50 000 draws have a relative error of about 0.6 %; six of them.
        assertThat(entry(result).path("exact").asDouble()).isCloseTo(.175453, within(.0065));
        assertThat(entry(result).path("latent").asDouble()).isCloseTo(.2, within(.0078));
        assertThat(entry(result).path("learned").asDouble())
                .isBetween(.97 * entry(result).path("exact").asDouble(), 1.02 * .2);
        double exact = result.path("exact")
                .path("minima")
                .path(0)
                .path("theta")
                .path("theta")
                .asDouble();
        double learned = result.path("observed")
                .path("minima")
                .path(0)
                .path("theta")
                .path("theta")
                .asDouble();
        // A tenth of the error of 100 images, 1/sqrt(17.5).
        assertThat(learned).isCloseTo(exact, within(.1 / Math.sqrt(17.5453)));
        assertThat(result.path("sets").path(0).path("intervals95").size()).isPositive();
        assertThat(Files.readString(folder.resolve("lensing/report.html"))).contains("images together");
        assertThat(run.summaryText()).contains("Confidence sets by toys");
    }

    @Test
    void comparisonWithTheLearnedRatioIsThatOfTheExactOne() throws IOException {
        JsonNode result = JsonText.parse(lensing().resultText());
        JsonNode learned = result.path("comparison");
        JsonNode exact = result.path("exactComparison");

        assertThat(exact.path("observed").isNumber()).isTrue();
        // Two ratios of the same data differ by much less than the spread of q, about 8.
        assertThat(learned.path("observed").asDouble())
                .isCloseTo(exact.path("observed").asDouble(), within(1.0));
        assertThat(learned.path("medianAlternative").asDouble())
                .isGreaterThan(learned.path("medianNull").asDouble());
    }

    @Test
    void resultsDoNotDependOnThreads() throws IOException {
        String small = LENSING.replace("events: 20000", "events: 2000")
                .replace("{figures: false}", "{figures: false, report: false}");

        assertThat(run(small, "one", 1).resultText())
                .isEqualTo(run(small, "two", 2).resultText());
    }

    @Test
    void storedModelIsReadBack() throws IOException {
        lensing();
        MixtureRatio ratio = StoredModel.read(folder.resolve("lensing/model"));

        assertThat(ratio.featureNames()).containsExactly("x");
        assertThat(ratio.space().names()).containsExactly("theta");
        assertThat(ratio.logRatio(new double[] {8}, new double[] {7}))
                .isGreaterThan(ratio.logRatio(new double[] {8}, new double[] {4}));
    }

    @Test
    void streamsRunWithoutClosedForm() throws IOException {
        SimulatorRun run = run("""
                aurum: 1
                name: gaps
                simulator: {name: streams}
                parameters:
                  inverse_mass: {range: [0, 0.4], standard: 0.1}
                  age: {range: [3, 7], standard: 5}
                events: 2000
                experiment: {observations: 2, called: streams}
                estimator: {hidden: [8], epochs: 2, members: 1}
                data: {pseudo: {inverse_mass: 0}}
                tests:
                  trust: false
                  scan: {points: 5, neyman: {points: 3, toys: 20}}
                  compare: {null: {inverse_mass: 0.3}, alternative: {inverse_mass: 0}, names: [warm, cold], toys: 50}
                outputs: {figures: false}
                """, "streams", 2);
        JsonNode result = JsonText.parse(run.resultText());

        assertThat(result.path("truth").isNull()).isTrue();
        assertThat(result.path("exact").isNull()).isTrue();
        assertThat(result.path("neyman").size()).isEqualTo(9);
        assertThat(result.path("sets").size()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("streams/report.html"))).contains("cold over warm");
    }
}
