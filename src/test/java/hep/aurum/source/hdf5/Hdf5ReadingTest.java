package hep.aurum.source.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableSource;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Find the tables of any file, and survive what is no sound one. */
class Hdf5ReadingTest {

    @TempDir
    Path folder = Path.of("");

    private Path file() {
        Path file = folder.resolve("t.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putAttribute("generator", "Pythia");
            hdf.putDataset("x", new double[][] {{1, 2}, {3, 4}, {5, 6}});
            hdf.putDataset("y", new int[] {7, 8, 9});
            hdf.putDataset("classes", new String[] {"signal", "background"});
            hdf.putGroup("deep").putGroup("er").putDataset("z", new float[] {1.5f});
        }
        return file;
    }

    private static long read(Path file) {
        long values = 0;
        for (TableSource table : new Hdf5Format().tables(file)) {
            try (TableCursor cursor = table.open(table.header().columnNames())) {
                for (TableBatch batch = cursor.next(); batch != null; batch = cursor.next()) {
                    values += batch.rows();
                }
            }
        }
        return values;
    }

    @Test
    void groupsAreTables() {
        List<TableSource> tables = new Hdf5Format().tables(file());

        assertThat(tables).extracting(t -> t.header().name()).containsExactly("", "classes", "deep/er");
        assertThat(tables.get(0).header().columnNames()).containsExactly("x", "y");
        assertThat(tables.get(0).header().columns().get(0).width()).isEqualTo(2);
        assertThat(tables.get(0).header().attributes()).containsEntry("generator", "Pythia");
        assertThat(read(folder.resolve("t.h5"))).isEqualTo(3 + 2 + 1);
    }

    @Test
    void groupsNestOnlySoDeep() {
        Path file = folder.resolve("deep.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            WritableGroup group = hdf;
            for (int depth = 0; depth < 20; depth++) {
                group = group.putGroup("g" + depth);
            }
            group.putDataset("x", new double[] {1});
        }

        assertThatThrownBy(() -> read(file)).isInstanceOf(BadInput.class).hasMessageContaining("16 deep");
    }

    @Test
    void everyTruncationEndsInASentence() throws IOException {
        byte[] sound = Files.readAllBytes(file());
        for (int length = 0; length < sound.length; length += sound.length / 150) {
            Path cut = Files.write(folder.resolve("cut.h5"), Arrays.copyOf(sound, length));
            assertThatThrownBy(() -> read(cut)).as("%d bytes", length).isInstanceOf(Failure.class);
        }
    }

    /** Damage that no checksum covers may go unseen; it must not get out as anything but a sentence. */
    @Test
    void damageEndsInASentence() throws IOException {
        byte[] sound = Files.readAllBytes(file());
        int refused = 0;
        for (int i = 0; i < sound.length; i += sound.length / 400) {
            byte[] damaged = sound.clone();
            damaged[i] ^= (byte) 0xff;
            Path file = Files.write(folder.resolve("damaged.h5"), damaged);
            try {
                read(file);
            } catch (Failure e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}
