package hep.aurum.observable.object;

import hep.aurum.base.Check;
import hep.aurum.event.table.TableRow;

/**
 * Look at one row of a table by the numbers that its columns have in the table, of which only some were read.
 *
 * @param row the row
 * @param positions for each column of the table, its position among those that were read; −1 if it was not; not copied
 */
public record RowView(TableRow row, int[] positions) {

    /** Return how many values the row has in a column. */
    public int count(int column) {
        return row.count(position(column));
    }

    /** Return a value of the row: the one at a position from 0 within a column. */
    public double real(int column, int item) {
        return row.real(position(column), item);
    }

    private int position(int column) {
        int position = positions[column];
        Check.argument(position >= 0, "column %d of the table was not read", column);
        return position;
    }
}
