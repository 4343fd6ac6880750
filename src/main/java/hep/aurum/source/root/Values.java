package hep.aurum.source.root;

import hep.aurum.base.BadInput;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import java.util.Arrays;

/** Collect the values of one column for a batch, in arrays that are kept from batch to batch. */
final class Values {

    private static final int MAX_VALUES = 1 << 25;

    private final Column column;
    private final boolean isList;
    private int[] offsets = new int[1];
    private long[] longs = {};
    private double[] doubles = {};
    private String[] texts = {};
    private int rows;
    private int size;

    Values(Column column) {
        this.column = column;
        this.isList = column.layout() == Column.Layout.LIST;
    }

    /** Forget all values. */
    void reset() {
        rows = 0;
        size = 0;
        if (column.type() == ColumnType.TEXT) {
            Arrays.fill(texts, null);
        }
    }

    /** Make room for rows, whose ends are noted with {@link #endRow}. */
    void reserveRows(int more) {
        if (isList && offsets.length < rows + more + 1) {
            offsets = Arrays.copyOf(offsets, larger(offsets.length, rows + more + 1));
        }
    }

    /** Note that a row of a list ends behind so many values. */
    void endRow(int end) {
        rows++;
        offsets[rows] = end;
    }

    /** Return how many values there are. */
    int size() {
        return size;
    }

    /** Append places for whole numbers; return the array, whose new part starts at the size before. */
    long[] appendLongs(int more) {
        size = grown(more);
        if (longs.length < size) {
            longs = Arrays.copyOf(longs, larger(longs.length, size));
        }
        return longs;
    }

    /** Append places for real numbers; return the array, whose new part starts at the size before. */
    double[] appendDoubles(int more) {
        size = grown(more);
        if (doubles.length < size) {
            doubles = Arrays.copyOf(doubles, larger(doubles.length, size));
        }
        return doubles;
    }

    void append(String text) {
        if (texts.length == size) {
            texts = Arrays.copyOf(texts, larger(size, size + 1));
        }
        texts[size++] = text;
    }

    private int grown(int more) {
        if (more > MAX_VALUES - size) {
            throw new BadInput(
                    "cannot read column \"" + column.name() + "\": a batch has more than " + MAX_VALUES + " values",
                    "",
                    "the file is damaged, or its rows are larger than what can be held");
        }
        return size + more;
    }

    private static int larger(int present, int needed) {
        return (int) Math.max(needed, Math.min(Integer.MAX_VALUE - 8L, present + (present >> 1) + 16L));
    }

    ColumnData data() {
        ColumnType type = column.type();
        if (type == ColumnType.TEXT) {
            return isList ? ColumnData.ofLists(column, offsets, texts) : ColumnData.of(column, texts);
        }
        if (type.isReal()) {
            return isList ? ColumnData.ofLists(column, offsets, doubles) : ColumnData.of(column, doubles);
        }
        return isList ? ColumnData.ofLists(column, offsets, longs) : ColumnData.of(column, longs);
    }
}
