package hep.aurum.source.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.NotSupported;
import hep.aurum.event.table.ArrayTable;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableSource;
import hep.aurum.event.table.TableWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the bytes of an event table, its reader notices, and says so in a sentence. */
class EventTableDamageTest {

    @TempDir
    Path folder = Path.of("");

    private byte[] sound = {};

    @BeforeEach
    void writeTable() throws IOException {
        ArrayTable table = ArrayTable.of(
                        "events",
                        4,
                        List.of(
                                ColumnData.of(
                                        Column.scalar("m", ColumnType.FLOAT64), new double[] {125, 124, 90, -0.0}),
                                ColumnData.of(Column.fixed("b", ColumnType.BOOL, 64), new long[4 * 64]),
                                ColumnData.ofLists(
                                        Column.list("tag", ColumnType.TEXT),
                                        new int[] {0, 1, 1, 2, 3},
                                        new String[] {"a", "", "\u03b3"})))
                .withAttributes(Map.of("seed", "7"));
        Path file = folder.resolve("sound.aurum");
        try (TableWriter writer = new EventTableFormat().create(file, table.header());
                TableCursor rows = table.open(table.header().columnNames())) {
            for (TableBatch batch = rows.next(); batch != null; batch = rows.next()) {
                writer.write(batch);
            }
            writer.finish();
        }
        sound = Files.readAllBytes(file);
    }

    private long read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("t.aurum"), bytes);
        TableSource table = new EventTableFormat().tables(file).get(0);
        long rows = 0;
        try (TableCursor cursor = table.open(table.header().columnNames())) {
            for (TableBatch batch = cursor.next(); batch != null; batch = cursor.next()) {
                rows += batch.rows();
            }
        }
        return rows;
    }

    @Test
    void everyByteIsGuarded() throws IOException {
        assertThat(read(sound)).isEqualTo(4);
        for (int i = 0; i < sound.length; i++) {
            byte[] damaged = sound.clone();
            damaged[i] ^= 0x10;
            assertThatThrownBy(() -> read(damaged)).as("byte %d", i).isInstanceOf(Failure.class);
        }
    }

    @Test
    void everyTruncationIsNoticed() {
        for (int length = 0; length < sound.length; length++) {
            byte[] cut = Arrays.copyOf(sound, length);
            assertThatThrownBy(() -> read(cut)).as("%d bytes", length).isInstanceOf(BadInput.class);
        }
    }

    @Test
    void aCutFileIsCalledThat() {
        assertThatThrownBy(() -> read(Arrays.copyOf(sound, sound.length - 1)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("t.aurum is cut off");
    }

    /** A forger makes the checksums right. */
    @Test
    void forgedSizesAllocateNothing() throws IOException {
        int tail = sound.length - FileLayout.TAIL;
        int index = (int) buffer(sound).getLong(tail);
        int[] numbers = {0, 4, 12, 16, 24, 32, 36, 44, 52, 56};
        for (int at : numbers) {
            for (int value : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 29, 3}) {
                byte[] forged = sound.clone();
                buffer(forged).putInt(index + at, value);
                sign(forged, index, tail);
                assertThatThrownBy(() -> read(forged)).as("%d at %d", value, at).isInstanceOf(BadInput.class);
            }
        }
    }

    private static void sign(byte[] file, int index, int tail) {
        buffer(file).putInt(tail + 16, checksum(file, index, tail - index));
        buffer(file).putInt(tail + 20, checksum(file, tail, 20));
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, length);
        return (int) checksum.getValue();
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void forgedSchemasAreRefused() throws IOException {
        int length = buffer(sound).getInt(12);
        int refused = 0;
        for (int i = FileLayout.HEAD; i + 4 <= FileLayout.HEAD + length; i++) {
            byte[] forged = sound.clone();
            buffer(forged).putInt(i, Integer.MAX_VALUE);
            buffer(forged).putInt(FileLayout.HEAD + length, checksum(forged, 0, FileLayout.HEAD + length));
            try {
                read(forged);
            } catch (Failure e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(length / 2);
    }

    @Test
    void newerVersionsAreNamed() {
        byte[] newer = sound.clone();
        buffer(newer).putInt(8, 2);
        int end = FileLayout.HEAD + buffer(newer).getInt(12);
        buffer(newer).putInt(end, checksum(newer, 0, end));

        assertThatThrownBy(() -> read(newer)).isInstanceOf(NotSupported.class).hasMessageContaining("version 2");
    }

    @Test
    void whatShrinksIsCompressed() {
        // 256 truth values that are all false would take 256 bytes.
        int entry = (int) buffer(sound).getLong(sound.length - FileLayout.TAIL) + 4 + FileLayout.BLOCK_ENTRY;

        assertThat(buffer(sound).getInt(entry + 12)).isEqualTo(256);
        assertThat(buffer(sound).getInt(entry + 8)).isLessThan(64);
    }
}
