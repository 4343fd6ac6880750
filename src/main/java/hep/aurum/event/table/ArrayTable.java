package hep.aurum.event.table;

import hep.aurum.base.Check;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Be a table whose columns are arrays in memory. Immutable as long as nobody writes to the arrays.
 *
 * <pre>{@code
 * TableSource table = ArrayTable.of("events", 3, List.of(
 *         ColumnData.of(Column.scalar("m", ColumnType.FLOAT64), new double[] {125.1, 124.9, 90.2}),
 *         ColumnData.ofLists(Column.list("Jet_pt", ColumnType.FLOAT32), new int[] {0, 2, 2, 3}, new double[] {50, 30, 41})));
 * }</pre>
 */
public final class ArrayTable implements TableSource {

    private static final int BATCH = 4096;

    private final TableHeader header;
    private final int rows;
    private final List<ColumnData> columns;
    private final int batch;

    private ArrayTable(TableHeader header, int rows, List<ColumnData> columns, int batch) {
        this.header = header;
        this.rows = rows;
        this.columns = columns;
        this.batch = batch;
    }

    /**
     * Create a table.
     *
     * @param name the table's name, also given as its origin
     * @param rows how many rows
     * @param columns the values of all rows by column; the arrays are not copied
     */
    public static ArrayTable of(String name, int rows, List<ColumnData> columns) {
        Check.argument(rows >= 0, "a table with %d rows", rows);
        List<Column> described = columns.stream().map(ColumnData::column).toList();
        TableHeader header =
                new TableHeader("arrays", name, name, described, OptionalLong.of(rows), Map.of(), List.of());
        return new ArrayTable(header, rows, List.copyOf(columns), BATCH);
    }

    /** Return the table with attributes. */
    public ArrayTable withAttributes(Map<String, String> attributes) {
        TableHeader changed = new TableHeader(
                header.format(),
                header.origin(),
                header.name(),
                header.columns(),
                header.rows(),
                attributes,
                header.problems());
        return new ArrayTable(changed, rows, columns, batch);
    }

    /** Return the table, read in batches of so many rows. */
    public ArrayTable inBatchesOf(int rowsOfBatch) {
        Check.argument(rowsOfBatch >= 1, "batches of %d rows, expected at least 1", rowsOfBatch);
        return new ArrayTable(header, rows, columns, rowsOfBatch);
    }

    @Override
    public TableHeader header() {
        return header;
    }

    @Override
    public TableCursor open(List<String> names) {
        int[] positions = header.positions(names);
        return new Cursor(IntStream.of(positions).mapToObj(columns::get).toList());
    }

    /** Step through the arrays. */
    private final class Cursor implements TableCursor {

        private final List<ColumnData> wanted;
        private final List<ColumnBuffer> buffers;
        private int next;

        Cursor(List<ColumnData> wanted) {
            this.wanted = wanted;
            this.buffers =
                    wanted.stream().map(data -> new ColumnBuffer(data.column())).toList();
        }

        @Override
        public @Nullable TableBatch next() {
            int count = Math.min(batch, rows - next);
            if (count <= 0) {
                return null;
            }
            for (int c = 0; c < buffers.size(); c++) {
                buffers.get(c).clear();
                buffers.get(c).addRows(wanted.get(c), next, count);
            }
            next += count;
            return new TableBatch(
                    next - count,
                    count,
                    buffers.stream().map(ColumnBuffer::data).toList());
        }

        @Override
        public void close() {
            next = rows;
        }
    }
}
