package hep.aurum.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.base.Progress;
import hep.aurum.workflow.JsonText;
import hep.aurum.workflow.RunOptions;
import hep.aurum.workflow.StudyRun;
import hep.aurum.workflow.study.StudyReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainTest {

    private static final String SIGNAL = "examples/vbf-higgs/vbf_haa_cHW_cHWtil_5k.lhe.gz";
    private static final String CONTINUUM = "examples/vbf-higgs/uuaag_background_5k.lhe.gz";
    private static final String STUDY = """
            aurum: 1
            name: chain
            seed: 3
            luminosity: 139
            parameters:
              cHW: {range: [-1.5, 1.5]}
              mu:  {range: [0, 3], standard: 1}
            processes:
              signal:
                rate: mu
                benchmarks: {sm: {cHW: 0}, b1: {cHW: 3}, b2: {cHW: -3}}
                events: [{file: SIGNAL, maximum: 800, generated_at: sm}]
              continuum:
                role: background
                events: [{file: CONTINUUM, maximum: 1500}]
            observables:
              m_yy: mass(photon[1] + photon[2])
              pt_j1: pt(jet[1])
            selection: [count(photon) >= 2 and count(jet) >= 1, "pt(jet[1]) > 30"]
            estimator: {method: rascal, hidden: [6], members: 1, epochs: 2, batch: 64}
            data: {pseudo: {cHW: 0.5}}
            tests: {scan: {fixed: {mu: 1}}, discovery: {poi: mu}}
            outputs: {figures: false}
            """;

    @TempDir
    private static Path folder = Path.of("");

    private static Sample sample = chain();
    private static Model model =
            sample.train("rascal", Map.of("hidden", List.of(6), "members", 1, "epochs", 2, "batch", 64));

    private static Result result = Result.of(Path.of(""), "", "{}");

    private static Sample chain() {
        return Aurum.events(SIGNAL)
                .named("chain")
                .seed(3)
                .maximum(800)
                .benchmark("sm", Map.of("cHW", 0))
                .benchmark("b1", Map.of("cHW", 3.0))
                .benchmark("b2", Map.of("cHW", -3))
                .generatedAt("sm")
                .rate("mu")
                .background("continuum", CONTINUUM)
                .set("processes.continuum.events", List.of(Map.of("file", CONTINUUM, "maximum", 1500)))
                .set("outputs.figures", false)
                .observables(Map.of("pt_j1", "pt(jet[1])", "m_yy", "mass(photon[1] + photon[2])"))
                .select("count(photon) >= 2 and count(jet) >= 1")
                .select("pt(jet[1]) > 30")
                .labels(Map.of("mu", List.of(0, 3), "cHW", List.of(-1.5, 1.5)));
    }

    @BeforeAll
    static void run() throws IOException {
        // In the working folder's terms, so that the two configurations read the same.
        String text = STUDY.replace("SIGNAL", SIGNAL).replace("CONTINUUM", CONTINUUM);
        RunOptions options = new RunOptions(folder.resolve("study"), false, 1, Progress.NONE);
        StudyRun.of(StudyReader.ofText("chain.yaml", text), options).execute();
        result = model.test(Map.of("cHW", 0.5), 139, folder.resolve("chain"));
    }

    @Test
    void givesTheNumbersOfTheEquivalentStudyFileBitForBit() throws IOException {
        assertThat(result.values()).isEqualTo(JsonText.map(text("study/result.json")));
        assertThat(result.summary()).isEqualTo(text("study/summary.txt").stripTrailing());
        for (String file : List.of(
                "model/shape-signal.aurum", "model/odds-continuum.aurum", "workspace.json", "histograms.aida")) {
            assertThat(folder.resolve("chain").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("study").resolve(file));
        }
    }

    @Test
    void answersInShort() {
        assertThat(result.expectedSignificance()).isPositive();
        assertThat(result.significance()).isCloseTo(result.workspace().significance(), within(1e-6));
        assertThat(result.limit()).isCloseTo(result.workspace().limit(), within(1e-3));
        assertThat(result.fitted()).containsOnlyKeys("cHW", "mu").containsEntry("mu", 1.0);
        assertThat(result.histograms()).containsKeys("/features/signal/m_yy");
        assertThat(result.figures()).isEmpty();
    }

    @Test
    void aStoredModelGivesTheSameBits() {
        Map<String, Double> x = Map.of("m_yy", 125.0, "pt_j1", 80.0);
        model.save(folder.resolve("saved"));
        Model stored = Aurum.model(folder.resolve("saved"));
        Model ofStudy = Aurum.model(folder.resolve("study"));

        for (Model other : List.of(stored, ofStudy)) {
            assertThat(other.logRatio(x, Map.of("cHW", 0.7), Map.of()))
                    .isEqualTo(model.logRatio(List.of(125, 80), Map.of("cHW", 0.7), Map.of("cHW", 0, "mu", 1)));
            assertThat(other.score(x, Map.of())).isEqualTo(model.score(new double[] {125, 80}, Map.of("cHW", 0)));
        }
        assertThat(stored.between(Map.of("cHW", 1), Map.of()).ofFile(SIGNAL)).hasSizeGreaterThan(800);
        assertThatThrownBy(() -> stored.test(null, 1)).isInstanceOf(NotSupported.class);
    }

    @Test
    void theScoreIsTheGradientOfTheLogRatio() {
        Map<String, Double> x = Map.of("m_yy", 125.0, "pt_j1", 80.0);
        double step = 1e-3;
        double rise = model.logRatio(x, Map.of("cHW", 0.2 + step), Map.of("cHW", 0.2 - step));

        assertThat(model.score(x, Map.of("cHW", 0.2)).get("cHW")).isCloseTo(rise / (2 * step), within(1e-3));
    }

    /** The sum of the weights is the cross-section, and the mean of the ratio over the denominator's events is one. */
    @Test
    void histogramsHoldWhatAHypothesisExpects() {
        LogRatio ratio = model.between(Map.of("cHW", 0.5), Map.of());
        H1D wide = ratio.histogram("wide", Map.of(), 139, 10, -5, 5);
        H1D twice = ratio.histogram("twice", Map.of(), 278, 10, -5, 5);

        assertThat(twice.sumAllBinHeights())
                .isCloseTo(2 * wide.sumAllBinHeights(), within(1e-9 * wide.sumAllBinHeights()));
        assertThat(wide.mean()).isBetween(-5.0, 5.0);
    }

    @Test
    void saysWhatTheAuditFound() {
        assertThat(sample.audit()).contains("signal").doesNotContain("FAIL");
        assertThat(sample.size()).isBetween(100, 2300);
        assertThat(sample.study()).contains("\"cHW\"");
    }

    @Test
    void refusesInSentences() {
        Events events = Aurum.events(SIGNAL);

        assertThatThrownBy(() -> events.labels(Map.of("c", List.of(-1, 1))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no observables");
        Events observed = events.observable("pt", "pt(jet[1])");
        assertThatThrownBy(() -> observed.labels(Map.of("c", 3)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("the range of c is \"3\"");
        assertThatThrownBy(() -> observed.benchmark("sm", Map.of("c", "zero")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("\"zero\"");
        assertThatThrownBy(() -> Aurum.events("nothing.lhe")
                        .observable("pt", "pt(jet[1])")
                        .labels(Map.of("c", List.of(-1, 1))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("nothing.lhe");
        assertThatThrownBy(() -> sample.train("rascall"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("rascal");
        assertThatThrownBy(() -> model.logRatio(List.of(1), Map.of(), Map.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("x has 1 values, expected 2");
        assertThatThrownBy(() -> model.logRatio(Map.of("m_yy", 1), Map.of(), Map.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("pt_j1");
    }

    private static String text(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    }
}
