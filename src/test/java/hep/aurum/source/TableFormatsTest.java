package hep.aurum.source;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.event.table.ArrayTable;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableFormat;
import hep.aurum.event.table.TableWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats are found as services, and each knows its own files only. */
class TableFormatsTest {

    @TempDir
    Path folder = Path.of("");

    private static List<TableFormat> formats() {
        return ServiceLoader.load(TableFormat.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    @Test
    void endingsAreOfOneFormat() {
        List<String> endings =
                formats().stream().flatMap(format -> format.endings().stream()).toList();

        assertThat(endings)
                .doesNotHaveDuplicates()
                .contains("csv", "tsv", "npy", "npz", "h5", "hdf5", "parquet", "aurum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "tsv", "npy", "npz", "h5", "parquet", "aurum"})
    void aFileIsAcceptedByItsFormatOnly(String ending) {
        ArrayTable table = ArrayTable.of(
                "t",
                2,
                List.of(
                        ColumnData.of(Column.scalar("m", ColumnType.FLOAT64), new double[] {1.5, 2}),
                        ColumnData.of(Column.scalar("n", ColumnType.INT32), new long[] {1, 2})));
        TableFormat format = formats().stream()
                .filter(f -> f.endings().contains(ending))
                .findFirst()
                .orElseThrow();
        Path file = folder.resolve("t." + ending);
        try (TableWriter writer = format.create(file, table.header());
                TableCursor rows = table.open(List.of("m", "n"))) {
            for (TableBatch batch = rows.next(); batch != null; batch = rows.next()) {
                writer.write(batch);
            }
            writer.finish();
        }
        byte[] head = Decompression.head(file, 1 << 16);

        assertThat(formats())
                .filteredOn(f -> f.accepts(head))
                .extracting(TableFormat::name)
                .containsExactly(format.name());
    }
}
