package hep.aurum.hist;

import hep.aurum.base.Check;
import java.util.List;

/**
 * Hold a weighted histogram of two variables as sums per cell, under- and overflow included.
 *
 * <p>Arrays of all cells, {@code [(nx + 2) * (ny + 2)]}, are ordered with x fastest, each axis from its underflow to
 * its overflow; bin numbers run from -1 to {@code bins()} of the axis.
 */
public final class Histogram2D implements Binned {

    private static final int WX = 2;
    private static final int WX2 = 3;
    private static final int WY = 4;
    private static final int WY2 = 5;
    private static final int WXY = 6;
    private static final int COLUMNS = 7;

    /** Largest number of cells; a guard against documents that claim absurd sizes. */
    public static final int MAX_CELLS = 4_000_000;

    private final String title;
    private final Axis xAxis;
    private final Axis yAxis;
    private final BinSums sums;

    private Histogram2D(String title, Axis xAxis, Axis yAxis, BinSums sums) {
        this.title = title;
        this.xAxis = xAxis;
        this.yAxis = yAxis;
        this.sums = sums;
    }

    /** Start to fill an empty histogram. */
    public static Builder builder(String title, Axis xAxis, Axis yAxis) {
        return new Builder(title, xAxis, yAxis);
    }

    /**
     * Create a histogram from its sums.
     *
     * @param entries {@code [cells]}
     * @param sums the columns \(\sum w, \sum w^2, \sum wx, \sum wx^2, \sum wy, \sum wy^2, \sum wxy\), each
     *     {@code [cells]}
     */
    public static Histogram2D of(String title, Axis xAxis, Axis yAxis, long[] entries, double[]... sums) {
        return of(title, xAxis, yAxis, BinSums.exact(entries), sums);
    }

    /** Create a histogram from its sums, with fills that may be shared among cells. */
    public static Histogram2D of(String title, Axis xAxis, Axis yAxis, double[] entries, double[]... sums) {
        Check.length("columns of sums", sums.length, COLUMNS);
        return new Histogram2D(title, xAxis, yAxis, BinSums.of(cells(xAxis, yAxis), entries, sums));
    }

    static int cells(Axis x, Axis y) {
        long cells = (x.bins() + 2L) * (y.bins() + 2L);
        Check.argument(cells <= MAX_CELLS, "a histogram has %d cells, expected at most %d", cells, MAX_CELLS);
        return (int) cells;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Axis> axes() {
        return List.of(xAxis, yAxis);
    }

    /** Return the first axis. */
    public Axis xAxis() {
        return xAxis;
    }

    /** Return the second axis. */
    public Axis yAxis() {
        return yAxis;
    }

    private int cell(int i, int j) {
        return (j + 1) * (xAxis.bins() + 2) + i + 1;
    }

    /** Return the number of fills of a cell, rounded where fills were shared among bins. */
    public long entries(int i, int j) {
        return Math.round(numEntries(i, j));
    }

    /** Return the number of fills of a cell, with the fractions of fills that were shared. */
    public double numEntries(int i, int j) {
        return sums.entries(cell(i, j));
    }

    /** Return \(\sum w\) of a cell. */
    public double height(int i, int j) {
        return sums.get(BinSums.W, cell(i, j));
    }

    /** Return \(\sqrt{\sum w^2}\) of a cell. */
    public double error(int i, int j) {
        return Math.sqrt(sumW2(i, j));
    }

    /** Return \(\sum w^2\) of a cell. */
    public double sumW2(int i, int j) {
        return sums.get(BinSums.W2, cell(i, j));
    }

    /** Return \(\sum wx\) of a cell. */
    public double sumWX(int i, int j) {
        return sums.get(WX, cell(i, j));
    }

    /** Return \(\sum wx^2\) of a cell. */
    public double sumWX2(int i, int j) {
        return sums.get(WX2, cell(i, j));
    }

    /** Return \(\sum wy\) of a cell. */
    public double sumWY(int i, int j) {
        return sums.get(WY, cell(i, j));
    }

    /** Return \(\sum wy^2\) of a cell. */
    public double sumWY2(int i, int j) {
        return sums.get(WY2, cell(i, j));
    }

    /** Return \(\sum wxy\) of a cell. */
    public double sumWXY(int i, int j) {
        return sums.get(WXY, cell(i, j));
    }

    /** Return the number of fills with both variables in range. */
    public long entries() {
        double entries = 0;
        for (int j = 0; j < yAxis.bins(); j++) {
            for (int i = 0; i < xAxis.bins(); i++) {
                entries += numEntries(i, j);
            }
        }
        return Math.round(entries);
    }

    /** Return the number of fills, under- and overflow included. */
    public long allEntries() {
        double all = 0;
        for (int cell = 0; cell < sums.cells(); cell++) {
            all += sums.entries(cell);
        }
        return Math.round(all);
    }

    /** Return \(\sum w\) with both variables in range. */
    public double sumOfHeights() {
        return inRange(BinSums.W);
    }

    /** Return the mean of x in range. */
    public double meanX() {
        return BinSums.mean(inRange(BinSums.W), inRange(WX));
    }

    /** Return the mean of y in range. */
    public double meanY() {
        return BinSums.mean(inRange(BinSums.W), inRange(WY));
    }

    /** Return the spread of x in range. */
    public double rmsX() {
        return BinSums.rms(inRange(BinSums.W), inRange(WX), inRange(WX2));
    }

    /** Return the spread of y in range. */
    public double rmsY() {
        return BinSums.rms(inRange(BinSums.W), inRange(WY), inRange(WY2));
    }

    /** Return \((\sum w)^2/\sum w^2\) in range, the number of unweighted events of equal precision. */
    public double effectiveEntries() {
        return BinSums.effective(inRange(BinSums.W), inRange(BinSums.W2));
    }

    private double inRange(int column) {
        double sum = 0;
        for (int j = 0; j < yAxis.bins(); j++) {
            for (int i = 0; i < xAxis.bins(); i++) {
                sum += sums.get(column, cell(i, j));
            }
        }
        return sum;
    }

    @Override
    public Histogram2D withTotal(double entries, double... totals) {
        return new Histogram2D(title, xAxis, yAxis, sums.withTotal(entries, totals));
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
    public Histogram2D plus(Histogram2D other) {
        Check.argument(
                xAxis.hasEdgesOf(other.xAxis) && yAxis.hasEdgesOf(other.yAxis),
                "cannot add %s to %s: edges differ",
                other.title,
                title);
        return new Histogram2D(title, xAxis, yAxis, sums.plus(other.sums));
    }

    /** Multiply every weight by a factor; the numbers of entries stay. */
    public Histogram2D scaledBy(double factor) {
        return new Histogram2D(title, xAxis, yAxis, sums.scaledBy(factor));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram2D h
                && title.equals(h.title)
                && xAxis.equals(h.xAxis)
                && yAxis.equals(h.yAxis)
                && sums.equals(h.sums);
    }

    @Override
    public int hashCode() {
        return 31 * xAxis.hashCode() + sums.hashCode();
    }

    @Override
    public String toString() {
        return "Histogram2D " + title + ": " + xAxis + " by " + yAxis + ", " + allEntries() + " entries";
    }

    /** Fill a histogram; one builder belongs to one thread. */
    public static final class Builder {

        private final String title;
        private final Axis xAxis;
        private final Axis yAxis;
        private final BinSums sums;

        private Builder(String title, Axis xAxis, Axis yAxis) {
            this.title = title;
            this.xAxis = xAxis;
            this.yAxis = yAxis;
            this.sums = BinSums.empty(COLUMNS, cells(xAxis, yAxis));
        }

        /** Count (x, y) once. */
        public Builder fill(double x, double y) {
            return fill(x, y, 1);
        }

        /**
         * Add (x, y) with a weight of any sign.
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
            int cell = (yAxis.index(y) + 1) * (xAxis.bins() + 2) + xAxis.index(x) + 1;
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
        public Histogram2D build() {
            return new Histogram2D(title, xAxis, yAxis, sums.copy());
        }
    }
}
