package hep.aurum.jas;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aida.IAnalysisFactory;
import hep.aida.IHistogram1D;
import hep.aida.IHistogramFactory;
import hep.aida.ITree;
import hep.aurum.jas.dialog.PeakChoice;
import hep.aurum.jas.dialog.TemplateChoice;
import hep.aurum.jas.host.Plots;
import hep.aurum.jas.host.TestHost;
import hep.aurum.jas.host.Tree;
import hep.aurum.jas.page.ResultPage;
import hep.aurum.workflow.PeakWidth;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JMenu;
import org.freehep.jas.services.PlotFactory;
import org.freehep.jas.services.PlotPage;
import org.freehep.jas.services.Plotter;
import org.junit.jupiter.api.Test;

/** What is left of the menu when the host lacks a service: everything else. */
class MenuServicesTest {

    /** The one bin with signal decides: Z² = 2 (140 ln 1.4 − 40). */
    private static final String Z =
            String.format(Locale.ROOT, "Z = %.2f", Math.sqrt(2 * (140 * StrictMath.log(1.4) - 40)));

    /** Expected 100 a bin, 140 seen in the sixth. */
    private static void histograms(IAnalysisFactory factory, ITree tree) {
        tree.mkdirs("/mine");
        IHistogramFactory make = factory.createHistogramFactory(tree);
        IHistogram1D background = make.createHistogram1D("/mine/background", "background", 10, 100, 110);
        IHistogram1D signal = make.createHistogram1D("/mine/signal", "signal", 10, 100, 110);
        IHistogram1D data = make.createHistogram1D("/mine/data", "data", 10, 100, 110);
        for (int bin = 0; bin < 10; bin++) {
            background.fill(100.5 + bin, 100);
            for (int i = 0; i < (bin == 5 ? 140 : 100); i++) {
                data.fill(100.5 + bin);
            }
        }
        signal.fill(105.5, 20);
    }

    private static void answer(MenuFixture menu) {
        menu.answers.templates(all -> new TemplateChoice(
                Answers.pick(all, "/mine/signal"),
                List.of(Answers.pick(all, "/mine/background")),
                Optional.of(Answers.pick(all, "/mine/data")),
                0,
                0,
                false,
                0.95,
                Optional.empty()));
        menu.answers.peak(all -> new PeakChoice(
                Answers.pick(all, "/mine/background"),
                Answers.pick(all, "/mine/data"),
                PeakWidth.constant(0.05),
                100.5,
                109.5,
                0,
                false,
                0));
    }

    @Test
    void theTreeThatTheHostShowsIsSearchedAndFilled() {
        try (TestHost host = TestHost.builder().start()) {
            ITree visible = host.aida().createTreeFactory().create();
            histograms(host.aida(), visible);
            host.lookup().add(visible);
            MenuFixture menu = new MenuFixture(host);
            answer(menu);

            assertThat(menu.clickAndAwait("Test Histograms…", "Z = ")).contains(Z);
            assertThat(menu.clickAndAwait("Scan for a Peak…", "local Z"))
                    .contains("excess at 105.")
                    .contains("local " + Z);
            menu.host.settle();

            assertThat(host.aida().trees()).hasSize(1);
            assertThat(host.aida().trees().get(0).paths())
                    .contains("/aurum/tests/mine.signal/limit", "/aurum/peaks/mine.data/p0");
        }
    }

    @Test
    void withoutAidaTheEntriesThatNeedItSaySo() {
        try (MenuFixture menu =
                new MenuFixture(TestHost.builder().withoutServices().start())) {
            for (String entry : List.of("Test Histograms…", "Scan for a Peak…", "Evaluate Trained Model on Events…")) {
                assertThat(menu.clickAndAwait(entry, "AIDA analysis factory")).startsWith(entry);
            }
            assertThat(menu.host.failures()).isEmpty();
        }
    }

    @Test
    void withoutAPlotFactoryTheTreeIsFilledAllTheSame() {
        try (MenuFixture menu =
                new MenuFixture(TestHost.builder().withoutServices().start())) {
            ITree tree = menu.host.aida().createTreeFactory().create();
            histograms(menu.host.aida(), tree);
            menu.host.lookup().add(menu.host.aida());
            menu.host.lookup().add(tree);
            answer(menu);
            int before = menu.host.statusMessages().size();

            menu.clickAndAwait("Test Histograms…", Z);

            assertThat(menu.awaitMessage(before, "plot factory")).startsWith("plots");
            Tree filled = menu.host.aida().trees().get(0);
            assertThat(filled.paths()).contains("/aurum/tests/mine.signal/limit");
            assertThat(menu.page("Test of mine.signal", ResultPage.class).text())
                    .contains("upper limit");
        }
    }

    @Test
    void aServiceThatComesLateIsUsed() {
        try (MenuFixture menu =
                new MenuFixture(TestHost.builder().withoutServices().start())) {
            menu.clickAndAwait("Test Histograms…", "AIDA analysis factory");
            ITree tree = menu.host.aida().createTreeFactory().create();
            histograms(menu.host.aida(), tree);
            menu.host.lookup().add(tree);
            menu.host.addServices();
            answer(menu);

            menu.clickAndAwait("Test Histograms…", Z);
        }
    }

    @Test
    void anEmptyTreeAndAMissingReportAreSentences() {
        try (MenuFixture menu = MenuFixture.open()) {
            menu.clickAndAwait("Test Histograms…", "no histogram of one axis");
            menu.clickAndAwait("Open Last Report", "no results have been opened");
            menu.answers.path(Path.of("nowhere"));
            menu.clickAndAwait("Open Results…", "result.json");
            menu.answers.cancel();
            menu.click("Open Results…");
            assertThat(menu.host.failures()).isEmpty();
        }
    }

    @Test
    void aServiceThatThrowsIsASentenceToo() {
        try (MenuFixture menu =
                new MenuFixture(TestHost.builder().withoutServices().start())) {
            ITree tree = menu.host.aida().createTreeFactory().create();
            histograms(menu.host.aida(), tree);
            menu.host.lookup().add(menu.host.aida());
            menu.host.lookup().add(tree);
            menu.host.lookup().add(new Broken());
            answer(menu);

            menu.clickAndAwait("Test Histograms…", "plots failed");
            assertThat(menu.host.failures()).isEmpty();
        }
    }

    /** A plot factory of which every call fails. */
    private static final class Broken implements PlotFactory {

        private final Plots none = new Plots();

        @Override
        public Plotter createPlotterFor(Class<?> dataType) {
            throw new IllegalStateException("broken");
        }

        @Override
        public boolean canCreatePlotterFor(Class<?> dataType) {
            throw new IllegalStateException("broken");
        }

        @Override
        public PlotPage createPage(String name) {
            throw new IllegalStateException("broken");
        }

        @Override
        public PlotPage currentPage() {
            return none.currentPage();
        }
    }

    @Test
    void aTakenPlaceInTheMenuBarIsNoObstacle() {
        try (TestHost host = TestHost.builder().start()) {
            MenuFixture first = new MenuFixture(host);
            MenuFixture second = new MenuFixture(host);

            assertThat(host.menus().titles()).filteredOn("Aurum"::equals).hasSize(2);
            assertThat(first.host.menus().find("Aurum")).isInstanceOf(JMenu.class);
            second.host.settle();
        }
    }
}
