package hep.aurum.source.root;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.source.root.TreeBuilder.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read trees whose branches have baskets of different lengths, in batches of many. */
class TreeBatchesTest {

    @TempDir
    Path folder;

    private final RootFileBuilder file = RootFileBuilder.small();

    private RootTree written(TreeBuilder tree) throws IOException {
        tree.add();
        try (RootFile root = RootFile.open(file.write(folder.resolve("t.root")))) {
            return root.tree("t");
        }
    }

    private static byte[] numbers(int first, int count, int value) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * count);
        for (int i = 0; i < count; i++) {
            bytes.putInt(value < 0 ? first + i : value);
        }
        return bytes.array();
    }

    /** Row i of x is i, row i of y is a list of i modulo 3 times i. */
    @Test
    void rowsOfAllColumnsStayTogetherAcrossBaskets() throws IOException {
        int rows = 80_000;
        TreeBuilder builder = new TreeBuilder(file, "t", rows);
        TreeBuilder.Branch x = builder.branch("x").leaf("TLeafI", "x", "x", 1, false, null);
        TreeBuilder.Branch y = builder.branch("y").leaf("TLeafI", "y", "y[n]", 1, false, "n");
        for (int first = 0; first < rows; first += 7_001) {
            int count = Math.min(7_001, rows - first);
            boolean isLast = first + count == rows;
            x.basket(isLast ? Storage.EMBEDDED : Storage.ZLIB, count, numbers(first, count, -1));
        }
        for (int first = 0; first < rows; first += 50_000) {
            int count = Math.min(50_000, rows - first);
            byte[][] lists = new byte[count][];
            for (int i = 0; i < count; i++) {
                lists[i] = numbers(0, (first + i) % 3, first + i);
            }
            y.basket(Storage.ZLIB, lists);
        }
        RootTree tree = written(builder);

        long row = 0;
        try (TableCursor cursor = tree.open(List.of("y", "x", "y"))) {
            for (TableBatch batch = cursor.next(); batch != null; batch = cursor.next()) {
                assertThat(batch.first()).isEqualTo(row);
                ColumnData lists = batch.column(2);
                boolean isRight = true;
                for (int i = 0; i < batch.rows(); i++, row++) {
                    isRight &= batch.column(1).integer(i) == row;
                    isRight &= lists.count(i) == row % 3 && batch.column(0).count(i) == row % 3;
                    for (int k = lists.start(i); k < lists.start(i + 1); k++) {
                        isRight &= lists.integer(k) == row;
                    }
                }
                assertThat(isRight).as("rows up to %d", row).isTrue();
            }
        }
        assertThat(row).isEqualTo(rows);
    }

    /** Rows of 3 MB: a batch that ignored their size would hold all 40. */
    @Test
    void batchesOfLongRowsAreShort() throws IOException {
        int rows = 40;
        int length = 750_000;
        TreeBuilder builder = new TreeBuilder(file, "t", rows);
        TreeBuilder.Branch x = builder.branch("x").leaf("TLeafI", "x", "x[n]", 1, false, "n");
        TreeBuilder.Branch i = builder.branch("i").leaf("TLeafI", "i", "i", 1, false, null);
        for (int row = 0; row < rows; row += 4) {
            byte[][] lists = new byte[4][];
            for (int k = 0; k < 4; k++) {
                lists[k] = numbers(0, length, row + k);
            }
            x.basket(Storage.ZLIB, lists);
        }
        i.basket(Storage.PLAIN, rows, numbers(0, rows, -1));
        RootTree tree = written(builder);

        long row = 0;
        try (TableCursor cursor = tree.open(List.of("i", "x"))) {
            for (TableBatch batch = cursor.next(); batch != null; batch = cursor.next()) {
                assertThat(batch.rows()).isLessThanOrEqualTo(2);
                for (int k = 0; k < batch.rows(); k++, row++) {
                    assertThat(batch.column(0).integer(k)).isEqualTo(row);
                    assertThat(batch.column(1).count(k)).isEqualTo(length);
                    assertThat(batch.column(1).integer(batch.column(1).start(k + 1) - 1))
                            .isEqualTo(row);
                }
            }
        }
        assertThat(row).isEqualTo(rows);
    }
}
