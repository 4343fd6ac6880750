package hep.aurum.event.table;

import hep.aurum.base.Check;

/**
 * Hold the values of one column for a batch of rows.
 *
 * <p>The values of row r are those at positions {@code [start(r), start(r + 1))} of one of the arrays: {@code long} for
 * integers and truth values, {@code double} for real numbers, {@code String} for text. The arrays may be longer than what
 * is used, and belong to the cursor that filled them.
 */
public final class ColumnData {

    private final Column column;
    private final int[] offsets;
    private final long[] integers;
    private final double[] reals;
    private final String[] texts;

    private static final int[] NO_OFFSETS = {};
    private static final long[] NO_INTEGERS = {};
    private static final double[] NO_REALS = {};
    private static final String[] NO_TEXTS = {};

    private ColumnData(Column column, int[] offsets, long[] integers, double[] reals, String[] texts) {
        boolean list = column.layout() == Column.Layout.LIST;
        Check.argument(list == (offsets.length > 0), "offsets are for lists only, column %s", column.name());
        this.column = column;
        this.offsets = offsets;
        this.integers = integers;
        this.reals = reals;
        this.texts = texts;
    }

    /** Return values of a column of one number, or a fixed number, of values per row; the array is not copied. */
    public static ColumnData of(Column column, long[] values) {
        return new ColumnData(column, NO_OFFSETS, values, NO_REALS, NO_TEXTS);
    }

    /** Return values of a column of one number, or a fixed number, of values per row; the array is not copied. */
    public static ColumnData of(Column column, double[] values) {
        return new ColumnData(column, NO_OFFSETS, NO_INTEGERS, values, NO_TEXTS);
    }

    /** Return values of a column of one text, or a fixed number, per row; the array is not copied. */
    public static ColumnData of(Column column, String[] values) {
        return new ColumnData(column, NO_OFFSETS, NO_INTEGERS, NO_REALS, values);
    }

    /** Return lists; {@code offsets} {@code [rows + 1]} are positions in {@code values}. Arrays are not copied. */
    public static ColumnData ofLists(Column column, int[] offsets, long[] values) {
        return new ColumnData(column, offsets, values, NO_REALS, NO_TEXTS);
    }

    /** Return lists; {@code offsets} {@code [rows + 1]} are positions in {@code values}. Arrays are not copied. */
    public static ColumnData ofLists(Column column, int[] offsets, double[] values) {
        return new ColumnData(column, offsets, NO_INTEGERS, values, NO_TEXTS);
    }

    /** Return lists; {@code offsets} {@code [rows + 1]} are positions in {@code values}. Arrays are not copied. */
    public static ColumnData ofLists(Column column, int[] offsets, String[] values) {
        return new ColumnData(column, offsets, NO_INTEGERS, NO_REALS, values);
    }

    /** Return what the column is. */
    public Column column() {
        return column;
    }

    /** Return the position of a row's first value; for the row behind the last, the position behind all values. */
    public int start(int row) {
        return offsets.length > 0 ? offsets[row] : row * column.width();
    }

    /** Return how many values a row has. */
    public int count(int row) {
        return start(row + 1) - start(row);
    }

    /** Return the integer at a position; only for columns of integers. */
    public long integer(int position) {
        return integers[position];
    }

    /** Return the number at a position as a double, integers converted; not for text. */
    public double real(int position) {
        if (column.type() == ColumnType.UINT64) {
            long bits = integers[position];
            return bits >= 0 ? bits : 2.0 * ((bits >>> 1) | (bits & 1));
        }
        return column.type().isReal() ? reals[position] : integers[position];
    }

    /** Return the text at a position; only for columns of text. */
    public String text(int position) {
        return texts[position];
    }
}
