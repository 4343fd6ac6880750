package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.Progress;
import hep.aurum.source.SharedData;
import hep.aurum.workflow.study.HistogramStudyReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * H → ZZ → 4ℓ on CMS open data of 2012, by the study in {@code examples/}: integrals of the histograms as uproot 4.3.7 states
 * them, and the normalisation of the analysis that made them.
 */
class FourLeptonsTest {

    private static final Path STUDY = Path.of("examples/higgs-to-four-leptons/study.yaml");
    private static final double LUMINOSITY = 11580;

    @TempDir
    private Path out = Path.of("");

    private String folder = "";

    @BeforeEach
    void findData() {
        folder = SharedData.file("thirdparty/root-cms-h4l").toAbsolutePath().toString();
    }

    private JsonNode run(Path study, Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(more);
        variables.put("folder", folder);
        RunOptions options = new RunOptions(out.resolve("results"), true, 1, Progress.NONE);
        HistogramRun run = HistogramRun.of(HistogramStudyReader.read(study, variables), options);
        run.execute();
        return JsonText.parse(run.resultText());
    }

    @Test
    void yieldsFollowTheStatedNormalisation() {
        JsonNode channel = run(STUDY, Map.of()).path("channels").path(0);

        JsonNode expected = channel.path("expected");
        double higgs = LUMINOSITY * 0.0065 / 299973 * (10900 + 6259 + 14723);
        double zz = LUMINOSITY * 1.386 * (0.077 * 32706 / 1499064 + 0.077 * 15210 / 1499093 + 0.18 * 13869 / 1497445);
        double drellYan = LUMINOSITY * 2955 * 1.12 / 29426492;
        assertThat(expected.path("higgs").path("value").asDouble()).isCloseTo(higgs, within(1e-9));
        assertThat(expected.path("zz").path("value").asDouble()).isCloseTo(zz, within(1e-9));
        assertThat(expected.path("top").path("value").asDouble()).isZero();
        assertThat(expected.path("drell_yan").path("value").asDouble()).isCloseTo(2 * drellYan, within(1e-9));
        assertThat(expected.path("drell_yan").path("error").asDouble())
                .isCloseTo(Math.sqrt(2) * drellYan, within(1e-9));
        assertThat(channel.path("observed").asDouble()).isEqualTo(42 + 12 + 28);
    }

    /** Without nuisances q0 of the Asimov data is a sum over bins: 2 [(s + b) ln(1 + s/b) − s] (Cowan et al. 2011, eq. 97). */
    @Test
    void expectedSignificanceIsTheClosedFormWithoutNuisances() throws IOException {
        String text = Files.readString(STUDY, StandardCharsets.UTF_8)
                .replace("        uncertainties: {luminosity: \"${luminosity_uncertainty}\"}\n", "")
                .replace("rate: {name: mu", "statistical_errors: false\nrate: {name: mu");
        Path bare = Files.writeString(out.resolve("bare.yaml"), text);

        JsonNode result = run(bare, Map.of());

        JsonNode workspace =
                JsonText.parse(Files.readString(out.resolve("results/workspace.json"), StandardCharsets.UTF_8));
        JsonNode samples = workspace.path("channels").path(0).path("samples");
        double q0 = 0;
        for (int bin = 0; bin < 37; bin++) {
            double s = 0;
            double b = 0;
            for (JsonNode sample : samples) {
                double rate = sample.path("data").path(bin).asDouble();
                boolean isSignal = sample.path("name").asString().equals("higgs");
                s += isSignal ? rate : 0;
                b += isSignal ? 0 : rate;
            }
            q0 += 2 * ((s + b) * StrictMath.log1p(s / b) - s);
        }
        assertThat(samples.size()).isEqualTo(4);
        assertThat(result.path("discovery").path("zExpected").asDouble()).isCloseTo(Math.sqrt(q0), within(1e-6));
    }

    /** The two Drell–Yan events that were selected are nuisances of their bins with the size of their weights. */
    @Test
    void statisticsOfTheSimulationAreNuisances() throws IOException {
        run(STUDY, Map.of());

        JsonNode workspace =
                JsonText.parse(Files.readString(out.resolve("results/workspace.json"), StandardCharsets.UTF_8));
        double squares = 0;
        for (JsonNode sample : workspace.path("channels").path(0).path("samples")) {
            for (JsonNode modifier : sample.path("modifiers")) {
                boolean isOurs = sample.path("name").asString().equals("drell_yan")
                        && modifier.path("type").asString().equals("staterror");
                for (JsonNode error : isOurs ? modifier.path("data") : List.<JsonNode>of()) {
                    squares += error.asDouble() * error.asDouble();
                }
            }
        }
        double weight = LUMINOSITY * 2955 * 1.12 / 29426492;
        assertThat(Math.sqrt(squares)).isCloseTo(Math.sqrt(2) * weight, within(1e-9));
    }

    /** The other year's candidates, counted here from the text of their last column. */
    @Test
    void candidatesOfATableAreCounted() throws IOException {
        Path candidates = SharedData.file("thirdparty/csv").toAbsolutePath();
        double inRange = 0;
        for (String name : List.of("4mu_2011.csv", "4e_2011.csv", "2e2mu_2011.csv")) {
            for (String line : Files.readAllLines(candidates.resolve(name), StandardCharsets.UTF_8)) {
                String last = line.substring(line.lastIndexOf(',') + 1);
                double mass = last.equals("M") ? 0 : Double.parseDouble(last);
                inRange += mass >= 70 && mass < 181 ? 1 : 0;
            }
        }

        JsonNode channels = run(STUDY.resolveSibling("combined.yaml"), Map.of("candidates", candidates.toString()))
                .path("channels");

        assertThat(channels.path(0).path("observed").asDouble()).isEqualTo(42 + 12 + 28);
        assertThat(inRange).isPositive();
        assertThat(channels.path(1).path("observed").asDouble()).isEqualTo(inRange);
        assertThat(channels.path(1).path("expected").path("higgs").path("value").asDouble())
                .isCloseTo(2330 * 0.0057 / 299973 * (10900 + 6259 + 14723), within(1e-9));
    }

    @Test
    void wrongVariablesAreNamed() {
        assertThatThrownBy(() -> run(STUDY, Map.of("yaer", "11")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("yaer")
                .hasMessageContaining("year");
        assertThatThrownBy(() -> run(STUDY, Map.of("year", "13")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no choice for year = 13");
        assertThatThrownBy(() -> run(STUDY, Map.of("year", "11")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("HZZ11.root");
    }

    @Test
    void aRangeEndsAtEdges() throws IOException {
        String text = Files.readString(STUDY, StandardCharsets.UTF_8)
                .replace("unit: GeV}", "unit: GeV, range: [100, 150.5]}");
        Path shifted = Files.writeString(out.resolve("shifted.yaml"), text);

        assertThatThrownBy(() -> run(shifted, Map.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("150.5")
                .hasMessageContaining("no edge");
    }

    @Test
    void mergedBinsKeepTheirSums() throws IOException {
        String text = Files.readString(STUDY, StandardCharsets.UTF_8)
                .replace("unit: GeV}", "unit: GeV, range: [73, 181], merge: 4}");
        Path merged = Files.writeString(out.resolve("merged.yaml"), text);

        JsonNode channel = run(merged, Map.of()).path("channels").path(0);

        assertThat(channel.path("bins").asInt()).isEqualTo(9);
        assertThat(channel.path("observed").asDouble()).isEqualTo(42 + 12 + 28);
    }
}
