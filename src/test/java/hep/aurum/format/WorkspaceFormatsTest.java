package hep.aurum.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.likelihood.binned.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceFormatsTest {

    private static final Path TWO_BIN = Path.of("histograms/two-bin/workspace.json");

    @TempDir
    private Path folder;

    @Test
    void aFileIsKnownByItsContentWhateverItsName() throws IOException {
        Workspace workspace = WorkspaceFormats.read(TWO_BIN).workspace();
        for (String format : WorkspaceFormats.writable()) {
            Path plain = folder.resolve(format + ".txt");
            Path packed = folder.resolve(format + ".gz.txt");
            Files.writeString(plain, WorkspaceFormats.text(workspace, format));
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
                out.write(WorkspaceFormats.text(workspace, format).getBytes(StandardCharsets.UTF_8));
            }

            assertThat(WorkspaceFormats.of(plain).name()).isEqualTo(format);
            assertThat(WorkspaceFormats.of(packed).name()).isEqualTo(format);
            assertThat(WorkspaceFormats.read(plain).workspace().channels()).isEqualTo(workspace.channels());
        }
    }

    @Test
    void cardsAndXmlAreReadOnly() throws IOException {
        Path card = folder.resolve("card");
        Files.writeString(card, """
                # one bin
                imax 1
                jmax 1
                kmax 0
                ---
                bin a
                observation 3
                ---
                bin a a
                process s b
                process 0 1
                rate 1 2
                ---
                """);

        assertThat(WorkspaceFormats.of(card).name()).isEqualTo("combine");
        assertThat(WorkspaceFormats.read(card).workspace().channels()).hasSize(1);
        assertThat(WorkspaceFormats.writable()).containsExactly("hs3", "pyhf");
        assertThatThrownBy(
                        () -> WorkspaceFormats.text(WorkspaceFormats.read(card).workspace(), "combine"))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("only read");
    }

    @Test
    void somethingElseIsRefusedWithTheNamesOfTheFormats() throws IOException {
        Path other = folder.resolve("notes.md");
        Files.writeString(other, "# not a model");

        assertThatThrownBy(() -> WorkspaceFormats.read(other))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no known format")
                .hasMessageContaining("hs3, pyhf, histfactory, combine");
    }
}
