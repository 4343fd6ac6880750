package hep.aurum.jas.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aida.IAnalysisFactory;
import hep.aida.IDataPointSet;
import hep.aida.IHistogram1D;
import hep.aida.IHistogram2D;
import hep.aida.IHistogramFactory;
import hep.aida.IProfile1D;
import hep.aida.ITree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.freehep.application.mdi.PageContext;
import org.freehep.application.studio.Plugin;
import org.freehep.application.studio.StudioListener;
import org.freehep.jas.event.ScriptEvent;
import org.freehep.jas.services.PlotFactory;
import org.freehep.jas.services.PlotPage;
import org.freehep.jas.services.Plotter;
import org.freehep.record.loop.RecordListener;
import org.freehep.record.source.AbstractRecordSource;
import org.freehep.record.source.NoSuchRecordException;
import org.junit.jupiter.api.Test;

/** Show that the test host has the teeth of the real one: every trap that is known bites a plugin that steps into it. */
class TestHostTest {

    private final List<String> calls = new ArrayList<>();

    @Test
    void pluginsAreCalledInThreeRoundsTheLastOnTheEventThread() {
        try (TestHost host =
                TestHost.builder().plugin(new Noisy("a")).plugin(new Noisy("b")).start()) {
            assertThat(host.failures()).isEmpty();
        }

        assertThat(calls.stream().map(call -> call.substring(2)))
                .containsExactly("init", "init", "postInit", "postInit", "visible true", "visible true");
    }

    @Test
    void nobodyCanCountOnTheOrder() {
        Set<List<String>> orders = new HashSet<>();
        for (long order = 0; order < 6; order++) {
            calls.clear();
            TestHost.builder()
                    .plugin(new Noisy("a"))
                    .plugin(new Noisy("b"))
                    .plugin(new Noisy("c"))
                    .order(order)
                    .start()
                    .close();
            orders.add(List.copyOf(calls.subList(0, 3)));
        }

        assertThat(orders).hasSize(6);
    }

    @Test
    void aPluginThatFailsInInitIsNotCalledAgain() {
        Plugin broken = new Plugin() {
            @Override
            protected void init() throws IOException {
                throw new IOException("no");
            }

            @Override
            protected void applicationVisible() {
                calls.add("visible");
            }
        };
        try (TestHost host = TestHost.builder().plugin(broken).start()) {
            assertThat(host.failures()).hasSize(1);
            assertThat(calls).isEmpty();
        }
    }

    @Test
    void beforeTheHostIsVisibleTheAnalysisFactoryIsTheWrongOne() {
        List<Object> found = new ArrayList<>();
        Plugin eager = new Plugin() {
            @Override
            protected void postInit() {
                found.add(getApplication().getLookup().lookup(IAnalysisFactory.class));
            }

            @Override
            protected void applicationVisible() {
                found.add(getApplication().getLookup().lookup(IAnalysisFactory.class));
            }
        };
        try (TestHost host = TestHost.builder().plugin(eager).start()) {
            assertThat(found).containsExactly(host.aidaOfTheStart(), host.aida());
        }
    }

    @Test
    void aSourceOfRecordsInInitStopsThePlugin() {
        Plugin hanging = new Plugin() {
            @Override
            protected void init() {
                getApplication().getLookup().add(new Three());
            }
        };
        try (TestHost host = TestHost.builder().plugin(hanging).start()) {
            assertThat(host.failures()).hasSize(1);
            assertThat(host.failures().get(0).detail()).hasMessageContaining("hangs");
        }
    }

    @Test
    void servicesMayComeLate() {
        try (TestHost host = TestHost.builder().withoutServices().start()) {
            assertThat(host.lookup().lookup(PlotFactory.class)).isNull();

            host.addServices();

            assertThat(host.lookup().lookup(PlotFactory.class)).isSameAs(host.plots());
        }
    }

    @Test
    void menusHaveAPlaceEachAndATakenOneThrows() {
        Menus menus = new Menus();
        JMenuItem low = new JMenuItem("low");
        low.addActionListener(event -> calls.add("clicked " + SwingUtilities.isEventDispatchThread()));
        menus.add(new JMenu("Aurum"), 660);
        menus.add(new JMenuItem("high"), 660_900);
        menus.add(low, 660_100);

        assertThat(menus.titles()).containsExactly("File", "Edit", "View", "Aurum", "Window", "Help");
        assertThat(menus.titles("Aurum")).containsExactly("low", "high");
        assertThatThrownBy(() -> menus.add(new JMenu("other"), 660)).hasMessageContaining("Invalid location");
        menus.click("Aurum", "low");
        assertThat(calls).containsExactly("clicked true");
    }

    @Test
    void theLoopEndsWhereNextSaysSo() throws IOException {
        List<Object> seen = new ArrayList<>();
        try (TestHost host = TestHost.builder().start()) {
            RecordListener listener = event -> seen.add(event.getRecord());
            host.lookup().add(new Three());
            host.lookup().add(listener);

            assertThat(host.loop().run("three", 2)).isEqualTo(2);
            assertThat(host.loop().run("three")).isEqualTo(1);
            assertThat(host.loop().run("three")).isZero();
            assertThat(seen).containsExactly(1, 2, 3);
        }
    }

    @Test
    void aConsoleAsksEveryListenerForVariables() {
        try (TestHost host = TestHost.builder().start()) {
            StudioListener listener =
                    event -> ((ScriptEvent) event).getScriptEngine().registerVariable("answer", 42);
            host.studio().getEventSender().addEventListener(listener, ScriptEvent.class);

            assertThat(host.openConsole()).containsEntry("answer", 42);

            host.studio().getEventSender().removeEventListener(listener, ScriptEvent.class);
            assertThat(host.openConsole()).isEmpty();
        }
    }

    @Test
    void aPlotNeedsAPageThatIsShownAndARegionThatWasChosen() {
        Plots plots = new Plots();
        PlotPage page = plots.createPage("page");
        page.createRegions(2, 1);
        Plotter plotter = plots.createPlotterFor(Plots.class);

        assertThatThrownBy(() -> plotter.plot("data", Plotter.NORMAL)).hasMessageContaining("show the page");
        page.showPage();
        assertThatThrownBy(() -> plotter.plot("data", Plotter.NORMAL)).hasMessageContaining("region");
        page.setCurrentRegion(page.region(1));
        plotter.plot("data", Plotter.NORMAL);
        page.region(1).showPlot(plotter);
        assertThat(plots.pages().get(0).data()).containsExactly(List.of(), List.of("data"));
    }

    @Test
    void pagesOpenAndClose() {
        Pages pages = new Pages();
        PageContext page = pages.openPage(new JPanel(), "Study", null);

        assertThat(pages.titles()).containsExactly("Study");
        page.close();
        assertThat(pages.titles()).isEmpty();
    }

    @Test
    void histogramsHoldWhatIsFilled() {
        Aida aida = new Aida();
        ITree tree = aida.createTreeFactory().create();
        IHistogramFactory factory = aida.createHistogramFactory(tree);
        tree.mkdirs("/sbi/deep");
        tree.cd("/sbi");
        IHistogram1D one = factory.createHistogram1D("m", "mass", 4, 0, 4);
        one.fill(1.5, 2);
        one.fill(1, 1);
        one.fill(-3);
        one.fill(4);

        assertThat(aida.trees().get(0).paths()).containsExactly("/sbi/m");
        assertThat(one.binHeight(1)).isEqualTo(3);
        assertThat(one.binError(1)).isCloseTo(StrictMath.sqrt(5), within(1e-15));
        assertThat(one.binEntries(-2)).isEqualTo(1);
        assertThat(one.binEntries(-1)).isEqualTo(1);
        assertThat(one.entries()).isEqualTo(2);
        assertThat(one.mean()).isCloseTo(4. / 3, within(1e-15));
        assertThat(one.axis().binUpperEdge(1)).isEqualTo(2);
        assertThatThrownBy(() -> factory.createHistogram1D("/nowhere/x", "x", 1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        IHistogram2D two = factory.createHistogram2D("deep/two", "two", 2, 0, 2, 3, 0, 3);
        two.fill(1.5, 2.5, 7);
        assertThat(two.binHeight(1, 2)).isEqualTo(7);
        IProfile1D profile = factory.createProfile1D("p", "profile", new double[] {0, 1});
        profile.fill(0.5, 1);
        profile.fill(0.5, 3);
        assertThat(profile.binHeight(0)).isEqualTo(2);
        assertThat(profile.binRms(0)).isEqualTo(1);
    }

    @Test
    void pointsHoldTheirErrors() {
        Aida aida = new Aida();
        ITree tree = aida.createTreeFactory().create();
        IDataPointSet set = aida.createDataPointSetFactory(tree)
                .createXY(
                        "/limit",
                        "limit",
                        new double[] {1},
                        new double[] {2},
                        new double[] {0},
                        new double[] {0.5},
                        new double[] {0},
                        new double[] {0.25});

        assertThat(set.size()).isEqualTo(1);
        assertThat(set.point(0).coordinate(1).value()).isEqualTo(2);
        assertThat(set.point(0).coordinate(1).errorPlus()).isEqualTo(0.5);
        assertThat(set.point(0).coordinate(1).errorMinus()).isEqualTo(0.25);
    }

    @Test
    void whatTheHostHasNotBeenTaughtSaysItsName() {
        Aida aida = new Aida();
        IHistogramFactory histograms =
                aida.createHistogramFactory(aida.createTreeFactory().create());

        assertThatThrownBy(() -> histograms.createCloud1D("/c", "cloud"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("createCloud1D");
    }

    @Test
    void aMeterIsGivenBackOnce() {
        Meters meters = new Meters();
        var meter = meters.getProgressMeter();
        meters.freeProgressMeter(meter);

        assertThat(meters.lent()).isEmpty();
        assertThatThrownBy(() -> meters.freeProgressMeter(meter)).hasMessageContaining("given back before");
    }

    /** Notes each call. */
    private final class Noisy extends Plugin {

        private final String name;

        Noisy(String name) {
            this.name = name;
        }

        @Override
        protected void init() {
            calls.add(name + " init");
        }

        @Override
        protected void postInit() {
            calls.add(name + " postInit");
        }

        @Override
        protected void applicationVisible() {
            calls.add(name + " visible " + SwingUtilities.isEventDispatchThread());
        }
    }

    /** Three records; {@code hasNext} is always true, as a source's that does not know. */
    private static final class Three extends AbstractRecordSource {

        private int at;

        Three() {
            super("three");
        }

        @Override
        public boolean supportsNext() {
            return true;
        }

        @Override
        public void next() throws NoSuchRecordException {
            if (at == 3) {
                throw new NoSuchRecordException("the end");
            }
            at++;
        }

        @Override
        public Object getCurrentRecord() {
            return at;
        }
    }
}
