package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.base.Progress;
import hep.aurum.report.Chromium;
import hep.aurum.report.Numbers;
import hep.aurum.report.PageProbe;
import hep.aurum.workflow.study.Study;
import hep.aurum.workflow.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A study of the embedded resonance, from its file to its page. */
@Tag("slow")
class StudyReportTest {

    private static final String STUDY = """
            aurum: 1
            name: bump
            title: "A <resonance> & more"
            seed: 3
            luminosity: 100
            energy: 13
            parameters:
              mu: {range: [0, 4], standard: 1}
            processes:
              background: {role: background, label: "Continuum <b>", simulator: {name: bump, events: 6000}}
              signal: {rate: mu, simulator: {name: bump, events: 3000}}
            split: {training: 0.4, validation: 0.1, template: 0.4, pseudo_data: 0.1}
            estimator: {method: rascal, hidden: [6], members: 1, epochs: 4, batch: 128}
            data: {pseudo: {mu: 1}}
            tests:
              scan: {points: 21}
              discovery: {poi: mu, bins: 8, classical: mass, classical_range: [100, 160]}
            outputs: {figures: false, histograms: false, workspace: false}
            """;

    @TempDir
    private static Path folder = Path.of("");

    private static String page = "";

    private static Path run(String study, String name) throws IOException {
        Path out = folder.resolve(name);
        StudyRun.of(read(study, name), new RunOptions(out, false, 2, Progress.NONE))
                .execute();
        return out;
    }

    private static Study read(String study, String name) throws IOException {
        return StudyReader.read(Files.writeString(folder.resolve(name + ".yaml"), study));
    }

    @BeforeAll
    static void runOnce() throws IOException {
        page = Files.readString(run(STUDY, "first").resolve("report.html"));
    }

    private static JsonNode result(String name) throws IOException {
        return JsonText.parse(Files.readString(folder.resolve(name).resolve("result.json")));
    }

    private static String verdict(String text) {
        return text.substring(text.indexOf("<section id=\"verdict\""), text.indexOf("<section id=\"section-1\""));
    }

    @Test
    void passesTheBrowser() {
        try (Chromium browser = Chromium.start()) {
            PageProbe.check(browser.page(), folder.resolve("first/report.html"));
        }
    }

    @Test
    void theSameStudyGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        String again = Files.readString(run(STUDY, "second").resolve("report.html"));
        String other = Files.readString(
                run(STUDY.replace("seed: 3", "seed: 4"), "third").resolve("report.html"));

        assertThat(again.equals(page)).isTrue();
        assertThat(other.equals(page)).isFalse();
    }

    @Test
    void theVerdictSaysTheNumbersOfTheResult() throws IOException {
        JsonNode discovery = result("first").path("discovery").path("unbinned").path("discovery");
        String verdict = verdict(page);

        assertThat(verdict)
                .contains("Pseudo-data, drawn at mu\u00a0=\u00a01: a rehearsal, not a measurement.")
                .contains(Numbers.sigma(discovery.path("z").doubleValue()) + " observed")
                .contains(Numbers.sigma(discovery.path("zExpected").doubleValue()) + " expected")
                .contains("Label audit", "Closed form", "95.45\u00a0%");
    }

    @Test
    void everyFigureIsOnThePageThoughNoneIsWritten() {
        Matcher names = Pattern.compile("<figure [^>]*data-name=\"([^\"]*)\"").matcher(page);

        assertThat(names.results().map(name -> name.group(1)))
                .containsExactly(
                        "statistic-learned",
                        "statistic-classical",
                        "cls-learned",
                        "impacts-learned",
                        "pulls-learned",
                        "scan-mu",
                        "log-ratio",
                        "score-mu",
                        "roc",
                        "calibration",
                        "training-odds-signal");
        assertThat(folder.resolve("first/figures")).doesNotExist();
    }

    /** The likelihood ratio of a narrow peak on a falling spectrum tells most of the signal from the background. */
    @Test
    void theLearnedStatisticRanksTheSignalAboveTheBackground() {
        Matcher area = Pattern.compile("AUC = ([0-9.]+)").matcher(page);

        assertThat(area.find()).isTrue();
        assertThat(Double.parseDouble(area.group(1))).isBetween(0.7, 1.0);
    }

    @Test
    void theStoredObservableComparesTheHypothesesOfTheTest() {
        LearnedObservable learned = LearnedObservable.read(folder.resolve("first"));

        assertThat(learned.numerator().toArray()).containsExactly(1);
        assertThat(learned.denominator().toArray()).containsExactly(0);
    }

    @Test
    void theConfigurationOnThePageRunsTheSameStudy() throws IOException {
        Matcher listings =
                Pattern.compile("(?s)<pre tabindex=\"0\">\n(.*?)</pre>").matcher(page);
        List<String> texts = listings.results()
                .map(listing -> listing.group(1)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&"))
                .toList();

        assertThat(texts).hasSize(2);
        assertThat(texts.get(0)).endsWith("aurum run bump.yaml --seed 3 --out results/bump");
        assertThat(read(texts.get(1), "again").document())
                .isEqualTo(read(STUDY, "before").document());
    }

    @Test
    void withoutDataNothingIsCalledObserved() throws IOException {
        String blind = STUDY.replace("data: {pseudo: {mu: 1}}\n", "");
        String text = Files.readString(run(blind, "blind").resolve("report.html"));

        assertThat(verdict(text)).contains("Expected only: there are no data").doesNotContain("observed", "best fit");
        assertThat(text.indexOf("expected only, no data")).isPositive();
    }

    @Test
    void thePageCanBeLeftOut() throws IOException {
        Path out = run(STUDY.replace("workspace: false}", "workspace: false, report: false}"), "bare");

        assertThat(out.resolve("report.html")).doesNotExist();
        assertThat(out.resolve("result.json")).exists();
    }
}
