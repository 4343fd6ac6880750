package hep.aurum.source.csv;

import hep.aurum.base.BadInput;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnBuffer;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Read the rows of a file of separated fields. */
final class CsvCursor implements TableCursor {

    private static final int ROWS = 4096;
    /** A batch ends behind so many bytes of the file, so that long texts do not fill the memory. */
    private static final long BYTES = 8 << 20;

    private final CsvRecords records;
    private final CsvDialect dialect;
    private final List<ColumnBuffer> buffers;
    private final int[] fields;
    private long row;
    private boolean headerPassed;
    private @Nullable BadInput damage;

    /**
     * Create a cursor.
     *
     * @param columns all columns of the file
     * @param positions the columns that are read
     */
    CsvCursor(CsvRecords records, CsvDialect dialect, List<Column> columns, int[] positions) {
        this.records = records;
        this.dialect = dialect;
        this.buffers = IntStream.of(positions)
                .mapToObj(p -> new ColumnBuffer(columns.get(p)))
                .toList();
        this.fields = IntStream.of(positions)
                .map(p -> columns.subList(0, p).stream().mapToInt(Column::width).sum())
                .toArray();
        this.headerPassed = !dialect.header();
    }

    @Override
    public @Nullable TableBatch next() {
        if (damage != null) {
            throw damage;
        }
        buffers.forEach(ColumnBuffer::clear);
        int rows = fill();
        if (rows == 0 && damage != null) {
            throw damage;
        }
        row += rows;
        return rows == 0
                ? null
                : new TableBatch(
                        row - rows,
                        rows,
                        buffers.stream().map(ColumnBuffer::data).toList());
    }

    /** Read rows up to the end of the batch or to damage, which is told when the rows before it have been taken. */
    private int fill() {
        int rows = 0;
        long limit = records.position() + BYTES;
        try {
            while (rows < ROWS && records.position() < limit && records.next()) {
                if (headerPassed) {
                    read();
                    rows++;
                }
                headerPassed = true;
            }
        } catch (IOException e) {
            damage = CsvScan.brokenOff(records.origin(), row + rows, e);
        } catch (BadInput e) {
            damage = e;
        }
        return rows;
    }

    private void read() {
        CsvScan.requireFields(records, dialect.fields());
        for (int c = 0; c < fields.length; c++) {
            ColumnBuffer buffer = buffers.get(c);
            int end = fields[c] + buffer.column().width();
            for (int f = fields[c]; f < end; f++) {
                read(buffer, f);
            }
        }
    }

    private void read(ColumnBuffer buffer, int field) {
        ColumnType type = buffer.column().type();
        if (type == ColumnType.TEXT) {
            buffer.add(records.text(field));
            return;
        }
        byte[] bytes = records.bytes();
        int from = records.from(field);
        int to = records.to(field);
        if (type == ColumnType.FLOAT64) {
            double value = CsvValues.real(bytes, from, to);
            if (Double.isNaN(value) && !CsvValues.isNotNumber(bytes, from, to)) {
                throw contradiction(buffer.column(), field);
            }
            buffer.add(value);
            return;
        }
        if (!CsvValues.holds(type, CsvValues.kind(bytes, from, to))) {
            throw contradiction(buffer.column(), field);
        }
        boolean truth = type == ColumnType.BOOL;
        // Of true and false, only one has four letters.
        buffer.add(truth ? (to - from == 4 ? 1L : 0L) : CsvValues.integer(bytes, from, to));
    }

    private BadInput contradiction(Column column, int field) {
        String text = records.text(field);
        String clipped = text.length() > 40 ? text.substring(0, 40) + "..." : text;
        return new BadInput(
                "line " + records.line() + " of " + records.origin() + " has \"" + clipped + "\" in column "
                        + column.name() + " (field " + (field + 1) + "), expected "
                        + column.type().label(),
                records.place(),
                "mend the field, or declare the type of the column with CsvTable.withType");
    }

    @Override
    public double fraction() {
        return records.fraction();
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw CsvScan.brokenOff(records.origin(), row, e);
        }
    }
}
