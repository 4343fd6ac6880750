package hep.aurum.hist;

import hep.aurum.base.Check;
import java.util.Arrays;

/**
 * Keep the entries and the sums of all bins of one object, column by column.
 *
 * <p>Column 0 is \(\sum w\), column 1 is \(\sum w^2\); the others are linear in the weight. The cells include under-
 * and overflow.
 */
final class BinSums {

    static final int W = 0;
    static final int W2 = 1;

    private final long[] entries;
    private final double[][] columns;

    private BinSums(long[] entries, double[][] columns) {
        this.entries = entries;
        this.columns = columns;
    }

    static BinSums empty(int columns, int cells) {
        return new BinSums(new long[cells], new double[columns][cells]);
    }

    /** Copy given sums after checking their lengths, finiteness and signs. */
    static BinSums of(int cells, long[] entries, double[]... columns) {
        Check.length("entries", entries.length, cells);
        for (double[] column : columns) {
            Check.length("a column of sums", column.length, cells);
            for (double sum : column) {
                Check.finite("a sum of a histogram", sum);
            }
        }
        for (int i = 0; i < cells; i++) {
            Check.argument(entries[i] >= 0, "bin has %d entries, expected 0 or more", entries[i]);
            Check.argument(columns[W2][i] >= 0, "sum of squared weights is %s, expected >= 0", columns[W2][i]);
        }
        return new BinSums(entries, columns).copy();
    }

    BinSums copy() {
        double[][] copies = new double[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            copies[c] = columns[c].clone();
        }
        return new BinSums(entries.clone(), copies);
    }

    int cells() {
        return entries.length;
    }

    long entries(int cell) {
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

    void addAll(BinSums other) {
        for (int i = 0; i < entries.length; i++) {
            entries[i] += other.entries[i];
        }
        for (int c = 0; c < columns.length; c++) {
            for (int i = 0; i < entries.length; i++) {
                columns[c][i] += other.columns[c][i];
            }
        }
    }

    BinSums plus(BinSums other) {
        BinSums sum = copy();
        sum.addAll(other);
        return sum;
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
        return scaled;
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
                && Arrays.deepEquals(columns, sums.columns);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(entries) + Arrays.deepHashCode(columns);
    }
}
