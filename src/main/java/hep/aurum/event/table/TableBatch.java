package hep.aurum.event.table;

import java.util.List;

/**
 * Hold some consecutive rows of a table, the columns in the order in which they were asked for.
 *
 * @param first number of its first row in the table, from 0
 * @param rows how many rows, at least 1
 * @param columns the values
 */
public record TableBatch(long first, int rows, List<ColumnData> columns) {

    /** Copy the list. */
    public TableBatch {
        columns = List.copyOf(columns);
    }

    /** Return the values of the column at a position. */
    public ColumnData column(int position) {
        return columns.get(position);
    }
}
