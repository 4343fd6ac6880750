package hep.aurum.jas.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Show that the extensions folder is read by the host's rules, and that our descriptor keeps them. */
class ExtensionsTest {

    private static final Path OURS =
            Path.of(System.getProperty("basedir", "")).resolve("plugin.xml").toAbsolutePath();

    @TempDir
    private Path folder;

    private static String ours() throws IOException {
        return Files.readString(OURS);
    }

    private static List<Descriptor> read(String text) throws IOException {
        return Descriptor.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void ourDescriptorIsValidAndSaysWhatTheHostReads() throws IOException {
        Descriptor descriptor = read(ours()).get(0);

        assertThat(descriptor.name()).isEqualTo("Aurum");
        assertThat(descriptor.entryClass()).isEqualTo("hep.aurum.jas.entry.AurumPlugin");
        assertThat(descriptor.description()).hasSizeGreaterThan(100);
        assertThat(descriptor.version()).matches("\\d+(\\.\\d+(\\.\\d+)?)?(-[A-Za-z]\\w*)?(-\\d+)?");
        assertThat(descriptor.files()).containsExactly("aurum-jas-" + descriptor.version() + ".jar");
        assertThat(descriptor.fits(16)).isFalse();
        assertThat(descriptor.fits(17)).isTrue();
        assertThat(descriptor.fits(25)).isTrue();
        assertThat(descriptor.minApplication()).isEqualTo("3.0.0");
    }

    @Test
    void anotherOrderOrNameIsNotValid() throws IOException {
        String valid = ours();
        String author = "<author>The Aurum developers</author>";
        String version = "<version>0.1.0</version>";

        assertThat(valid).contains(author, version);
        assertInvalid(valid.replace(author, "").replace(version, version + author));
        assertInvalid(valid.replace("location=", "name="));
        assertInvalid(valid.replace("<load-at-start/>", "<load-at-start>yes</load-at-start>"));
        assertInvalid(valid.replace("plugin-desc", "plugin-description"));
        assertInvalid(valid.replace("plugin.dtd", "other.dtd"));
    }

    @Test
    void theVersionOfJavaMustStandBesideTheHosts() throws IOException {
        String valid = ours();

        assertInvalid(valid.replace("<j2se minVersion=\"17\"/>", ""));
    }

    private static void assertInvalid(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Descriptor.Invalid.class);
    }

    @Test
    void onlyClaimedJarsOfTheFolderItselfAreOnTheClassPath() throws IOException {
        jar(folder.resolve("aurum-jas-0.1.0.jar"), ours());
        jar(folder.resolve("stray-1.0.jar"), "");
        jar(Files.createDirectory(folder.resolve("aurum")).resolve("deep-1.0.jar"), "");

        Extensions extensions = Extensions.scan(folder, getClass().getClassLoader());

        assertThat(extensions.classPath()).containsExactly(folder.resolve("aurum-jas-0.1.0.jar"));
        assertThat(extensions.dialogs()).containsExactly("unclaimed library: stray-1.0.jar");
    }

    @Test
    void aJarThatDoesNotClaimItselfIsNotLoaded() throws IOException {
        jar(folder.resolve("aurum-jas-0.1.0-SNAPSHOT.jar"), ours());

        Extensions extensions = Extensions.scan(folder, getClass().getClassLoader());

        assertThat(extensions.classPath()).isEmpty();
        assertThat(extensions.dialogs()).containsExactly("unclaimed library: aurum-jas-0.1.0-SNAPSHOT.jar");
    }

    @Test
    void librariesOfOneNameCollideWhateverTheirVersionOrMachine() throws IOException {
        String claim = "<file location=\"aurum-jas-0.1.0.jar\" href=\"aurum-jas-0.1.0.jar\"/>";
        String more =
                "<file location=\"nd4j-native-1.0.0.jar\"/><file location=\"nd4j-native-1.0.0-linux-x86_64.jar\"/>";
        jar(folder.resolve("aurum-jas-0.1.0.jar"), ours().replace(claim, claim + more));
        jar(folder.resolve("nd4j-native-1.0.0.jar"), "");
        jar(folder.resolve("nd4j-native-1.0.0-linux-x86_64.jar"), "");

        Extensions extensions = Extensions.scan(folder, getClass().getClassLoader());

        assertThat(extensions.classPath()).hasSize(2);
        assertThat(extensions.dialogs()).singleElement().asString().contains("is the same library as");
    }

    @Test
    void aDescriptorForANewerJavaIsNotStarted() throws IOException {
        jar(folder.resolve("aurum-jas-0.1.0.jar"), ours().replace("minVersion=\"17\"", "minVersion=\"99\""));
        try (TestHost host = TestHost.builder().extensions(folder).start()) {
            assertThat(host.plugins()).isEmpty();
            assertThat(host.extensions().dialogs()).containsExactly("Aurum needs another version of Java");
        }
    }

    private static void jar(Path file, String descriptor) throws IOException {
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new ZipEntry(descriptor.isEmpty() ? "x.txt" : "PLUGIN-inf/plugins.xml"));
            jar.write(descriptor.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
    }
}
