package hep.aurum.math.array;

import hep.aurum.base.Check;

/** Keep a {@link RowTable} in memory. Immutable. */
public final class ArrayTable implements RowTable {

    private final int rows;
    private final int columns;
    private final double[] values;

    private ArrayTable(int rows, int columns, double[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /**
     * Return the table of some numbers; the array is taken over and must not be written to afterwards.
     *
     * @param values {@code [n*columns]} by rows
     */
    public static ArrayTable of(double[] values, int columns) {
        Check.argument(columns >= 1, "a table with %d columns, expected at least 1", columns);
        Check.argument(
                values.length % columns == 0, "%d numbers do not fill rows of %d columns", values.length, columns);
        return new ArrayTable(values.length / columns, columns, values);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public double get(int row, int column) {
        return values[row * columns + column];
    }
}
