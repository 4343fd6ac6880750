package hep.aurum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectHistogramsTest {

    @TempDir
    Path folder;

    @Test
    void histogramsOfATextFileAreListed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yoda"), """
                BEGIN YODA_HISTO1D_V2 /A/mass
                Title: m
                ---
                Underflow Underflow 1 1 -1 1 1
                0 1 2.5 3 1 1 4
                1 2 1.5 1 2 3 1
                END YODA_HISTO1D_V2
                BEGIN YODA_HISTO3D_V3 /A/cube
                Title: c
                ---
                END YODA_HISTO3D_V3
                """);

        CommandRun text = CommandRun.of("inspect", file.toString());
        CommandRun json = CommandRun.of("inspect", "--json", file.toString());

        assertThat(text.code()).isZero();
        assertThat(text.out())
                .contains("YODA")
                .contains("histograms  2")
                .containsPattern("/A/mass .*2 bins .*6 entries");
        assertThat(text.out()).contains("problem: /A/cube is a HISTO3D");
        assertThat(json.out()).containsPattern("\"sum\"\\s*:\\s*4.0");
    }

    @Test
    void damagedFileOfHistogramsIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yoda"), "BEGIN YODA_HISTO1D_V2 /h\n---\n0 1 2\n");

        CommandRun run = CommandRun.of("inspect", file.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("has no END");
    }
}
