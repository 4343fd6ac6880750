package hep.aurum.source.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableSource;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read Parquet of others, and refuse what is none. */
class ParquetReadingTest {

    @TempDir
    Path folder = Path.of("");

    private Path copy(String select) throws SQLException {
        Path file = folder.resolve("t.parquet");
        try (Connection connection = DuckDb.open("", file)) {
            DuckDb.execute(
                    connection,
                    "COPY (" + select + ") TO " + DuckDb.literal(DuckDb.name(file))
                            + " (FORMAT parquet, USE_TMP_FILE false)");
        }
        return file;
    }

    private static List<String> values(TableSource table, String column) {
        List<String> values = new ArrayList<>();
        try (TableCursor cursor = table.open(List.of(column))) {
            for (TableBatch batch = cursor.next(); batch != null; batch = cursor.next()) {
                for (int i = 0; i < batch.column(0).start(batch.rows()); i++) {
                    values.add(Double.toString(batch.column(0).real(i)));
                }
            }
        }
        return values;
    }

    @Test
    void typesListsAndMissingValues() throws SQLException {
        TableSource table = new ParquetFormat()
                .tables(copy("SELECT * FROM (VALUES (1::UTINYINT, NULL::DOUBLE, [1.5::FLOAT, NULL], DATE '2020-01-01'),"
                        + " (255, 2.5, NULL, DATE '2020-01-02')) v(n, x, jets, day)"))
                .get(0);

        assertThat(table.header().columns())
                .containsExactly(
                        Column.scalar("n", ColumnType.UINT8),
                        Column.scalar("x", ColumnType.FLOAT64),
                        Column.list("jets", ColumnType.FLOAT32));
        assertThat(table.header().problems()).singleElement().asString().contains("day is of type DATE");
        assertThat(table.header().rows()).hasValue(2);
        assertThat(values(table, "n")).containsExactly("1.0", "255.0");
        assertThat(values(table, "x")).containsExactly("NaN", "2.5");
        assertThat(values(table, "jets")).containsExactly("1.5", "NaN");
    }

    @Test
    void anIntegerThatIsMissingIsRefused() throws SQLException {
        TableSource table = new ParquetFormat()
                .tables(copy("SELECT * FROM (VALUES (1), (NULL)) v(n)"))
                .get(0);

        assertThatThrownBy(() -> values(table, "n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("nothing in column n, row 1, expected int32");
    }

    @Test
    void rowsStayInOrder() throws SQLException {
        TableSource table = new ParquetFormat()
                .tables(copy("SELECT range AS i FROM range(300000)"))
                .get(0);

        List<String> values = values(table, "i");
        assertThat(values).hasSize(300_000);
        for (int i = 0; i < values.size(); i += 997) {
            assertThat(values.get(i)).isEqualTo(Double.toString(i));
        }
    }

    @Test
    void everyTruncationIsNoticed() throws SQLException, IOException {
        byte[] sound = Files.readAllBytes(copy("SELECT 1 AS i"));
        for (int length = 1; length < sound.length; length += 13) {
            Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(sound, length));
            assertThatThrownBy(() -> new ParquetFormat().tables(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("cut.parquet");
        }
    }

    @Test
    void namesThatStandForOtherFilesAreRefused() {
        assertThatThrownBy(() -> new ParquetFormat().tables(folder.resolve("*.parquet")))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("rename it");
    }

    @Test
    void theDatabaseMayTouchNoOtherFile() throws SQLException, IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        try (Connection connection = DuckDb.open("", folder.resolve("t.parquet"))) {
            String sql = "SELECT * FROM read_csv(" + DuckDb.literal(other.toString()) + ")";
            assertThatThrownBy(() -> DuckDb.execute(connection, sql)).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DuckDb.execute(connection, "SET enable_external_access = true"))
                    .isInstanceOf(SQLException.class);
        }
    }

    /** Our classes are loaded again, without any library beside them. */
    @Test
    void withoutDuckDbTheArtifactIsNamed() throws IOException, ReflectiveOperationException {
        URL[] ours = {ParquetFormat.class.getProtectionDomain().getCodeSource().getLocation()};
        try (URLClassLoader loader = new URLClassLoader(ours, ClassLoader.getPlatformClassLoader())) {
            Class<?> format = loader.loadClass(ParquetFormat.class.getName());
            Object instance = format.getConstructor().newInstance();

            assertThatThrownBy(() -> format.getMethod("tables", Path.class).invoke(instance, Path.of("x.parquet")))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessageContaining("add org.duckdb:duckdb_jdbc")
                    .extracting(e -> e.getClass().getName())
                    .isEqualTo(NotSupported.class.getName());
        }
    }
}
