package hep.aurum.jas.entry;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Builds what {@code mvn package} leaves in {@code target/jas3}, from the classes under test. */
final class ExtensionFolder {

    static final String JAR = "aurum-jas-0.1.0.jar";

    /** Libraries that tests bring and the plugin does not. */
    private static final List<String> OF_THE_TESTS = List.of(
            "junit", "assertj", "archunit", "jazzer", "byte-buddy", "duckdb", "jython", "groovy", "bsh", "opentest4j");

    private final Path folder;

    /** Put the entry jar into a folder, and an empty folder for Aurum's jars beside it. */
    ExtensionFolder(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(aurum());
        Path classes = home(AurumPlugin.class);
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(folder.resolve(JAR)))) {
            addClasses(jar, classes, classes.resolve("hep/aurum/jas/entry"));
            add(jar, "PLUGIN-inf/plugins.xml", Files.readAllBytes(descriptor()));
        }
    }

    static Path descriptor() {
        return Path.of(System.getProperty("basedir", "")).resolve("plugin.xml").toAbsolutePath();
    }

    Path aurum() {
        return folder.resolve("aurum");
    }

    /** Add a jar of Aurum with a session of the test, made from the body of its {@code open}. */
    ExtensionFolder withSession(String open) throws IOException {
        Map<String, byte[]> classes = compile("hep.aurum.jas.AurumSession", """
                package hep.aurum.jas;

                import hep.aurum.jas.entry.Host;
                import hep.aurum.jas.entry.Session;

                public final class AurumSession implements Session {

                    private Host host;

                    private void note(String key, Object value) {
                        host.studio().getUserProperties().setProperty(key, String.valueOf(value));
                    }

                    private static String context() {
                        return Thread.currentThread().getContextClassLoader().getName();
                    }

                    @Override
                    public void open(Host host) {
                        this.host = host;
                        %s
                    }

                    @Override
                    public boolean canClose() {
                        return true;
                    }

                    @Override
                    public void close() {
                        note("closed in", context());
                    }
                }
                """.replace("%s", open));
        jar(aurum().resolve("aurum-0.1.0.jar"), classes);
        return this;
    }

    /** Add Aurum's classes, without the types of the host. */
    ExtensionFolder withAurum() throws IOException {
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(aurum().resolve("aurum-0.1.0.jar")))) {
            Path home = home(hep.aurum.base.Check.class);
            addClasses(jar, home, home.resolve("hep/aurum"));
            Path other = home(AurumPlugin.class);
            if (!other.equals(home)) {
                addClasses(jar, other, other.resolve("hep/aurum"));
            }
        }
        return this;
    }

    /** Add the libraries of the class path whose names begin with one of some words, or all of them. */
    ExtensionFolder withLibraries(String... words) throws IOException {
        Predicate<String> wanted = name -> words.length == 0 || Stream.of(words).anyMatch(name::startsWith);
        for (Path file : classPath()) {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(".jar")
                    && wanted.test(name)
                    && OF_THE_TESTS.stream().noneMatch(name::startsWith)) {
                link(aurum().resolve(name), file);
            }
        }
        return this;
    }

    /** Return the class path of the tests, also where a launcher has a loader of its own for them. */
    static List<Path> classPath() {
        Stream<Path> own = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of);
        Stream<Path> launched = ExtensionFolder.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(url -> Path.of(URI.create(url.toString())))
                : Stream.of();
        return Stream.concat(launched, own).map(Path::toAbsolutePath).distinct().toList();
    }

    static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static void link(Path link, Path file) throws IOException {
        try {
            Files.createLink(link, file);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(file, link);
        }
    }

    static Path home(Class<?> type) {
        try {
            URI location =
                    type.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(location);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addClasses(ZipOutputStream jar, Path root, Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = root.relativize(file).toString().replace(File.separatorChar, '/');
                try {
                    add(jar, name, Files.readAllBytes(file));
                } catch (ZipException e) {
                    // A class that both folders of the build hold: the first counts.
                    continue;
                }
            }
        }
    }

    static void jar(Path jar, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                add(out, entry.getKey(), entry.getValue());
            }
        }
    }

    private static void add(ZipOutputStream jar, String name, byte[] bytes) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(bytes);
        jar.closeEntry();
    }

    /** Compile a class and return its entries for a jar. */
    static Map<String, byte[]> compile(String name, String source) throws IOException {
        Path out = Files.createTempDirectory("compiled");
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        JavaFileObject unit =
                new SimpleJavaFileObject(
                        URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        boolean done = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        messages,
                        List.of("-proc:none", "-d", out.toString(), "-cp", joined(classPath())),
                        null,
                        List.of(unit))
                .call();
        if (!done) {
            throw new AssertionError(messages.getDiagnostics().stream()
                    .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
                    .toList());
        }
        try (Stream<Path> files = Files.walk(out)) {
            Map<String, byte[]> classes = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                classes.put(out.relativize(file).toString().replace(File.separatorChar, '/'), Files.readAllBytes(file));
            }
            return classes;
        }
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void cut(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(whole, 0, whole.length / 2);
        }
    }
}
