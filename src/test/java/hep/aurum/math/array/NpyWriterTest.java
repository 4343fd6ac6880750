package hep.aurum.math.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyWriterTest {

    @TempDir
    Path folder;

    @Test
    void writesWhatTheTableReads() throws IOException {
        Path path = folder.resolve("x.npy");

        try (NpyWriter writer = NpyWriter.of(path, 3)) {
            for (int i = 0; i < 10_000; i++) {
                writer.append(i, 0.1 * i, -i);
            }
            writer.finish();
        }

        NpyTable table = NpyTable.open(path);
        assertThat(table.rows()).isEqualTo(10_000);
        for (int i = 0; i < 10_000; i++) {
            assertThat(table.get(i, 1)).isEqualTo(0.1 * i);
        }
    }

    @Test
    void leavesNothingUnfinished() throws IOException {
        try (NpyWriter writer = NpyWriter.of(folder.resolve("x.npy"), 1)) {
            writer.append(1);
        }

        assertThat(folder).isEmptyDirectory();
    }
}
