package hep.aurum.source.convert;

import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.TableBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Choose consecutive events or rows.
 *
 * @param first the first one, from 1
 * @param last the last one
 */
record RowRange(long first, long last) {

    /** All of them. */
    static final RowRange ALL = new RowRange(1, Long.MAX_VALUE);

    boolean isAll() {
        return first == 1 && last == Long.MAX_VALUE;
    }

    /** Return whether nothing chosen comes behind a number of rows. */
    boolean isDone(long rows) {
        return rows >= last;
    }

    /**
     * Return the chosen rows of a batch, null if there are none.
     *
     * @param before how many rows of the table are before it
     */
    @Nullable TableBatch of(TableBatch batch, long before) {
        long from = Math.max(0, first - 1 - before);
        long to = Math.min(batch.rows(), last - before);
        if (from >= to) {
            return null;
        }
        if (from == 0 && to == batch.rows()) {
            return batch;
        }
        List<ColumnData> columns = new ArrayList<>();
        for (ColumnData data : batch.columns()) {
            columns.add(slice(data, (int) from, (int) to));
        }
        return new TableBatch(batch.first() + from, (int) (to - from), columns);
    }

    private static ColumnData slice(ColumnData data, int from, int to) {
        Column column = data.column();
        int start = data.start(from);
        int size = data.start(to) - start;
        int[] offsets = new int[to - from + 1];
        for (int row = from; row <= to; row++) {
            offsets[row - from] = data.start(row) - start;
        }
        boolean list = column.layout() == Column.Layout.LIST;
        if (column.type().isInteger()) {
            long[] values = new long[size];
            Arrays.setAll(values, i -> data.integer(start + i));
            return list ? ColumnData.ofLists(column, offsets, values) : ColumnData.of(column, values);
        }
        if (column.type().isReal()) {
            double[] values = new double[size];
            Arrays.setAll(values, i -> data.real(start + i));
            return list ? ColumnData.ofLists(column, offsets, values) : ColumnData.of(column, values);
        }
        String[] values = new String[size];
        Arrays.setAll(values, i -> data.text(start + i));
        return list ? ColumnData.ofLists(column, offsets, values) : ColumnData.of(column, values);
    }
}
