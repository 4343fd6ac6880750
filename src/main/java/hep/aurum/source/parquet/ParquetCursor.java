package hep.aurum.source.parquet;

import hep.aurum.base.BadInput;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnBuffer;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Read the rows of a Parquet file as DuckDB streams them. */
final class ParquetCursor implements TableCursor {

    /** DuckDB works on vectors of so many rows. */
    private static final int ROWS = 2048;

    private final Path file;
    private final Connection connection;
    private final PreparedStatement select;
    private final ResultSet result;
    private final List<ColumnBuffer> buffers;
    private long row;

    ParquetCursor(Path file, Connection connection, PreparedStatement select, List<Column> columns)
            throws SQLException {
        this.file = file;
        this.connection = connection;
        this.select = select;
        this.result = select.executeQuery();
        this.buffers = columns.stream().map(ColumnBuffer::new).toList();
    }

    @Override
    public @Nullable TableBatch next() {
        buffers.forEach(ColumnBuffer::clear);
        int count = 0;
        try {
            while (count < ROWS && result.next()) {
                for (int c = 0; c < buffers.size(); c++) {
                    read(buffers.get(c), c + 1);
                }
                count++;
                row++;
            }
        } catch (SQLException e) {
            throw DuckDb.failed(file, e);
        }
        return count == 0
                ? null
                : new TableBatch(
                        row - count,
                        count,
                        buffers.stream().map(ColumnBuffer::data).toList());
    }

    private void read(ColumnBuffer to, int place) throws SQLException {
        Column column = to.column();
        if (column.layout() != Column.Layout.SCALAR) {
            readList(to, result.getArray(place));
            return;
        }
        switch (column.type()) {
            case FLOAT64 -> {
                double value = result.getDouble(place);
                to.add(result.wasNull() ? Double.NaN : value);
            }
            case FLOAT32 -> {
                double value = result.getFloat(place);
                to.add(result.wasNull() ? Double.NaN : value);
            }
            case TEXT -> {
                String value = result.getString(place);
                to.add(value == null ? "" : value);
            }
            case BOOL -> to.add(present(result.getBoolean(place) ? 1 : 0, column));
            case UINT64 -> add(to, result.getObject(place));
            default -> to.add(present(result.getLong(place), column));
        }
    }

    private long present(long value, Column column) throws SQLException {
        if (result.wasNull()) {
            throw missing(column);
        }
        return value;
    }

    private BadInput missing(Column column) {
        return new BadInput(
                file + " has nothing in column " + column.name() + ", row " + row + ", expected "
                        + column.type().label(),
                "",
                "fill it, or write the column as real numbers");
    }

    private void readList(ColumnBuffer to, @Nullable Array list) throws SQLException {
        Object[] values = list == null ? new Object[0] : (Object[]) list.getArray();
        Column column = to.column();
        boolean fixed = column.layout() == Column.Layout.FIXED;
        if (fixed ? values.length != column.width() : values.length % column.width() != 0) {
            throw new BadInput(
                    file + " has " + values.length + " values in column " + column.name() + ", row " + row
                            + ", expected " + column.width(),
                    "",
                    "write the file again");
        }
        for (Object value : values) {
            add(to, value);
        }
        if (!fixed) {
            to.endRow();
        }
    }

    private void add(ColumnBuffer to, @Nullable Object value) {
        ColumnType type = to.column().type();
        if (type == ColumnType.TEXT) {
            to.add(value == null ? "" : value.toString());
        } else if (type.isReal()) {
            to.add(value instanceof Number number ? number.doubleValue() : Double.NaN);
        } else if (value instanceof Boolean truth) {
            to.add(truth ? 1L : 0L);
        } else if (value instanceof BigInteger large) {
            to.add(large.longValue());
        } else if (value instanceof Number number) {
            to.add(number.longValue());
        } else {
            throw missing(to.column());
        }
    }

    @Override
    public void close() {
        try (connection;
                select;
                result) {
            row = 0;
        } catch (SQLException e) {
            throw DuckDb.failed(file, e);
        }
    }
}
