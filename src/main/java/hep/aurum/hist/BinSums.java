package hep.aurum.hist;

import hep.aurum.base.Check;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keep the entries and the sums of all bins of one object, column by column.
 *
 * <p>Column 0 is \(\sum w\), column 1 is \(\sum w^2\); the others are linear in the weight. The cells include under-
 * and overflow. The entries are doubles, for a fill may be shared among bins.
 *
 * <p>The total is the sum over all cells, unless it is stated: a file may know of fills that are in no cell.
 */
final class BinSums {

    static final int W = 0;
    static final int W2 = 1;

    /** Up to here a double counts by one. */
    private static final double MOST_ENTRIES = 1L << 53;

    private final double[] entries;
    private final double[][] columns;
    private final @Nullable BinSums total;

    private BinSums(double[] entries, double[][] columns, @Nullable BinSums total) {
        this.entries = entries;
        this.columns = columns;
        this.total = total;
    }

    static BinSums empty(int columns, int cells) {
        return new BinSums(new double[cells], new double[columns][cells], null);
    }

    static double[] exact(long[] entries) {
        return Arrays.stream(entries).asDoubleStream().toArray();
    }

    /** Copy given sums after checking their lengths, finiteness and signs. */
    static BinSums of(int cells, double[] entries, double[]... columns) {
        Check.length("entries", entries.length, cells);
        for (double[] column : columns) {
            Check.length("a column of sums", column.length, cells);
            for (double sum : column) {
                Check.finite("a sum of a histogram", sum);
            }
        }
        for (int i = 0; i < cells; i++) {
            // Asked first, so that a check that passes does not box its numbers.
            if (!(entries[i] >= 0 && entries[i] <= MOST_ENTRIES)) {
                Check.argument(false, "bin has %s entries, expected 0 to 2^53", entries[i]);
            }
            if (!(columns[W2][i] >= 0)) {
                Check.argument(false, "sum of squared weights is %s, expected >= 0", columns[W2][i]);
            }
        }
        return new BinSums(entries, columns, null).copy();
    }

    BinSums copy() {
        double[][] copies = new double[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            copies[c] = columns[c].clone();
        }
        return new BinSums(entries.clone(), copies, total);
    }

    /** State the total; one that is the sum over the cells is not kept. */
    BinSums withTotal(double totalEntries, double... sums) {
        Check.length("sums of the total", sums.length, columns.length);
        double[][] single = new double[sums.length][];
        for (int c = 0; c < sums.length; c++) {
            single[c] = new double[] {sums[c]};
        }
        BinSums stated = of(1, new double[] {totalEntries}, single);
        return new BinSums(entries, columns, stated.equals(sumOfCells()) ? null : stated);
    }

    /** Return the total as one cell. */
    BinSums total() {
        return total == null ? sumOfCells() : total;
    }

    /** Return the sums of the total, column by column. */
    double[] totals() {
        return Arrays.stream(total().columns).mapToDouble(column -> column[0]).toArray();
    }

    boolean hasStatedTotal() {
        return total != null;
    }

    private BinSums sumOfCells() {
        BinSums sum = empty(columns.length, 1);
        for (int i = 0; i < entries.length; i++) {
            sum.entries[0] += entries[i];
        }
        for (int c = 0; c < columns.length; c++) {
            for (int i = 0; i < entries.length; i++) {
                sum.columns[c][0] += columns[c][i];
            }
        }
        return sum;
    }

    int cells() {
        return entries.length;
    }

    double entries(int cell) {
        return entries[cell];
    }

    double get(int column, int cell) {
        return columns[column][cell];
    }

    double[] column(int column) {
        return columns[column].clone();
    }

    void count(int cell) {
        entries[cell]++;
    }

    void add(int column, int cell, double term) {
        columns[column][cell] += term;
    }

    BinSums plus(BinSums other) {
        BinSums sum = copy();
        for (int i = 0; i < entries.length; i++) {
            sum.entries[i] += other.entries[i];
        }
        for (int c = 0; c < columns.length; c++) {
            for (int i = 0; i < entries.length; i++) {
                sum.columns[c][i] += other.columns[c][i];
            }
        }
        BinSums both = hasStatedTotal() || other.hasStatedTotal() ? total().plus(other.total()) : null;
        return new BinSums(sum.entries, sum.columns, both);
    }

    BinSums scaledBy(double factor) {
        Check.finite("factor", factor);
        BinSums scaled = copy();
        for (int c = 0; c < columns.length; c++) {
            double f = c == W2 ? factor * factor : factor;
            for (int i = 0; i < entries.length; i++) {
                scaled.columns[c][i] *= f;
            }
        }
        return new BinSums(scaled.entries, scaled.columns, total == null ? null : total.scaledBy(factor));
    }

    /** Return the first moment over the weight sum, 0 where the weights sum to zero. */
    static double mean(double sumW, double sumWX) {
        return sumW == 0 ? 0 : sumWX / sumW;
    }

    /** Return the spread around the mean; 0 where weights cancel so far that the variance is not positive. */
    static double rms(double sumW, double sumWX, double sumWX2) {
        double mean = mean(sumW, sumWX);
        double variance = mean(sumW, sumWX2) - mean * mean;
        return variance > 0 ? Math.sqrt(variance) : 0;
    }

    /** Return \((\sum w)^2 / \sum w^2\), 0 for no entries. */
    static double effective(double sumW, double sumW2) {
        return sumW2 == 0 ? 0 : sumW * sumW / sumW2;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BinSums sums
                && Arrays.equals(entries, sums.entries)
                && Arrays.deepEquals(columns, sums.columns)
                && Objects.equals(total, sums.total);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(entries) + Arrays.deepHashCode(columns);
    }
}
