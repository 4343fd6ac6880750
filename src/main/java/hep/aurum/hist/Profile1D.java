package hep.aurum.hist;

import hep.aurum.base.Check;
import java.util.Arrays;
import java.util.List;

/**
 * Hold the mean of one variable as a function of another, as sums per bin, under- and overflow included.
 *
 * <p>Height \(\bar y_i = \sum wy / \sum w\), spread \(s_i = (\sum wy^2/\sum w - \bar y_i^2)^{1/2}\), error of the
 * height \(s_i / \sqrt{n_\mathrm{eff}}\) with \(n_\mathrm{eff} = (\sum w)^2 / \sum w^2\). Bin numbers run from -1 to
 * {@code axis().bins()}; arrays of all cells, {@code [bins + 2]}, start with the underflow bin.
 */
public final class Profile1D implements Binned {

    private static final int WX = 2;
    private static final int WX2 = 3;
    private static final int WY = 4;
    private static final int WY2 = 5;
    private static final int WXY = 6;
    private static final int COLUMNS = 7;

    private final String title;
    private final Axis axis;
    private final BinSums sums;

    private Profile1D(String title, Axis axis, BinSums sums) {
        this.title = title;
        this.axis = axis;
        this.sums = sums;
    }

    /** Start to fill an empty profile. */
    public static Builder builder(String title, Axis axis) {
        return new Builder(title, axis);
    }

    /**
     * Create a profile from its sums.
     *
     * @param entries {@code [bins + 2]}
     * @param sums the columns \(\sum w, \sum w^2, \sum wx, \sum wx^2, \sum wy, \sum wy^2\), each {@code [bins + 2]}, and
     *     where it is known \(\sum wxy\); otherwise x and y are taken to be uncorrelated inside a bin
     */
    public static Profile1D of(String title, Axis axis, long[] entries, double[]... sums) {
        return of(title, axis, BinSums.exact(entries), sums);
    }

    /** Create a profile from its sums, with fills that may be shared among bins. */
    public static Profile1D of(String title, Axis axis, double[] entries, double[]... sums) {
        double[][] columns = sums.length == WXY ? withMixed(sums) : sums;
        Check.length("columns of sums", columns.length, COLUMNS);
        return new Profile1D(title, axis, BinSums.of(axis.bins() + 2, entries, columns));
    }

    private static double[][] withMixed(double[][] sums) {
        double[][] columns = Arrays.copyOf(sums, COLUMNS);
        columns[WXY] = new double[sums[WX].length];
        for (int i = 0; i < columns[WXY].length && i < sums[WY].length && i < sums[BinSums.W].length; i++) {
            columns[WXY][i] = BinSums.mean(sums[BinSums.W][i], sums[WX][i]) * sums[WY][i];
        }
        return columns;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Axis> axes() {
        return List.of(axis);
    }

    /** Return the axis of x. */
    public Axis axis() {
        return axis;
    }

    /** Return the number of fills of bin {@code i}, rounded where fills were shared among bins. */
    public long entries(int i) {
        return Math.round(numEntries(i));
    }

    /** Return the number of fills of bin {@code i}, with the fractions of fills that were shared. */
    public double numEntries(int i) {
        return sums.entries(i + 1);
    }

    /** Return \(\sum w\) of bin {@code i}. */
    public double sumW(int i) {
        return sums.get(BinSums.W, i + 1);
    }

    /** Return \(\sum w^2\) of bin {@code i}. */
    public double sumW2(int i) {
        return sums.get(BinSums.W2, i + 1);
    }

    /** Return \(\sum wx\) of bin {@code i}. */
    public double sumWX(int i) {
        return sums.get(WX, i + 1);
    }

    /** Return \(\sum wx^2\) of bin {@code i}. */
    public double sumWX2(int i) {
        return sums.get(WX2, i + 1);
    }

    /** Return \(\sum wy\) of bin {@code i}. */
    public double sumWY(int i) {
        return sums.get(WY, i + 1);
    }

    /** Return \(\sum wy^2\) of bin {@code i}. */
    public double sumWY2(int i) {
        return sums.get(WY2, i + 1);
    }

    /** Return \(\sum wxy\) of bin {@code i}. */
    public double sumWXY(int i) {
        return sums.get(WXY, i + 1);
    }

    /** Return the mean of y in bin {@code i}, 0 for an empty bin. */
    public double height(int i) {
        return BinSums.mean(sumW(i), sumWY(i));
    }

    /** Return the spread of y in bin {@code i}, 0 for an empty bin. */
    public double spread(int i) {
        return BinSums.rms(sumW(i), sumWY(i), sumWY2(i));
    }

    /** Return the standard error of the mean of y in bin {@code i}, 0 for an empty bin or a single entry. */
    public double error(int i) {
        double effective = BinSums.effective(sumW(i), sumW2(i));
        return effective > 0 ? spread(i) / Math.sqrt(effective) : 0;
    }

    /** Return the mean of x in bin {@code i}, 0 for an empty bin. */
    public double binMean(int i) {
        return BinSums.mean(sumW(i), sumWX(i));
    }

    /** Return the number of fills in range. */
    public long entries() {
        return allEntries() - entries(-1) - entries(axis.bins());
    }

    /** Return the number of fills, under- and overflow included. */
    public long allEntries() {
        double all = 0;
        for (int cell = 0; cell < sums.cells(); cell++) {
            all += sums.entries(cell);
        }
        return Math.round(all);
    }

    /** Return the mean of x in range. */
    public double mean() {
        return BinSums.mean(inRange(BinSums.W), inRange(WX));
    }

    /** Return the spread of x in range. */
    public double rms() {
        return BinSums.rms(inRange(BinSums.W), inRange(WX), inRange(WX2));
    }

    private double inRange(int column) {
        double sum = 0;
        for (int i = 1; i <= axis.bins(); i++) {
            sum += sums.get(column, i);
        }
        return sum;
    }

    @Override
    public Profile1D withTotal(double entries, double... totals) {
        return new Profile1D(title, axis, sums.withTotal(entries, totals));
    }

    @Override
    public int cells() {
        return sums.cells();
    }

    @Override
    public int columns() {
        return COLUMNS;
    }

    @Override
    public double cellEntries(int cell) {
        return sums.entries(cell);
    }

    @Override
    public double cellSum(int column, int cell) {
        return sums.get(column, cell);
    }

    @Override
    public boolean hasStatedTotal() {
        return sums.hasStatedTotal();
    }

    @Override
    public double totalEntries() {
        return sums.total().entries(0);
    }

    @Override
    public double[] totals() {
        return sums.totals();
    }

    /**
     * Add a profile with the same edges, sum by sum.
     *
     * @throws IllegalArgumentException if the edges differ
     */
    public Profile1D plus(Profile1D other) {
        Check.argument(axis.hasEdgesOf(other.axis), "cannot add %s to %s: edges differ", other.axis, axis);
        return new Profile1D(title, axis, sums.plus(other.sums));
    }

    /** Multiply every weight by a factor; heights and the numbers of entries stay. */
    public Profile1D scaledBy(double factor) {
        return new Profile1D(title, axis, sums.scaledBy(factor));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Profile1D p && title.equals(p.title) && axis.equals(p.axis) && sums.equals(p.sums);
    }

    @Override
    public int hashCode() {
        return 31 * axis.hashCode() + sums.hashCode();
    }

    @Override
    public String toString() {
        return "Profile1D " + title + ": " + axis + ", " + allEntries() + " entries";
    }

    /** Fill a profile; one builder belongs to one thread. */
    public static final class Builder {

        private final String title;
        private final Axis axis;
        private final BinSums sums;

        private Builder(String title, Axis axis) {
            this.title = title;
            this.axis = axis;
            this.sums = BinSums.empty(COLUMNS, axis.bins() + 2);
        }

        /** Count (x, y) once. */
        public Builder fill(double x, double y) {
            return fill(x, y, 1);
        }

        /**
         * Add (x, y) with a weight.
         *
         * @throws IllegalArgumentException if an argument is not finite
         */
        public Builder fill(double x, double y, double weight) {
            Check.argument(
                    Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(weight),
                    "cannot fill x = %s, y = %s, w = %s",
                    x,
                    y,
                    weight);
            int cell = axis.index(x) + 1;
            sums.count(cell);
            sums.add(BinSums.W, cell, weight);
            sums.add(BinSums.W2, cell, weight * weight);
            sums.add(WX, cell, weight * x);
            sums.add(WX2, cell, weight * x * x);
            sums.add(WY, cell, weight * y);
            sums.add(WY2, cell, weight * y * y);
            sums.add(WXY, cell, weight * x * y);
            return this;
        }

        /** Return what was filled so far; later fills do not change it. */
        public Profile1D build() {
            return new Profile1D(title, axis, sums.copy());
        }
    }
}
