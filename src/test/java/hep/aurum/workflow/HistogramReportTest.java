package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.base.Progress;
import hep.aurum.report.Chromium;
import hep.aurum.report.PageProbe;
import hep.aurum.source.root.RootHistograms;
import hep.aurum.workflow.study.HistogramStudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a study of two bins, one of signal and background, one of background alone. */
@Tag("slow")
class HistogramReportTest {

    private static final String STUDY = """
            aurum: 1
            name: two_bins
            luminosity: 2
            statistical_errors: false
            channels:
              c:
                axis: {label: m, unit: GeV}
                observed: [{file: h.root, histograms: [data]}]
                processes:
                  s: {rate: mu, from: [{file: h.root, histograms: [s]}]}
                  b: {uncertainties: {norm: 0.1}, from: [{file: h.root, histograms: [b]}]}
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writeHistograms() throws IOException {
        RootHistograms.write(
                folder.resolve("h.root"),
                Map.of("s", new double[] {12, 0}, "b", new double[] {40, 60}, "data", new double[] {52, 60}));
    }

    private String page(String study) throws IOException {
        Path file = Files.writeString(folder.resolve("study.yaml"), study);
        HistogramRun.of(
                        HistogramStudyReader.read(file, Map.of()),
                        new RunOptions(folder.resolve("results"), true, 1, Progress.NONE))
                .execute();
        return Files.readString(folder.resolve("results/report.html"));
    }

    private static String verdict(String text) {
        return text.substring(text.indexOf("<section id=\"verdict\""), text.indexOf("<section id=\"section-1\""));
    }

    @Test
    void dataAtTheExpectationAreFoundThereAndTheBrowserAgrees() throws IOException {
        String page = page(STUDY);

        assertThat(verdict(page))
                .contains(
                        "Fitted: mu\u00a0=\u00a01.00<span class=\"errors\">",
                        " observed (p<sub>0</sub>",
                        "Goodness of fit")
                .contains("Checks passed");
        assertThat(page.contains("norm</td>")).isTrue();
        try (Chromium browser = Chromium.start()) {
            PageProbe.check(browser.page(), folder.resolve("results/report.html"));
        }
    }

    @Test
    void aBlindStudySaysSo() throws IOException {
        String page = page(STUDY.replaceFirst(" +observed:.*\n", ""));

        assertThat(verdict(page)).contains("Expected only: there are no data").doesNotContain("observed", "Fitted");
    }

    @Test
    void dataThatNoFitDescribesCondemnTheResult() throws IOException {
        Files.delete(folder.resolve("h.root"));
        RootHistograms.write(
                folder.resolve("h.root"),
                Map.of("s", new double[] {12, 0}, "b", new double[] {40, 60}, "data", new double[] {52, 180}));

        assertThat(verdict(page(STUDY))).contains("Do not use", "<li class=\"bad\">");
    }

    @Test
    void thePageCanBeLeftOut() throws IOException {
        page(STUDY);
        Path file = Files.writeString(folder.resolve("study.yaml"), STUDY + "outputs: {report: false}\n");

        HistogramRun.of(
                        HistogramStudyReader.read(file, Map.of()),
                        new RunOptions(folder.resolve("results"), true, 1, Progress.NONE))
                .execute();

        assertThat(folder.resolve("results/report.html")).doesNotExist();
    }
}
