package hep.aurum.source.parquet;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.base.NotSupported;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableWriter;
import hep.aurum.source.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Write a Parquet file: rows go to a database on disk, which is copied to the file at the end. */
final class ParquetWriter implements TableWriter {

    private final OutputFile file;
    private final Path database;
    private final Connection connection;
    private final DuckDBAppender appender;
    private final TableHeader header;
    private final Map<String, String> metadata;
    private boolean open = true;

    private ParquetWriter(
            OutputFile file, Path database, Connection connection, DuckDBAppender appender, TableHeader header) {
        this.file = file;
        this.database = database;
        this.connection = connection;
        this.appender = appender;
        this.header = header;
        this.metadata = metadata(header);
    }

    static ParquetWriter create(Path path, TableHeader header) {
        requireNames(path, header.columnNames());
        OutputFile file = OutputFile.ofPath(path);
        Path database = path.resolveSibling(file.part().getFileName() + ".db");
        deleteDatabase(file, database);
        Connection connection = DuckDb.open(DuckDb.name(database), file.part());
        try {
            return new ParquetWriter(file, database, connection, appender(connection, header), header);
        } catch (SQLException e) {
            try (connection) {
                throw failed(file, e);
            } catch (SQLException closing) {
                throw failed(file, closing);
            } finally {
                deleteDatabase(file, database);
            }
        }
    }

    private static DuckDBAppender appender(Connection connection, TableHeader header) throws SQLException {
        String columns = listed(header, (c, column) -> "c" + c + " " + ParquetColumns.sql(column));
        DuckDb.execute(connection, "CREATE TABLE t (" + columns + ")");
        return connection.unwrap(DuckDBConnection.class).createAppender("t");
    }

    /** Say something of a column and its position. */
    private interface Phrase {
        String of(int position, Column column);
    }

    private static String listed(TableHeader header, Phrase phrase) {
        return IntStream.range(0, header.columns().size())
                .mapToObj(c -> phrase.of(c, header.columns().get(c)))
                .collect(Collectors.joining(", "));
    }

    private static void requireNames(Path path, List<String> names) {
        long different = names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        if (names.isEmpty() || names.contains("") || different != names.size()) {
            throw new NotSupported(
                    "cannot write " + path + ": DuckDB needs columns whose names are not empty and differ also in"
                            + " lower case",
                    "",
                    "rename the columns");
        }
    }

    private static BadInput failed(OutputFile file, SQLException e) {
        return file.failed("write", new IOException(e.getMessage(), e));
    }

    /** Keys that differ in their case only are one to DuckDB; those are left out, and are losses. */
    private static Map<String, String> metadata(TableHeader header) {
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put(ParquetColumns.KEY, ParquetColumns.describe(header.columns()));
        header.attributes().forEach((key, value) -> {
            if (!key.isEmpty() && kept.keySet().stream().noneMatch(key::equalsIgnoreCase)) {
                kept.put(key, value);
            }
        });
        return kept;
    }

    @Override
    public void write(TableBatch batch) {
        Check.length("batch", batch.columns().size(), header.columns().size());
        try {
            for (int row = 0; row < batch.rows(); row++) {
                appender.beginRow();
                for (ColumnData data : batch.columns()) {
                    append(data, row);
                }
                appender.endRow();
            }
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    private void append(ColumnData data, int row) throws SQLException {
        if (data.column().layout() != Column.Layout.SCALAR) {
            ListAppender.append(appender, data, data.start(row), data.count(row));
            return;
        }
        int at = data.start(row);
        switch (data.column().type()) {
            case BOOL -> appender.append(data.integer(at) != 0);
            case INT8, UINT8 -> appender.append((byte) data.integer(at));
            case INT16, UINT16 -> appender.append((short) data.integer(at));
            case INT32, UINT32 -> appender.append((int) data.integer(at));
            case INT64, UINT64 -> appender.append(data.integer(at));
            case FLOAT32 -> appender.append((float) data.real(at));
            case FLOAT64 -> appender.append(data.real(at));
            case TEXT -> appender.append(data.text(at));
        }
    }

    @Override
    public List<String> losses() {
        return metadata.size() == header.attributes().size() + 1
                ? List.of()
                : List.of("Parquet does not hold attributes without a name, or two that differ in their case only");
    }

    @Override
    public void finish() {
        try {
            appender.close();
            String pairs = metadata.entrySet().stream()
                    .map(entry -> DuckDb.literal(entry.getKey()) + ": " + DuckDb.literal(entry.getValue()))
                    .collect(Collectors.joining(", "));
            String columns = listed(header, (c, column) -> "c" + c + " AS " + DuckDb.identifier(column.name()));
            DuckDb.execute(
                    connection,
                    "COPY (SELECT " + columns + " FROM t) TO " + DuckDb.literal(DuckDb.name(file.part()))
                            + " (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false, KV_METADATA {" + pairs + "})");
        } catch (SQLException e) {
            throw failed(file, e);
        }
        closeDatabase();
        file.finish();
    }

    private void closeDatabase() {
        if (!open) {
            return;
        }
        open = false;
        try (connection) {
            if (!appender.isClosed()) {
                appender.close();
            }
        } catch (SQLException e) {
            throw failed(file, e);
        } finally {
            deleteDatabase(file, database);
        }
    }

    private static void deleteDatabase(OutputFile file, Path database) {
        try {
            Files.deleteIfExists(database);
            Files.deleteIfExists(database.resolveSibling(database.getFileName() + ".wal"));
        } catch (IOException e) {
            throw file.failed("delete the parts of", e);
        }
    }

    @Override
    public void close() {
        try {
            closeDatabase();
        } finally {
            file.close();
        }
    }
}
