package hep.aurum.hist;

import hep.aurum.base.Check;
import java.util.Arrays;
import java.util.List;

/**
 * Hold the mean of one variable as a function of two others, as sums per cell, under- and overflow included.
 *
 * <p>Height \(\bar z = \sum wz / \sum w\), spread \(s = (\sum wz^2/\sum w - \bar z^2)^{1/2}\), error of the height
 * \(s / \sqrt{n_\mathrm{eff}}\) with \(n_\mathrm{eff} = (\sum w)^2 / \sum w^2\). Arrays of all cells, {@code
 * [(nx + 2) * (ny + 2)]}, are ordered with x fastest, each axis from its underflow to its overflow; bin numbers run from
 * -1 to {@code bins()} of the axis.
 */
public final class Profile2D implements Binned {

    private static final int WX = 2;
    private static final int WX2 = 3;
    private static final int WY = 4;
    private static final int WY2 = 5;
    private static final int WZ = 6;
    private static final int WZ2 = 7;
    private static final int WXY = 8;
    private static final int WXZ = 9;
    private static final int WYZ = 10;
    private static final int COLUMNS = 11;

    private final String title;
    private final Axis xAxis;
    private final Axis yAxis;
    private final BinSums sums;

    private Profile2D(String title, Axis xAxis, Axis yAxis, BinSums sums) {
        this.title = title;
        this.xAxis = xAxis;
        this.yAxis = yAxis;
        this.sums = sums;
    }

    /** Start to fill an empty profile. */
    public static Builder builder(String title, Axis xAxis, Axis yAxis) {
        return new Builder(title, xAxis, yAxis);
    }

    /**
     * Create a profile from its sums, with fills that may be shared among cells.
     *
     * @param entries {@code [cells]}
     * @param sums the columns \(\sum w, \sum w^2, \sum wx, \sum wx^2, \sum wy, \sum wy^2, \sum wz, \sum wz^2, \sum
     *     wxy\), each {@code [cells]}, and where they are known \(\sum wxz, \sum wyz\); otherwise z is taken to be
     *     uncorrelated with x and y inside a cell
     */
    public static Profile2D of(String title, Axis xAxis, Axis yAxis, double[] entries, double[]... sums) {
        double[][] columns = sums.length == WXZ ? withMixed(sums) : sums;
        Check.length("columns of sums", columns.length, COLUMNS);
        return new Profile2D(title, xAxis, yAxis, BinSums.of(Histogram2D.cells(xAxis, yAxis), entries, columns));
    }

    private static double[][] withMixed(double[][] sums) {
        double[][] columns = Arrays.copyOf(sums, COLUMNS);
        columns[WXZ] = uncorrelated(sums, WX);
        columns[WYZ] = uncorrelated(sums, WY);
        return columns;
    }

    private static double[] uncorrelated(double[][] sums, int moment) {
        double[] mixed = new double[sums[moment].length];
        for (int i = 0; i < mixed.length && i < sums[WZ].length && i < sums[BinSums.W].length; i++) {
            mixed[i] = BinSums.mean(sums[BinSums.W][i], sums[moment][i]) * sums[WZ][i];
        }
        return mixed;
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
    public double sumW(int i, int j) {
        return sums.get(BinSums.W, cell(i, j));
    }

    /** Return \(\sum w^2\) of a cell. */
    public double sumW2(int i, int j) {
        return sums.get(BinSums.W2, cell(i, j));
    }

    /** Return the mean of z in a cell, 0 for an empty one. */
    public double height(int i, int j) {
        return mean(WZ, i, j);
    }

    /** Return the spread of z in a cell, 0 for an empty one. */
    public double spread(int i, int j) {
        int cell = cell(i, j);
        return BinSums.rms(sumW(i, j), sums.get(WZ, cell), sums.get(WZ2, cell));
    }

    /** Return the standard error of the mean of z in a cell, 0 for an empty one or a single entry. */
    public double error(int i, int j) {
        double effective = BinSums.effective(sumW(i, j), sumW2(i, j));
        return effective > 0 ? spread(i, j) / Math.sqrt(effective) : 0;
    }

    /** Return the mean of x in a cell, 0 for an empty one. */
    public double binMeanX(int i, int j) {
        return mean(WX, i, j);
    }

    /** Return the mean of y in a cell, 0 for an empty one. */
    public double binMeanY(int i, int j) {
        return mean(WY, i, j);
    }

    private double mean(int moment, int i, int j) {
        return BinSums.mean(sumW(i, j), sums.get(moment, cell(i, j)));
    }

    /** Return the number of fills with x and y in range. */
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

    /** Return \(\sum w\) with x and y in range. */
    public double sumOfWeights() {
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
    public Profile2D withTotal(double entries, double... totals) {
        return new Profile2D(title, xAxis, yAxis, sums.withTotal(entries, totals));
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
    public Profile2D plus(Profile2D other) {
        Check.argument(
                xAxis.hasEdgesOf(other.xAxis) && yAxis.hasEdgesOf(other.yAxis),
                "cannot add %s to %s: edges differ",
                other.title,
                title);
        return new Profile2D(title, xAxis, yAxis, sums.plus(other.sums));
    }

    /** Multiply every weight by a factor; heights and the numbers of entries stay. */
    public Profile2D scaledBy(double factor) {
        return new Profile2D(title, xAxis, yAxis, sums.scaledBy(factor));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Profile2D h
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
        return "Profile2D " + title + ": " + xAxis + " by " + yAxis + ", " + allEntries() + " entries";
    }

    /** Fill a profile; one builder belongs to one thread. */
    public static final class Builder {

        private final String title;
        private final Axis xAxis;
        private final Axis yAxis;
        private final BinSums sums;

        private Builder(String title, Axis xAxis, Axis yAxis) {
            this.title = title;
            this.xAxis = xAxis;
            this.yAxis = yAxis;
            this.sums = BinSums.empty(COLUMNS, Histogram2D.cells(xAxis, yAxis));
        }

        /** Count (x, y, z) once. */
        public Builder fill(double x, double y, double z) {
            return fill(x, y, z, 1);
        }

        /**
         * Add (x, y, z) with a weight.
         *
         * @throws IllegalArgumentException if an argument is not finite
         */
        public Builder fill(double x, double y, double z, double weight) {
            Check.argument(
                    Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z) && Double.isFinite(weight),
                    "cannot fill x = %s, y = %s, z = %s, w = %s",
                    x,
                    y,
                    z,
                    weight);
            int cell = (yAxis.index(y) + 1) * (xAxis.bins() + 2) + xAxis.index(x) + 1;
            sums.count(cell);
            sums.add(BinSums.W, cell, weight);
            sums.add(BinSums.W2, cell, weight * weight);
            sums.add(WX, cell, weight * x);
            sums.add(WX2, cell, weight * x * x);
            sums.add(WY, cell, weight * y);
            sums.add(WY2, cell, weight * y * y);
            sums.add(WZ, cell, weight * z);
            sums.add(WZ2, cell, weight * z * z);
            sums.add(WXY, cell, weight * x * y);
            sums.add(WXZ, cell, weight * x * z);
            sums.add(WYZ, cell, weight * y * z);
            return this;
        }

        /** Return what was filled so far; later fills do not change it. */
        public Profile2D build() {
            return new Profile2D(title, xAxis, yAxis, sums.copy());
        }
    }
}
