package hep.aurum.source.particle;

import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import java.util.Arrays;

/** Collect the values of one column, row by row. Its arrays are used again for the next batch. */
final class ColumnBuilder {

    private final Column column;
    private long[] integers = {};
    private double[] reals = {};
    private String[] texts = {};
    private int[] offsets = new int[1];
    private int rows;
    private int size;

    ColumnBuilder(Column column) {
        this.column = column;
    }

    void clear() {
        rows = 0;
        size = 0;
    }

    void add(long value) {
        if (size == integers.length) {
            integers = Arrays.copyOf(integers, grown());
        }
        integers[size++] = value;
    }

    void add(double value) {
        if (size == reals.length) {
            reals = Arrays.copyOf(reals, grown());
        }
        reals[size++] = value;
    }

    void add(String value) {
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, grown());
        }
        texts[size++] = value;
    }

    private int grown() {
        return Math.max(64, Math.multiplyExact(size, 2));
    }

    void endRow() {
        rows++;
        if (rows == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * rows);
        }
        offsets[rows] = size;
    }

    /** Return how many values there are. */
    int size() {
        return size;
    }

    /** Return the values, valid until the builder is cleared. */
    ColumnData build() {
        boolean list = column.layout() == Column.Layout.LIST;
        if (column.type().isInteger()) {
            return list ? ColumnData.ofLists(column, offsets, integers) : ColumnData.of(column, integers);
        }
        if (column.type().isReal()) {
            return list ? ColumnData.ofLists(column, offsets, reals) : ColumnData.of(column, reals);
        }
        return list ? ColumnData.ofLists(column, offsets, texts) : ColumnData.of(column, texts);
    }
}
