package hep.aurum.source.particle;

import hep.aurum.event.table.ColumnData;
import org.jspecify.annotations.Nullable;

/**
 * Read one column of a batch, or what stands for its values where the table has no such column.
 *
 * @param data the values
 * @param unknown what a column that is not there would have in every place
 */
record Values(@Nullable ColumnData data, double unknown) {

    int count(int row) {
        return data == null ? 0 : data.count(row);
    }

    double real(int row, int item) {
        return data == null ? unknown : data.real(data.start(row) + item);
    }

    /** Return an integer; {@link ArithmeticException} if it exceeds 32 bits. */
    int integer(int row, int item) {
        return data == null ? (int) unknown : Math.toIntExact(data.integer(data.start(row) + item));
    }

    long wide(int row) {
        return data == null ? (long) unknown : data.integer(data.start(row));
    }

    String text(int row) {
        return data == null ? "" : data.text(data.start(row));
    }
}
