package hep.aurum.jas.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hep.aurum.jas.host.TestHost;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.swing.SwingUtilities;
import org.freehep.application.studio.Plugin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Load the packaged layout into a host that has nothing but its own types, and into hosts that have worse. */
class AurumPluginTest {

    private static final String NOTE_WHERE = """
            note("session", getClass().getClassLoader().getName());
            note("same type", host.studio().getClass().getSuperclass() == org.freehep.application.studio.Studio.class);
            note("entry", Session.class.getClassLoader().getName());
            note("context", context());
            note("folder", host.folder());
            """;

    @TempDir
    private Path folder;

    private ExtensionFolder extensions;

    @BeforeEach
    void makeTheFolder() throws IOException {
        extensions = new ExtensionFolder(folder);
    }

    private TestHost start(ClassLoader parent) {
        return TestHost.builder().extensions(folder).parent(parent).start();
    }

    private static Properties notes(TestHost host) {
        return host.studio().getUserProperties();
    }

    @Test
    void theSessionIsLoadedBesideTheHostAndSharesOnlyTheHostsTypes() throws IOException {
        extensions.withSession(NOTE_WHERE);
        try (TestHost host = start(new HostOnly())) {
            assertThat(host.failures()).isEmpty();
            assertThat(host.extensions().dialogs()).isEmpty();
            assertThat(host.plugins())
                    .singleElement()
                    .satisfies(plugin -> assertThat(plugin.getClass().getClassLoader())
                            .isSameAs(host.extensions().loader()));
            assertThat(notes(host))
                    .containsEntry("session", "aurum")
                    .containsEntry("entry", "extensions")
                    .containsEntry("same type", "true")
                    .containsEntry("context", "aurum")
                    .containsEntry("folder", extensions.aurum().toString());
        }
    }

    @Test
    void theContextLoaderOfTheEventThreadIsRestored() throws Exception {
        extensions.withSession("");
        ClassLoader[] before = new ClassLoader[1];
        ClassLoader[] after = new ClassLoader[1];
        SwingUtilities.invokeAndWait(() -> before[0] = Thread.currentThread().getContextClassLoader());
        start(new HostOnly()).close();
        SwingUtilities.invokeAndWait(() -> after[0] = Thread.currentThread().getContextClassLoader());

        assertThat(after[0]).isSameAs(before[0]);
    }

    @Test
    void anOlderLibraryOfTheHostDoesNotShadowOurs(@TempDir Path hostFolder) throws IOException {
        extensions.withLibraries("jackson", "slf4j").withSession("""
                        Class<?> mapper = tools.jackson.databind.ObjectMapper.class;
                        note("jackson", mapper.getClassLoader().getName());
                        note("methods", mapper.getMethods().length > 50);
                        note("resource", getClass().getClassLoader().getResource("both.txt").toString().contains("old"));
                        int providers = 0;
                        for (var each : java.util.ServiceLoader.load(org.slf4j.spi.SLF4JServiceProvider.class)) {
                            providers++;
                        }
                        note("providers", providers);
                        """);
        ExtensionFolder.jar(extensions.aurum().resolve("own.jar"), Map.of("both.txt", ExtensionFolder.text("new")));
        Map<String, byte[]> old = new HashMap<>(ExtensionFolder.compile(
                "tools.jackson.databind.ObjectMapper", "package tools.jackson.databind; public class ObjectMapper {}"));
        old.putAll(ExtensionFolder.compile("old.Provider", "package old; public class Provider {}"));
        old.put("both.txt", ExtensionFolder.text("old"));
        old.put("META-INF/services/org.slf4j.spi.SLF4JServiceProvider", ExtensionFolder.text("old.Provider"));
        Path jar = hostFolder.resolve("old.jar");
        ExtensionFolder.jar(jar, old);
        try (URLClassLoader parent =
                        new URLClassLoader("old", new URL[] {jar.toUri().toURL()}, new HostOnly());
                TestHost host = start(parent)) {
            assertThat(host.failures()).isEmpty();
            assertThat(notes(host))
                    .containsEntry("jackson", "aurum")
                    .containsEntry("methods", "true")
                    .containsEntry("resource", "false")
                    .containsEntry("providers", "1");
        }
    }

    @Test
    void callsThatComeLaterFindTheContextOnlyIfTheyAreGuarded() throws IOException {
        extensions.withSession("""
                javax.swing.JMenu menu = new javax.swing.JMenu("Aurum");
                host.addMenu(menu, 660);
                javax.swing.JMenuItem bare = new javax.swing.JMenuItem("bare");
                bare.addActionListener(event -> note("bare", context()));
                javax.swing.JMenuItem guarded = new javax.swing.JMenuItem("guarded");
                java.awt.event.ActionListener listener = event -> note("guarded", context());
                java.awt.event.ActionListener guard = host.guard(java.awt.event.ActionListener.class, listener);
                guarded.addActionListener(guard);
                host.addMenu(bare, 660100);
                host.addMenu(guarded, 660200);
                note("equal", guard.equals(host.guard(java.awt.event.ActionListener.class, listener)));
                note("hash", guard.hashCode() == listener.hashCode());
                note("other", guard.equals(listener));
                """);
        try (TestHost host = start(new HostOnly())) {
            assertThat(host.failures()).isEmpty();

            host.menus().click("Aurum", "bare");
            host.menus().click("Aurum", "guarded");

            assertThat(notes(host).getProperty("bare")).isNotEqualTo("aurum");
            assertThat(notes(host))
                    .containsEntry("guarded", "aurum")
                    .containsEntry("equal", "true")
                    .containsEntry("hash", "true")
                    .containsEntry("other", "false");
        }
    }

    @Test
    void aFailureBehindAGuardIsTheListenersOwn() throws IOException {
        extensions.withSession("""
                Runnable guard = host.guard(Runnable.class, () -> {
                    throw new IllegalStateException("mine");
                });
                try {
                    guard.run();
                } catch (IllegalStateException e) {
                    note("caught", e.getMessage());
                }
                note("after", context());
                """);
        try (TestHost host = start(new HostOnly())) {
            assertThat(notes(host)).containsEntry("caught", "mine").containsEntry("after", "aurum");
        }
    }

    @Test
    void aPluginThatIsStoppedAndStartedAgainHasTheSameLoader() throws Exception {
        extensions.withSession("note(\"loader\", System.identityHashCode(getClass().getClassLoader()));");
        try (TestHost host = start(new HostOnly())) {
            String first = notes(host).getProperty("loader");
            Plugin plugin = host.plugins().get(0);
            assertThat(plugin.canBeShutDown()).isTrue();

            host.stop(plugin);

            assertThat(notes(host)).containsEntry("closed in", "aurum");
            assertThat(plugin.canBeShutDown()).isFalse();
            notes(host).remove("loader");
            Plugin again = plugin.getClass().getConstructor().newInstance();
            try (TestHost other = TestHost.builder().plugin(again).start()) {
                assertThat(notes(other)).containsEntry("loader", first);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "with%20percent", "plus+plus", "ünïcode", "hash#hash", "100%"})
    void theFolderMayHaveAnyName(String name) throws IOException {
        Path odd = Files.createDirectories(folder.resolve(name));
        ExtensionFolder there = new ExtensionFolder(odd).withSession(NOTE_WHERE);
        try (TestHost host =
                TestHost.builder().extensions(odd).parent(new HostOnly()).start()) {
            assertThat(host.failures()).isEmpty();
            assertThat(notes(host)).containsEntry("folder", there.aurum().toString());
        }
    }

    @Test
    void aLoaderThatWritesSpacesRawIsUnderstoodToo() throws IOException {
        Path odd = Files.createDirectories(folder.resolve("a b%20c"));
        new ExtensionFolder(odd).withSession(NOTE_WHERE);
        URL raw = new URL("file:" + odd.resolve(ExtensionFolder.JAR));

        assertThat(Installation.readings(raw)).contains(odd.resolve(ExtensionFolder.JAR));
        assertThat(Installation.readings(new URL("jar:" + raw + "!/hep/X.class")))
                .contains(odd.resolve(ExtensionFolder.JAR));
        assertThat(Installation.readings(new URL("http://example.org/x.jar"))).isEmpty();
    }

    @Test
    void withoutItsFolderThereIsOneMessage() throws IOException {
        Files.delete(extensions.aurum());

        assertOneMessage("there is no folder " + extensions.aurum());
    }

    @Test
    void withAnEmptyFolderThereIsOneMessage() {
        assertOneMessage("there are no jars in " + extensions.aurum());
    }

    @Test
    void withoutASessionThereIsOneMessage() throws IOException {
        ExtensionFolder.jar(extensions.aurum().resolve("aurum-0.1.0.jar"), Map.of("x.txt", new byte[1]));

        assertOneMessage("holds hep.aurum.jas.AurumSession");
    }

    @Test
    void withAJarThatIsCutOffThereIsOneMessage() throws IOException {
        extensions.withSession("");
        ExtensionFolder.cut(extensions.aurum().resolve("aurum-0.1.0.jar"));

        assertOneMessage("aurum-0.1.0.jar cannot be read");
    }

    @Test
    void withTwoVersionsThereIsOneMessage() throws IOException {
        extensions.withSession("");
        Files.copy(
                extensions.aurum().resolve("aurum-0.1.0.jar"),
                extensions.aurum().resolve("aurum-0.2.0.jar"));

        assertOneMessage("more than one Aurum");
    }

    @Test
    void aSessionThatFailsIsOneMessage() throws IOException {
        extensions.withSession("throw new IllegalStateException(\"no screen\");");

        assertOneMessage("no screen");
    }

    @Test
    void aSessionWhoseClassesAreMissingIsOneMessage() throws IOException {
        extensions.withSession("new tools.jackson.databind.ObjectMapper();");

        assertOneMessage("tools/jackson/databind/ObjectMapper");
    }

    private void assertOneMessage(String part) {
        boolean[] reached = new boolean[1];
        Plugin other = new Plugin() {
            @Override
            protected void applicationVisible() {
                reached[0] = true;
            }
        };
        for (long order = 0; order < 2; order++) {
            reached[0] = false;
            try (TestHost host = TestHost.builder()
                    .plugin(other)
                    .extensions(folder)
                    .parent(new HostOnly())
                    .order(order)
                    .start()) {
                assertThat(host.failures()).hasSize(1);
                assertThat(host.failures().get(0).message())
                        .startsWith("Aurum did not start: ")
                        .contains(part);
                assertThat(host.plugins().stream().noneMatch(Plugin::canBeShutDown))
                        .isTrue();
            }
            assertThat(reached[0]).isTrue();
        }
    }

    @Test
    void theSessionOfAurumOpensInTheHost() throws IOException {
        Path source = ExtensionFolder.home(AurumPlugin.class).resolve("hep/aurum/jas/AurumSession.class");
        assumeTrue(Files.exists(source), "there is no session yet");
        extensions.withAurum().withLibraries();
        try (TestHost host = start(new HostOnly())) {
            assertThat(host.failures()).isEmpty();
            assertThat(host.menus().titles()).contains("Aurum");
        }
    }
}
