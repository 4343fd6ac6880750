package hep.aurum.event.table;

import hep.aurum.base.Check;
import java.util.Arrays;

/**
 * Collect the values of one column for a batch of rows, in arrays that serve every batch of a pass.
 *
 * <p>A cursor either appends values one by one ({@link #add(long)}, and {@link #endRow()} for lists) or asks for the array
 * of so many values and fills it ({@link #integers(int)}).
 */
public final class ColumnBuffer {

    private static final int FIRST = 64;

    private final Column column;
    private long[] integers = {};
    private double[] reals = {};
    private String[] texts = {};
    private int[] offsets = {};
    private int rows;
    private int size;

    /** Create an empty buffer. */
    public ColumnBuffer(Column column) {
        this.column = column;
        offsets(0);
    }

    /** Return what the column is. */
    public Column column() {
        return column;
    }

    /** Drop the values, keep the arrays. */
    public void clear() {
        size = 0;
        rows = 0;
    }

    /** Return how many values were appended. */
    public int size() {
        return size;
    }

    /** Append an integer or truth value. */
    public void add(long value) {
        if (size == integers.length) {
            integers = Arrays.copyOf(integers, larger(size));
        }
        integers[size++] = value;
    }

    /** Append a real number. */
    public void add(double value) {
        if (size == reals.length) {
            reals = Arrays.copyOf(reals, larger(size));
        }
        reals[size++] = value;
    }

    /** Append a text. */
    public void add(String value) {
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, larger(size));
        }
        texts[size++] = value;
    }

    /** End the list of a row. */
    public void endRow() {
        rows++;
        if (rows >= offsets.length) {
            offsets = Arrays.copyOf(offsets, larger(rows));
        }
        offsets[rows] = size;
    }

    private static int larger(int length) {
        return Math.max(FIRST, Math.addExact(length, length));
    }

    /** Return an array of at least so many integers, which the caller fills; what was there is lost. */
    public long[] integers(int count) {
        size = count;
        if (integers.length < count) {
            integers = new long[count];
        }
        return integers;
    }

    /** Return an array of at least so many real numbers, which the caller fills; what was there is lost. */
    public double[] reals(int count) {
        size = count;
        if (reals.length < count) {
            reals = new double[count];
        }
        return reals;
    }

    /** Return an array of at least so many texts, which the caller fills; what was there is lost. */
    public String[] texts(int count) {
        size = count;
        if (texts.length < count) {
            texts = new String[count];
        }
        return texts;
    }

    /** Return the array of the positions of so many lists, the first of which is 0; the caller fills it. */
    public int[] offsets(int lists) {
        rows = lists;
        if (column.layout() == Column.Layout.LIST && offsets.length <= lists) {
            offsets = new int[lists + 1];
        }
        return offsets;
    }

    /** Return the values; they belong to this buffer and change with it. */
    public ColumnData data() {
        boolean list = column.layout() == Column.Layout.LIST;
        Check.argument(!list || offsets[rows] == size, "column %s has values behind its last list", column.name());
        if (column.type() == ColumnType.TEXT) {
            return list ? ColumnData.ofLists(column, offsets, texts) : ColumnData.of(column, texts);
        }
        if (column.type().isReal()) {
            return list ? ColumnData.ofLists(column, offsets, reals) : ColumnData.of(column, reals);
        }
        return list ? ColumnData.ofLists(column, offsets, integers) : ColumnData.of(column, integers);
    }

    /** Append the values of some rows of another column of the same type and layout. */
    public void addRows(ColumnData from, int first, int count) {
        for (int row = first; row < first + count; row++) {
            for (int i = from.start(row); i < from.start(row + 1); i++) {
                switch (column.type()) {
                    case TEXT -> add(from.text(i));
                    case FLOAT32, FLOAT64 -> add(from.real(i));
                    default -> add(from.integer(i));
                }
            }
            if (column.layout() == Column.Layout.LIST) {
                endRow();
            }
        }
    }
}
