package hep.aurum;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import hep.aurum.ArchitectureRules.Room;
import hep.aurum.base.Check;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/**
 * Hold the house to its plan: the table of rooms below, and the rules of {@link ArchitectureRules}.
 *
 * <p>Whoever adds a room adds its line here. If a wall stands in the wrong place, the commit that moves it changes this
 * table and says why.
 */
class ArchitectureTest {

    /** Rooms of {@code hep.aurum}: row, name, what it may use. A room uses itself and smaller rows only. */
    static final List<Room> ROOMS = List.of(
            new Room(0, "base", ""),
            new Room(1, "math", "base"),
            new Room(2, "physics", "base math"),
            new Room(2, "param", "base math"),
            new Room(2, "hist", "base math"),
            new Room(2, "nn", "base math"),
            new Room(2, "engine", "base math"),
            new Room(3, "event", "base math physics param"),
            new Room(4, "source", "base math physics param hist event"),
            new Room(4, "simulator", "base math physics param event engine"),
            new Room(4, "observable", "base math physics event"),
            new Room(5, "sample", "base math param event observable simulator engine"),
            new Room(6, "estimator", "base math param sample nn engine"),
            new Room(7, "likelihood", "base math param hist estimator"),
            new Room(8, "infer", "base math param hist likelihood engine"),
            new Room(9, "trust", "base math param nn simulator sample estimator likelihood infer engine"),
            new Room(9, "format", "base math param hist source nn estimator likelihood infer"),
            new Room(9, "store", "base param infer"),
            new Room(9, "plot", "base math param hist estimator infer trust"),
            new Room(9, "report", "base param infer trust plot format"),
            new Room(10, "bench", Room.EVERYTHING_ABOVE),
            new Room(10, "workflow", Room.EVERYTHING_ABOVE),
            new Room(11, "script", Room.EVERYTHING_ABOVE),
            new Room(12, "cli", Room.EVERYTHING_ABOVE),
            new Room(12, "jas", Room.EVERYTHING_ABOVE));

    private static Path folder;
    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() throws URISyntaxException {
        folder = Path.of(
                Check.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        classes = new ClassFileImporter().importPath(folder);
    }

    @Test
    void everyClassFileIsImported() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long expected =
                    files.filter(file -> file.toString().endsWith(".class")).count();

            assertThat(expected).isGreaterThan(30);
            assertThat(classes).hasSize((int) expected);
        }
    }

    @Test
    void onlyTheHostsSignaturesLieOutsideOurRoot() {
        assertThat(classes)
                .extracting(JavaClass::getPackageName)
                .allMatch(name -> name.startsWith("hep.aurum.")
                        || name.startsWith("org.freehep.")
                        || name.equals("hep.aida")
                        || name.startsWith("hep.aida."));
    }

    @Test
    void arrowsPointToSmallerRows() {
        assertThat(new ArchitectureRules("hep.aurum", ROOMS).arrowsOfTheTableThatPointUp())
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> rules() {
        return new ArchitectureRules("hep.aurum", ROOMS)
                .all().stream()
                        .map((ArchRule rule) ->
                                DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }

    @Test
    @DisplayName("report: concrete public classes that are neither final nor extended")
    void reportOpenClasses(TestReporter reporter) {
        for (JavaClass open : ArchitectureRules.openWithoutReason(classes)) {
            reporter.publishEntry("not final", open.getName());
        }
    }
}
