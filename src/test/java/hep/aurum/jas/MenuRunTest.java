package hep.aurum.jas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aida.IAxis;
import hep.aida.IDataPointSet;
import hep.aida.IHistogram1D;
import hep.aurum.base.Progress;
import hep.aurum.format.histogram.HistogramFiles;
import hep.aurum.format.pyhf.PyhfWorkspace;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Histogram1D;
import hep.aurum.infer.discovery.Discovery;
import hep.aurum.infer.discovery.DiscoveryResult;
import hep.aurum.infer.limit.LimitResult;
import hep.aurum.jas.dialog.PeakChoice;
import hep.aurum.jas.dialog.TemplateChoice;
import hep.aurum.jas.host.Tree;
import hep.aurum.jas.page.ResultPage;
import hep.aurum.jas.page.StudyPage;
import hep.aurum.jas.page.TextPage;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.workflow.PeakScan;
import hep.aurum.workflow.PeakScanResult;
import hep.aurum.workflow.PeakWidth;
import hep.aurum.workflow.TemplateTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run through the menu, in a Java machine of its own, and what the menu offers afterwards. */
class MenuRunTest {

    private static final String FOLDER = "/aurum/bump-small";

    @TempDir
    private static Path folder = Path.of("");

    private static MenuFixture menu;
    private static Path results;
    private static int mostMeters;

    @BeforeAll
    static void run() throws IOException {
        menu = MenuFixture.open();
        Path study = MenuFixture.bump(folder, 2);
        results = study.resolveSibling("results").resolve("bump-small");
        menu.answers.path(study);
        menu.click("Run Study…");
        menu.await("the meter", () -> {
            mostMeters = Math.max(mostMeters, menu.host.meters().lent().size());
            return mostMeters > 0;
        });
        menu.awaitMessage(0, "results of bump-small are open");
    }

    @AfterAll
    static void close() {
        menu.close();
    }

    private static Tree tree() {
        List<Tree> trees = menu.host.aida().trees();
        assertThat(trees).hasSize(1);
        return trees.get(0);
    }

    private static Histogram1D stored(String path) {
        return (Histogram1D) HistogramFiles.read(results.resolve("histograms.aida")).stream()
                .filter(o -> o.path().equals(path))
                .findFirst()
                .orElseThrow()
                .content();
    }

    @Test
    void progressIsSeenAndTheMeterGivenBack() {
        assertThat(mostMeters).isEqualTo(1);
        assertThat(menu.host.meters().lent()).isEmpty();
        assertThat(menu.host.meters().givenBack()).hasSize(1);
        assertThat(menu.host.statusMessages()).anyMatch(message -> message.matches("Aurum: training.* \\d+ %"));
        assertThat(menu.host.failures()).isEmpty();
        assertThat(menu.page("Results of bump-small", ResultPage.class).text()).contains("Discovery of mu");
    }

    @Test
    void theTreeHasWhatTheRunWroteToTheLastBit() {
        int compared = 0;
        for (AnalysisObject object : HistogramFiles.read(results.resolve("histograms.aida"))) {
            Histogram1D ours = (Histogram1D) object.content();
            IHistogram1D theirs = tree().get(FOLDER + object.path(), IHistogram1D.class);
            for (int bin = 0; bin < ours.axis().bins(); bin++) {
                assertThat(theirs.binHeight(bin)).isEqualTo(ours.height(bin));
                assertThat(theirs.binError(bin)).isCloseTo(ours.error(bin), within(2 * Math.ulp(ours.error(bin))));
                assertThat(theirs.binEntries(bin)).isEqualTo((int) ours.entries(bin));
                compared++;
            }
            assertThat(theirs.binHeight(IAxis.UNDERFLOW_BIN)).isEqualTo(ours.height(-1));
            assertThat(theirs.binHeight(IAxis.OVERFLOW_BIN))
                    .isEqualTo(ours.height(ours.axis().bins()));
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void scanAndLimitAreInTheTreeAsInTheSummary() {
        IDataPointSet scan = tree().get(FOLDER + "/inference/scan/observed/mu", IDataPointSet.class);
        IDataPointSet limit = tree().get(FOLDER + "/inference/limit/learned", IDataPointSet.class);

        assertThat(scan.size()).isEqualTo(11);
        assertThat(scan.point(10).coordinate(0).value()).isEqualTo(4);
        assertThat(limit.size()).isEqualTo(3);
        assertThat(limit.point(2).coordinate(1).errorPlus())
                .isGreaterThan(limit.point(1).coordinate(1).errorPlus());
        String observed = String.format(
                Locale.ROOT, "observed %.3f", limit.point(0).coordinate(1).value());
        assertThat(menu.page("Results of bump-small", ResultPage.class).text()).contains(observed);
    }

    @Test
    void everythingIsPlottedWithProcessesOverEachOther() {
        assertThat(menu.host.plots().pages())
                .anyMatch(page -> page.name().equals("bump-small features")
                        && page.isShown()
                        && page.data().get(0).size() == 2);
        assertThat(menu.host.plots().pages()).anyMatch(page -> page.name().equals("bump-small inference"));
    }

    @Test
    void theTestOfTheTreesHistogramsIsThatOfTheStoredOnes() {
        Path workspace = folder.resolve("workspace.json");
        menu.answers.templates(all -> new TemplateChoice(
                Answers.pick(all, "/signal_region/signal/classical"),
                List.of(Answers.pick(all, "/signal_region/background/classical")),
                Optional.of(Answers.pick(all, "/signal_region/data/classical")),
                0.05,
                0.02,
                true,
                0.9,
                Optional.of(workspace)));

        menu.clickAndAwait("Test Histograms…", "at 90 % CL");

        TemplateTest test = TemplateTest.of(
                        stored("/signal_region/signal/classical"),
                        List.of(stored("/signal_region/background/classical")))
                .withData(stored("/signal_region/data/classical"))
                .withRateUncertainty("background", 0.05)
                .withLuminosityUncertainty(0.02);
        DiscoveryResult discovery = test.discovery();
        LimitResult expected = test.limit(0.9);
        String place = "/aurum/tests/bump-small.signal_region.signal.classical";
        IDataPointSet limit = tree().get(place + "/limit", IDataPointSet.class);
        assertThat(limit.point(0).coordinate(1).value()).isCloseTo(expected.observed(), within(1e-6));
        assertThat(limit.point(1).coordinate(1).value())
                .isCloseTo(expected.expected().get(2), within(1e-6));
        assertThat(tree().get(place + "/cls/observed", IDataPointSet.class).size())
                .isEqualTo(40);
        assertThat(menu.page("Test of bump-small.signal_region.signal.classical", ResultPage.class)
                        .text())
                .contains(String.format(Locale.ROOT, "Z = %.3f", discovery.z()))
                .contains(workspace.toString());
        BinnedModel read = BinnedModel.of(PyhfWorkspace.read(workspace));
        assertThat(Discovery.of(read, 1).z()).isCloseTo(discovery.z(), within(1e-6));
    }

    @Test
    void theSearchForAPeakIsThatOfTheStoredHistograms() {
        menu.answers.peak(all -> new PeakChoice(
                Answers.pick(all, "/signal_region/background/classical"),
                Answers.pick(all, "/signal_region/data/classical"),
                PeakWidth.constant(3),
                110,
                140,
                0,
                true,
                0));

        menu.clickAndAwait("Scan for a Peak…", "global Z");

        PeakScanResult expected = PeakScan.of(
                        stored("/signal_region/background/classical"),
                        stored("/signal_region/data/classical"),
                        PeakWidth.constant(3))
                .between(110, 140, 41)
                .run(Progress.NONE);
        IDataPointSet z =
                tree().get("/aurum/peaks/aurum.bump-small.signal_region.data.classical/z", IDataPointSet.class);
        assertThat(z.size()).isEqualTo(41);
        for (int i = 0; i < z.size(); i++) {
            assertThat(z.point(i).coordinate(0).value())
                    .isEqualTo(expected.positions().get(i));
            assertThat(z.point(i).coordinate(1).value()).isCloseTo(expected.z().get(i), within(1e-5));
        }
    }

    @Test
    void theReportOfTheLastRunOpens() throws IOException {
        Path report = results.resolve("report.html");
        Files.writeString(report, "<html></html>");

        menu.clickAndAwait("Open Last Report", "browser");

        assertThat(menu.browsed).contains(report.toAbsolutePath().toUri());
        Files.delete(report);
        menu.clickAndAwait("Open Last Report", "there is no");
    }

    @Test
    void aRunThatFailsSaysWhy() throws IOException {
        Path wrong = folder.resolve("wrong.yaml");
        Files.writeString(wrong, "aurum: 1\nname: wrong\nprocesses: {a: {simulator: {name: nothing, events: 10}}}\n");
        menu.answers.path(wrong);
        int before = menu.host.statusMessages().size();

        menu.click("Run Study…");

        String sentence = menu.awaitMessage(before, "the run failed: ");
        assertThat(sentence).doesNotContain("said no reason");
        assertThat(menu.page("wrong", StudyPage.class).runButton().isEnabled()).isTrue();
        menu.click("Show Log");
        assertThat(menu.page("Aurum log", TextPage.class).text()).contains(sentence);
    }
}
