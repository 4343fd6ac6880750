package hep.aurum.source.parquet;

import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Name the types of columns as DuckDB does, and keep in a text what Parquet does not. */
final class ParquetColumns {

    /** Key of the metadata that has the text. */
    static final String KEY = "aurum.columns";

    private static final int LARGEST_WIDTH = 1 << 20;

    private ParquetColumns() {}

    /** Return the type of the values of a column as SQL; columns of several values are lists. */
    static String sql(Column column) {
        String type = switch (column.type()) {
            case BOOL -> "BOOLEAN";
            case INT8 -> "TINYINT";
            case UINT8 -> "UTINYINT";
            case INT16 -> "SMALLINT";
            case UINT16 -> "USMALLINT";
            case INT32 -> "INTEGER";
            case UINT32 -> "UINTEGER";
            case INT64 -> "BIGINT";
            case UINT64 -> "UBIGINT";
            case FLOAT32 -> "FLOAT";
            case FLOAT64 -> "DOUBLE";
            case TEXT -> "VARCHAR";
        };
        return column.layout() == Column.Layout.SCALAR ? type : type + "[]";
    }

    /** Return the column that DuckDB says there is; empty for a type that is not read. */
    static Optional<Column> column(String name, String type) {
        for (ColumnType candidate : ColumnType.values()) {
            for (Column column : List.of(Column.scalar(name, candidate), Column.list(name, candidate))) {
                if (sql(column).equals(type)) {
                    return Optional.of(column);
                }
            }
        }
        return Optional.empty();
    }

    static String describe(List<Column> columns) {
        StringBuilder text = new StringBuilder();
        for (Column column : columns) {
            text.append(column.layout()).append('\t').append(column.width()).append('\t');
            text.append(escape(column.unit()))
                    .append('\t')
                    .append(escape(column.description()))
                    .append('\t');
            text.append(escape(column.name())).append('\n');
        }
        return text.toString();
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                plain.append(next == 't' ? '\t' : next == 'n' ? '\n' : next);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** Return the columns with what the text says of them; as they are where it does not fit. */
    static List<Column> refine(List<Column> columns, String text) {
        String[] lines = text.split("\n", -1);
        List<Column> refined = new ArrayList<>();
        for (int c = 0; c < columns.size() && c < lines.length; c++) {
            String[] parts = lines[c].split("\t", -1);
            Column column = columns.get(c);
            if (parts.length != 5 || !unescape(parts[4]).equals(column.name()) || !parts[1].matches("[0-9]{1,7}")) {
                return columns;
            }
            boolean list = column.layout() == Column.Layout.LIST;
            Column.Layout layout = list && parts[0].equals("FIXED") ? Column.Layout.FIXED : column.layout();
            int width = list ? Math.max(1, Math.min(LARGEST_WIDTH, Integer.parseInt(parts[1]))) : 1;
            refined.add(
                    new Column(column.name(), column.type(), layout, width, unescape(parts[2]), unescape(parts[3])));
        }
        return refined.size() == columns.size() ? refined : columns;
    }
}
