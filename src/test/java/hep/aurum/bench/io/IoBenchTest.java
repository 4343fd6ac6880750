package hep.aurum.bench.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.source.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Count the same events, values and bytes as are known to be in a file, whatever the time. */
class IoBenchTest {

    private static final double SECONDS = 0.01;

    @TempDir
    Path folder = Path.of("");

    private Path table(boolean packed) throws IOException {
        byte[] text = "x,y\n1.5,2\n2.5,3\n3.5,4\n".getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(packed ? "table.csv.gz" : "table.csv");
        try (var out = packed ? new GZIPOutputStream(Files.newOutputStream(file)) : Files.newOutputStream(file)) {
            out.write(text);
        }
        return file;
    }

    @Test
    void aCompressedTableIsReadBothWays() throws IOException {
        IoRow row = IoBench.of(folder, SECONDS).run(table(true));

        assertThat(row.unit()).isEqualTo("values");
        assertThat(row.items()).isEqualTo(6);
        assertThat(row.bytes()).isEqualTo(4 + 3 * 6);
        assertThat(row.stored()).isNotNull();
        assertThat(row.plain().seconds()).isPositive();
        assertThat(row.plain().spread()).isNotNegative();
        assertThat(row.peer()).isNull();
        assertThat(row.ratio()).isNaN();
    }

    @Test
    void aPlainTableIsReadOnce() throws IOException {
        assertThat(IoBench.of(folder, SECONDS).run(table(false)).stored()).isNull();
    }

    @Test
    void jaggedValuesOfRootAreCounted() {
        Path file = SharedData.file("thirdparty/root-tree/uproot-HZZ-zlib.root");
        IoRow row = IoBench.of(folder, SECONDS).run(file);

        // Single precision and integers of 32 bits alone.
        assertThat(row.bytes()).isLessThanOrEqualTo(4 * row.items()).isGreaterThan(3 * row.items());
        // 3825 muons with 6 lists, among others.
        assertThat(row.items()).isGreaterThan(6 * 3825);
    }

    @Test
    void thePeerFindsTheSameEvents() {
        IoBench bench = IoBench.of(folder, SECONDS);
        for (String name : new String[] {"example.hepmc3", "inputIO1.hepmc"}) {
            IoRow row = bench.run(SharedData.file("thirdparty/hepmc/" + name));

            assertThat(row.items()).isEqualTo(100);
            assertThat(row.peer() != null).isEqualTo(bench.hasPeer());
        }
    }

    @Test
    void theMedianPassCounts() {
        IoRow.Speed speed = PassClock.summary(new double[] {4, 1, 2}, new double[] {0.5, 1, 3});

        assertThat(speed).isEqualTo(new IoRow.Speed(2, 1, 1.5));
        assertThat(speed.share()).isEqualTo(0.5);
    }

    @Test
    void damagedFilesAreNoMeasurement() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n3\n");

        assertThatThrownBy(() -> IoBench.of(folder, SECONDS).run(file)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> IoSamples.of(folder.resolve("none"), folder)).isInstanceOf(BadInput.class);
    }
}
