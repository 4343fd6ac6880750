package hep.aurum.math.array;

/**
 * Give numbers by row and column, in memory or on disk.
 *
 * <p>Read-only; any number of threads may read at once. Reading allocates nothing.
 */
public interface RowTable {

    /** Return the number n of rows. */
    int rows();

    /** Return the number of columns. */
    int columns();

    /** Return one number. */
    double get(int row, int column);
}
