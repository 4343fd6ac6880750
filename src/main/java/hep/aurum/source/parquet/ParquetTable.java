package hep.aurum.source.parquet;

import hep.aurum.base.BadInput;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import hep.aurum.source.Decompression;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Stand for a Parquet file. Immutable. */
final class ParquetTable implements TableSource {

    private final Path file;
    private final TableHeader header;

    private ParquetTable(Path file, TableHeader header) {
        this.file = file;
        this.header = header;
    }

    static ParquetTable open(Path file) {
        DuckDb.require(file);
        if (!ParquetFormat.begins(Decompression.head(file, 4))) {
            throw new BadInput(file + " does not begin like a Parquet file", "", "name a Parquet file");
        }
        try (Connection connection = DuckDb.open("", file)) {
            List<String> problems = new ArrayList<>();
            List<Column> columns = columns(connection, file, problems);
            Map<String, String> attributes = attributes(connection, file);
            String description = attributes.remove(ParquetColumns.KEY);
            TableHeader header = new TableHeader(
                    "Parquet",
                    file.toString(),
                    "",
                    description == null ? columns : ParquetColumns.refine(columns, description),
                    OptionalLong.of(rows(connection, file)),
                    attributes,
                    problems);
            return new ParquetTable(file, header);
        } catch (SQLException e) {
            throw DuckDb.failed(file, e);
        }
    }

    private static List<Column> columns(Connection connection, Path file, List<String> problems) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement select = DuckDb.prepare(connection, "SELECT * FROM read_parquet(?) LIMIT 0", file);
                ResultSet result = select.executeQuery()) {
            ResultSetMetaData meta = result.getMetaData();
            for (int c = 1; c <= meta.getColumnCount(); c++) {
                String name = meta.getColumnName(c);
                String type = meta.getColumnTypeName(c);
                ParquetColumns.column(name, type)
                        .ifPresentOrElse(
                                columns::add,
                                () -> problems.add("column " + name + " is of type " + type + ", which is not read"));
            }
        }
        return columns;
    }

    private static Map<String, String> attributes(Connection connection, Path file) throws SQLException {
        Map<String, String> attributes = new LinkedHashMap<>();
        String sql = "SELECT decode(key), decode(value) FROM parquet_kv_metadata(?)";
        try (PreparedStatement select = DuckDb.prepare(connection, sql, file);
                ResultSet result = select.executeQuery()) {
            while (result.next()) {
                attributes.put(result.getString(1), result.getString(2));
            }
        }
        // What other programs keep for themselves, in binary.
        attributes.remove("ARROW:schema");
        return attributes;
    }

    private static long rows(Connection connection, Path file) throws SQLException {
        try (PreparedStatement select =
                        DuckDb.prepare(connection, "SELECT num_rows FROM parquet_file_metadata(?)", file);
                ResultSet result = select.executeQuery()) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    @Override
    public TableHeader header() {
        return header;
    }

    @Override
    public TableCursor open(List<String> names) {
        List<Column> columns = IntStream.of(header.positions(names))
                .mapToObj(position -> header.columns().get(position))
                .toList();
        String selected =
                columns.stream().map(column -> DuckDb.identifier(column.name())).collect(Collectors.joining(", "));
        // Rows can be counted without columns.
        String sql = "SELECT " + (selected.isEmpty() ? "1" : selected) + " FROM read_parquet(?)";
        Connection connection = DuckDb.open("", file);
        try {
            return new ParquetCursor(file, connection, DuckDb.prepare(connection, sql, file), columns);
        } catch (SQLException e) {
            try {
                connection.close();
            } catch (SQLException closing) {
                e.addSuppressed(closing);
            }
            throw DuckDb.failed(file, e);
        }
    }
}
