package hep.aurum.jas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aida.IAxis;
import hep.aida.IHistogram1D;
import hep.aurum.base.Progress;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.jas.host.Tree;
import hep.aurum.jas.page.StudyPage;
import hep.aurum.jas.page.TextPage;
import hep.aurum.jas.record.EventRecord;
import hep.aurum.workflow.LearnedObservable;
import hep.aurum.workflow.RunOptions;
import hep.aurum.workflow.StudyRun;
import hep.aurum.workflow.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.freehep.jas.services.FileHandler;
import org.freehep.record.source.NoSuchRecordException;
import org.freehep.record.source.RecordSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of events in the record loop, and a trained model that is evaluated on them. */
class MenuEventsTest {

    private static final Path EVENTS = Path.of("examples/vbf-higgs/vbf_haa_cHW_cHWtil_5k.lhe.gz");
    private static final String NAME = "vbf_haa_cHW_cHWtil_5k.lhe.gz";
    private static final long SIZE = 5000;
    private static final String STUDY = """
            aurum: 1
            name: learned
            seed: 3
            luminosity: 139
            parameters:
              cHW: {range: [-1.5, 1.5]}
            processes:
              vbf:
                benchmarks: {sm: {cHW: 0}, b1: {cHW: 3}, b2: {cHW: -3}}
                events: [{file: FILE, generated_at: sm, maximum: 300}]
            selection: [count(photon) >= 2 and count(jet) >= 1, "pt(jet[1]) > 60"]
            observables:
              pt_j1: pt(jet[1])
            estimator: {method: rascal, hidden: [6], members: 1, epochs: 2, batch: 64}
            tests: {scan: {points: 5}}
            outputs: {figures: false}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFileOfEventsIsASourceOfRecordsAndAPage() throws Exception {
        try (MenuFixture menu = MenuFixture.open()) {
            menu.answers.path(EVENTS);

            menu.clickAndAwait("Open Events or Study…", "is a source of records");

            RecordSource source = menu.host.loop().source(NAME);
            assertThatThrownBy(source::size).isInstanceOf(UnsupportedOperationException.class);
            assertThat(menu.host.loop().run(NAME)).isEqualTo(SIZE);
            assertThat(source.size()).isEqualTo(SIZE);
            assertThatThrownBy(source::next).isInstanceOf(NoSuchRecordException.class);
            source.rewind();
            source.next();
            assertThat(source.getCurrentRecord())
                    .isInstanceOfSatisfying(
                            EventRecord.class,
                            record -> assertThat(record.event().number()).isEqualTo(1));
            TextPage page = menu.page(NAME, TextPage.class);
            menu.await("the catalogue", () -> page.text().contains("cross-section"));
            assertThat(page.text()).contains("LHE").containsPattern("events +5000");
            // Opened again, it is one source still.
            menu.clickAndAwait("Open Events or Study…", "is a source of records");
            assertThat(menu.host.loop().sources()).containsExactly(NAME);
        }
    }

    @Test
    void aTableIsASourceWithItsSizeAndADamagedFileSaysSo() throws IOException {
        try (MenuFixture menu = MenuFixture.open()) {
            Path table = folder.resolve("table.csv");
            Files.writeString(table, "m,genWeight\n100,2\n110,-1\n120,0.5\n");
            menu.answers.path(table);
            menu.clickAndAwait("Open Events or Study…", "is a source of records");
            assertThat(menu.host.loop().run("table.csv")).isEqualTo(3);

            Path wrong = folder.resolve("wrong.lhe");
            Files.writeString(wrong, "this is no file of events");
            menu.answers.path(wrong);
            menu.clickAndAwait("Open Events or Study…", "wrong.lhe");
            assertThat(menu.host.loop().sources()).containsExactly("table.csv");
            assertThat(menu.host.failures()).isEmpty();
        }
    }

    @Test
    void theLoopFillsTheLearnedRatioOfEachEvent() throws IOException {
        Path results = trained();
        try (MenuFixture menu = MenuFixture.open()) {
            menu.answers.path(EVENTS);
            menu.clickAndAwait("Open Events or Study…", "is a source of records");
            menu.answers.path(results);
            menu.clickAndAwait("Evaluate Trained Model on Events…", "is evaluated on each event");
            menu.host.loop().run(NAME, 200);
            menu.host.settle();

            Tree tree = menu.host.aida().trees().get(0);
            IHistogram1D filled = tree.get("/aurum/learned/loop/" + NAME, IHistogram1D.class);
            Histogram1D expected = expected(results, filled);
            for (int bin = 0; bin < expected.axis().bins(); bin++) {
                assertThat(filled.binHeight(bin)).isCloseTo(expected.height(bin), within(1e-12));
                assertThat(filled.binEntries(bin)).isEqualTo((int) expected.entries(bin));
            }
            assertThat(filled.binEntries(IAxis.OVERFLOW_BIN))
                    .isEqualTo((int) expected.entries(expected.axis().bins()));
            assertThat(expected.entries()).isGreaterThan(20);
            assertThat(menu.host.plots().pages()).anyMatch(page -> page.name().equals("learned loop"));

            menu.click("Stop Evaluating");
            long before = filled.allEntries();
            menu.host.loop().run(NAME, 200);
            assertThat(filled.allEntries()).isEqualTo((int) before);
        }
    }

    private Path trained() throws IOException {
        Path study = folder.resolve("study.yaml");
        Files.writeString(study, STUDY.replace("FILE", EVENTS.toAbsolutePath().toString()));
        Path results = folder.resolve("out");
        StudyRun.of(StudyReader.read(study), new RunOptions(results, false, 1, Progress.NONE))
                .execute();
        return results;
    }

    private static Histogram1D expected(Path results, IHistogram1D like) {
        IAxis axis = like.axis();
        Histogram1D.Builder histogram =
                Histogram1D.builder("log r", Axis.uniform("", "", axis.bins(), axis.lowerEdge(), axis.upperEdge()));
        LearnedObservable.Reader reader = LearnedObservable.read(results).open(EVENTS);
        try (EventCursor events = reader.source().open()) {
            for (int i = 0; i < 200; i++) {
                Event event = Objects.requireNonNull(events.next());
                OptionalDouble value = reader.logRatio(event);
                if (value.isPresent()) {
                    histogram.fill(value.getAsDouble(), event.weight());
                }
            }
        }
        return histogram.build();
    }

    @Test
    void theFileMenuKnowsStudiesAndEvents() throws IOException {
        try (MenuFixture menu = MenuFixture.open()) {
            FileHandler handler = (FileHandler) menu.host.lookup().lookup(FileHandler.class);
            Path study = MenuFixture.bump(folder, 2);
            Path other = folder.resolve("other.yaml");
            Files.writeString(other, "name: something else\n");

            assertThat(handler.accept(EVENTS.toFile())).isTrue();
            assertThat(handler.accept(study.toFile())).isTrue();
            assertThat(handler.accept(other.toFile())).isFalse();
            assertThat(handler.accept(folder.resolve("a.root").toFile())).isFalse();
            assertThat(handler.getFileFilter().accept(EVENTS.toFile())).isTrue();

            handler.openFile(study.toFile());
            menu.await("the page", () -> menu.host.pages().titles().contains("bump-small"));
            StudyPage page = menu.page("bump-small", StudyPage.class);
            assertThat(page.text()).contains("A small resonance").contains("mu").contains("background");
            assertThat(page.folder()).isEqualTo(folder.resolve("results/bump-small"));
        }
    }

    @Test
    void eachConsoleHasTheVariable() {
        try (MenuFixture menu = MenuFixture.open()) {
            assertThat(menu.host.openConsole()).containsEntry("aurum", menu.facade);
        }
    }

    @Test
    void theEndOfTheSessionTakesEverythingFromTheHost() throws IOException {
        MenuFixture menu = MenuFixture.open();
        Path table = folder.resolve("table.csv");
        Files.writeString(table, "m\n100\n110\n");
        menu.answers.path(table);
        menu.clickAndAwait("Open Events or Study…", "is a source of records");
        List<String> before = menu.host.menus().titles();
        menu.close();

        assertThat(before).contains("Aurum");
        assertThat(menu.host.menus().titles()).doesNotContain("Aurum");
        assertThat(menu.host.loop().sources()).isEmpty();
        assertThat(menu.host.lookup().lookup(FileHandler.class)).isNull();
        assertThat(menu.host.openConsole()).doesNotContainKey("aurum");
        menu.await(
                "the end of the catalogue",
                () -> ProcessHandle.current().children().noneMatch(ProcessHandle::isAlive));
    }
}
