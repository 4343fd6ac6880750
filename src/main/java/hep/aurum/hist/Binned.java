package hep.aurum.hist;

import java.util.List;

/**
 * Mark what is binned, and show it as sums over cells, whatever the kind: for formats, which treat all kinds alike.
 *
 * <p>Cells include the flow bins, the first axis runs fastest, each from its underflow to its overflow. The columns of sums
 * are those of the kind's {@code of}, in its order.
 */
public sealed interface Binned extends Content permits Histogram1D, Histogram2D, Profile1D, Profile2D {

    /** Return the axes, one or two. */
    List<Axis> axes();

    /** Return the number of cells, flow bins included. */
    int cells();

    /** Return the number of columns of sums. */
    int columns();

    /** Return the number of fills of a cell, with the fractions of fills that were shared. */
    double cellEntries(int cell);

    /** Return a sum of a cell. */
    double cellSum(int column, int cell);

    /** Return whether the total is stated and not the sum over all bins. */
    boolean hasStatedTotal();

    /** Return the number of all fills: the stated total, or the sum over all bins with under- and overflow. */
    double totalEntries();

    /** Return the sums over all fills: the stated total, or the sums over all bins. */
    double[] totals();

    /**
     * Return the same bins with a total that a file states: fills that are in no bin, or another order of summing.
     *
     * @param entries number of fills, 0 or more
     * @param totals the sums over all fills, in the order of the columns
     */
    Binned withTotal(double entries, double... totals);
}
