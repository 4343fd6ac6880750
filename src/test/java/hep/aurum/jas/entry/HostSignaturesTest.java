package hep.aurum.jas.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hep.aurum.jas.host.TestHost;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hold the signatures that the plugin is compiled against to those of a real host, if there is one:
 * {@code -Daurum.jas3.home=DIR} names a folder with its jars. The comparison itself is shown to see what it should.
 */
class HostSignaturesTest {

    private static final String STOPPABLE = "org.freehep.application.Stoppable";
    private static final String LISTENER = "org.freehep.application.studio.StudioListener";
    private static final String PLOTTER = "org.freehep.jas.services.Plotter";
    private static final String ENGINE = "org.freehep.jas.services.ScriptEngine";
    private static final String NO_RECORD = "org.freehep.record.source.NoSuchRecordException";

    @TempDir
    private Path folder;

    @Test
    void theSignaturesAreThoseOfTheRealHost() throws Exception {
        String home = System.getProperty("aurum.jas3.home", "");
        assumeTrue(!home.isEmpty(), "no real host: name a folder with its jars by -Daurum.jas3.home");
        URL[] jars = jarsBelow(Path.of(home));
        assertThat(jars).as("jars below " + home).isNotEmpty();
        try (URLClassLoader real = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
            assertThat(HostSignatures.differences(ours(), real)).isEmpty();
        }
    }

    /** Return the jars below a folder, those last that bring an older AIDA of their own. */
    private static URL[] jarsBelow(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted(Comparator.comparing((Path file) ->
                                    String.valueOf(file.getFileName()).startsWith("colt"))
                            .thenComparing(Comparator.naturalOrder()))
                    .map(HostSignaturesTest::url)
                    .toArray(URL[]::new);
        }
    }

    @Test
    void whatStandsInForTheHostInTestsHasTheSameSignatures() throws Exception {
        URL[] places = {url(ExtensionFolder.home(TestHost.class)), url(ExtensionFolder.home(AurumPlugin.class))};
        try (URLClassLoader tests = new URLClassLoader(places, ClassLoader.getPlatformClassLoader())) {
            assertThat(HostSignatures.differences(ours(), tests)).isEmpty();
        }
    }

    @Test
    void aTypeThatIsTheSameHasNoDifferences() throws Exception {
        assertThat(compared(
                        STOPPABLE,
                        "public interface Stoppable {" + " void stop(); javax.swing.BoundedRangeModel getModel(); }"))
                .isEmpty();
    }

    @Test
    void everyKindOfDifferenceIsSeen() throws Exception {
        assertThat(compared(STOPPABLE, "public interface Stoppable { void stop(); }"))
                .containsExactly(STOPPABLE + ": getModel[] is missing");
        assertThat(compared(
                        STOPPABLE,
                        "public interface Stoppable {"
                                + " boolean stop(); javax.swing.BoundedRangeModel getModel(); void pause(); }"))
                .containsExactly(STOPPABLE + ": stop[] returns boolean", STOPPABLE + " asks for pause[]");
        assertThat(compared(
                        STOPPABLE,
                        "public abstract class Stoppable {"
                                + " public abstract void stop();"
                                + " public abstract javax.swing.BoundedRangeModel getModel(); }"))
                .containsExactly(STOPPABLE + " is a class");
        assertThat(compared(LISTENER, "public interface StudioListener { void handleEvent(java.util.EventObject e); }"))
                .containsExactly(LISTENER + " is no java.util.EventListener");
        assertThat(
                        compared(
                                ENGINE,
                                "public interface ScriptEngine { void registerVariable(String n, Object v);"
                                        + " void runScript(String t) throws java.io.IOException; boolean canAccept(String m); }"))
                .containsExactly(ENGINE + ": runScript[java.lang.String] throws [java.io.IOException] and not []");
        assertThat(compared(
                        NO_RECORD,
                        "public final class NoSuchRecordException extends Exception {"
                                + " public NoSuchRecordException() {} NoSuchRecordException(String m) {} }"))
                .containsExactlyInAnyOrder(
                        NO_RECORD + " is final",
                        NO_RECORD + ": constructor[java.lang.String] is less visible",
                        NO_RECORD + ": constructor[java.lang.String, java.lang.Throwable] is missing");
        assertThat(compared(PLOTTER, "public interface Plotter { int NORMAL = 0; int OVERLAY = 2; long ADD = 2; }"))
                .contains(PLOTTER + ": OVERLAY has the value 2", PLOTTER + ": STACK is missing")
                .anyMatch(line -> line.startsWith(PLOTTER + ": ADD is public static final long"));
        assertThat(compared(
                        "hep.aida.IAnalysisFactory",
                        "public class IAnalysisFactory {" + " public IAnalysisFactory create() { return this; } }"))
                .contains(
                        "hep.aida.IAnalysisFactory is not abstract",
                        "hep.aida.IAnalysisFactory: create[] is not static");
    }

    @Test
    void everyTypeThatIsMissingIsNamed() throws Exception {
        try (URLClassLoader empty = new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader())) {
            List<Class<?>> ours = ours();

            assertThat(ours).hasSizeGreaterThan(40);
            assertThat(HostSignatures.differences(ours, empty))
                    .hasSameSizeAs(ours)
                    .allMatch(line -> line.endsWith(" is missing"));
        }
    }

    private List<String> compared(String name, String theirs) throws Exception {
        String source = "package " + name.substring(0, name.lastIndexOf('.')) + "; " + theirs;
        Path jar = folder.resolve("host.jar");
        ExtensionFolder.jar(jar, ExtensionFolder.compile(name, source));
        List<Class<?>> ours =
                ours().stream().filter(type -> type.getName().equals(name)).toList();
        assertThat(ours).hasSize(1);
        try (URLClassLoader real = new URLClassLoader(new URL[] {url(jar)}, ClassLoader.getPlatformClassLoader())) {
            return HostSignatures.differences(ours, real);
        }
    }

    /** Return our signatures, not what stands in for them in tests. */
    private static List<Class<?>> ours() throws IOException, ClassNotFoundException {
        Path root = ExtensionFolder.home(AurumPlugin.class);
        ClassLoader loader = new URLClassLoader(new URL[] {url(root)}, ClassLoader.getPlatformClassLoader());
        List<Class<?>> types = new ArrayList<>();
        for (String below : List.of("org/freehep", "hep/aida")) {
            try (Stream<Path> files = Files.walk(root.resolve(below))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String name = root.relativize(file).toString().replace(File.separatorChar, '.');
                    if (!name.endsWith("package-info.class")) {
                        types.add(Class.forName(name.replaceFirst("\\.class$", ""), false, loader));
                    }
                }
            }
        }
        return types;
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
