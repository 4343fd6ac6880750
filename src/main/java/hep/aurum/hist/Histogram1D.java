package hep.aurum.hist;

import hep.aurum.base.Check;
import java.util.List;

/**
 * Hold a weighted histogram of one variable as sums per bin, under- and overflow included.
 *
 * <p>Height \(h_i = \sum w\), error \(\sqrt{\sum w^2}\). Arrays of all cells, {@code [bins + 2]}, start with the
 * underflow bin and end with the overflow bin; bin numbers run from -1 to {@code axis().bins()}.
 */
public final class Histogram1D implements Binned {

    private static final int WX = 2;
    private static final int WX2 = 3;
    private static final int COLUMNS = 4;

    private final String title;
    private final Axis axis;
    private final BinSums sums;

    private Histogram1D(String title, Axis axis, BinSums sums) {
        this.title = title;
        this.axis = axis;
        this.sums = sums;
    }

    /** Start to fill an empty histogram. */
    public static Builder builder(String title, Axis axis) {
        return new Builder(title, axis);
    }

    /**
     * Create a histogram from its sums.
     *
     * @param entries {@code [bins + 2]}, 0 or more
     * @param sumW {@code [bins + 2]}, \(\sum w\)
     * @param sumW2 {@code [bins + 2]}, \(\sum w^2 \ge 0\)
     * @param sumWX {@code [bins + 2]}, \(\sum wx\)
     * @param sumWX2 {@code [bins + 2]}, \(\sum wx^2\)
     */
    public static Histogram1D of(
            String title, Axis axis, long[] entries, double[] sumW, double[] sumW2, double[] sumWX, double[] sumWX2) {
        return of(title, axis, BinSums.exact(entries), sumW, sumW2, sumWX, sumWX2);
    }

    /**
     * Create a histogram from its sums, with fills that may be shared among bins.
     *
     * @param entries {@code [bins + 2]}, 0 or more
     * @param sums the columns \(\sum w, \sum w^2, \sum wx, \sum wx^2\), each {@code [bins + 2]}
     */
    public static Histogram1D of(String title, Axis axis, double[] entries, double[]... sums) {
        Check.length("columns of sums", sums.length, COLUMNS);
        return new Histogram1D(title, axis, BinSums.of(axis.bins() + 2, entries, sums));
    }

    /**
     * Create a histogram from heights and errors, such as a template of a prediction.
     *
     * <p>All weight of a bin is taken to lie at its centre; the number of entries is the effective one,
     * \(h^2/\sigma^2\) rounded, at least one where there is a height.
     *
     * @param heights {@code [bins]}
     * @param errors {@code [bins]}, 0 or more
     */
    public static Histogram1D ofHeights(String title, Axis axis, double[] heights, double[] errors) {
        Check.length("heights", heights.length, axis.bins());
        Check.length("errors", errors.length, axis.bins());
        BinSums sums = BinSums.empty(COLUMNS, axis.bins() + 2);
        long[] entries = new long[axis.bins() + 2];
        for (int i = 0; i < axis.bins(); i++) {
            double h = Check.finite("height", heights[i]);
            double variance = Check.finite("error", errors[i]) * errors[i];
            double x = axis.center(i);
            sums.add(BinSums.W, i + 1, h);
            sums.add(BinSums.W2, i + 1, variance);
            sums.add(WX, i + 1, h * x);
            sums.add(WX2, i + 1, h * x * x);
            entries[i + 1] = h == 0 ? 0 : Math.max(1, Math.round(BinSums.effective(h, variance)));
        }
        return of(
                title,
                axis,
                entries,
                sums.column(BinSums.W),
                sums.column(BinSums.W2),
                sums.column(WX),
                sums.column(WX2));
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Axis> axes() {
        return List.of(axis);
    }

    /** Return the axis. */
    public Axis axis() {
        return axis;
    }

    /** Return the number of fills of bin {@code i}, -1 to {@code bins}, rounded where fills were shared among bins. */
    public long entries(int i) {
        return Math.round(numEntries(i));
    }

    /** Return the number of fills of bin {@code i}, -1 to {@code bins}, with the fractions of fills that were shared. */
    public double numEntries(int i) {
        return sums.entries(i + 1);
    }

    /** Return \(\sum w\) of bin {@code i}, -1 to {@code bins}. */
    public double height(int i) {
        return sums.get(BinSums.W, i + 1);
    }

    /** Return \(\sqrt{\sum w^2}\) of bin {@code i}, -1 to {@code bins}. */
    public double error(int i) {
        return Math.sqrt(sumW2(i));
    }

    /** Return \(\sum w^2\) of bin {@code i}, -1 to {@code bins}. */
    public double sumW2(int i) {
        return sums.get(BinSums.W2, i + 1);
    }

    /** Return \(\sum wx\) of bin {@code i}, -1 to {@code bins}. */
    public double sumWX(int i) {
        return sums.get(WX, i + 1);
    }

    /** Return \(\sum wx^2\) of bin {@code i}, -1 to {@code bins}. */
    public double sumWX2(int i) {
        return sums.get(WX2, i + 1);
    }

    /** Return the mean of x inside bin {@code i}, 0 for an empty bin. */
    public double binMean(int i) {
        return BinSums.mean(height(i), sumWX(i));
    }

    /** Return the spread of x inside bin {@code i}, 0 for an empty bin. */
    public double binRms(int i) {
        return BinSums.rms(height(i), sumWX(i), sumWX2(i));
    }

    /** Return the heights of the bins in range, {@code [bins]}. */
    public double[] heights() {
        double[] heights = new double[axis.bins()];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = height(i);
        }
        return heights;
    }

    /** Return the errors of the bins in range, {@code [bins]}. */
    public double[] errors() {
        double[] errors = new double[axis.bins()];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = error(i);
        }
        return errors;
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

    /** Return \(\sum w\) in range. */
    public double sumOfHeights() {
        return inRange(BinSums.W);
    }

    /** Return \(\sum w\), under- and overflow included. */
    public double sumOfAllHeights() {
        return height(-1) + sumOfHeights() + height(axis.bins());
    }

    /** Return the mean of x in range from the unbinned sums, 0 for an empty histogram. */
    public double mean() {
        return BinSums.mean(inRange(BinSums.W), inRange(WX));
    }

    /** Return the spread of x in range from the unbinned sums, 0 for an empty histogram. */
    public double rms() {
        return BinSums.rms(inRange(BinSums.W), inRange(WX), inRange(WX2));
    }

    /** Return \((\sum w)^2/\sum w^2\) in range, the number of unweighted events of equal precision. */
    public double effectiveEntries() {
        return BinSums.effective(inRange(BinSums.W), inRange(BinSums.W2));
    }

    private double inRange(int column) {
        double sum = 0;
        for (int i = 1; i <= axis.bins(); i++) {
            sum += sums.get(column, i);
        }
        return sum;
    }

    @Override
    public Histogram1D withTotal(double entries, double... totals) {
        return new Histogram1D(title, axis, sums.withTotal(entries, totals));
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
     * Add a histogram with the same edges, sum by sum.
     *
     * @throws IllegalArgumentException if the edges differ
     */
    public Histogram1D plus(Histogram1D other) {
        Check.argument(axis.hasEdgesOf(other.axis), "cannot add %s to %s: edges differ", other.axis, axis);
        return new Histogram1D(title, axis, sums.plus(other.sums));
    }

    /** Multiply every weight by a factor; the numbers of entries stay. */
    public Histogram1D scaledBy(double factor) {
        return new Histogram1D(title, axis, sums.scaledBy(factor));
    }

    /** Return the same contents under another title. */
    public Histogram1D withTitle(String newTitle) {
        return new Histogram1D(newTitle, axis, sums);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram1D h && title.equals(h.title) && axis.equals(h.axis) && sums.equals(h.sums);
    }

    @Override
    public int hashCode() {
        return 31 * axis.hashCode() + sums.hashCode();
    }

    @Override
    public String toString() {
        return "Histogram1D " + title + ": " + axis + ", " + allEntries() + " entries";
    }

    /** Fill a histogram; one builder belongs to one thread. */
    public static final class Builder {

        private final String title;
        private final Axis axis;
        private final BinSums sums;

        private Builder(String title, Axis axis) {
            this.title = title;
            this.axis = axis;
            this.sums = BinSums.empty(COLUMNS, axis.bins() + 2);
        }

        /** Count x once. */
        public Builder fill(double x) {
            return fill(x, 1);
        }

        /**
         * Add x with a weight of any sign.
         *
         * @throws IllegalArgumentException if x is not finite or the weight is not
         */
        public Builder fill(double x, double weight) {
            Check.argument(Double.isFinite(x) && Double.isFinite(weight), "cannot fill x = %s, w = %s", x, weight);
            int cell = axis.index(x) + 1;
            sums.count(cell);
            sums.add(BinSums.W, cell, weight);
            sums.add(BinSums.W2, cell, weight * weight);
            sums.add(WX, cell, weight * x);
            sums.add(WX2, cell, weight * x * x);
            return this;
        }

        /** Return what was filled so far; later fills do not change it. */
        public Histogram1D build() {
            return new Histogram1D(title, axis, sums.copy());
        }
    }
}
