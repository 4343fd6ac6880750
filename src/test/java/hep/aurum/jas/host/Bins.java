package hep.aurum.jas.host;

import hep.aida.IAnnotation;
import hep.aida.IAxis;
import java.util.Arrays;

/** Answers for {@code IAxis}; a bin is counted from 0, those out of range are −2 below and −1 above. */
public final class Bins {

    private final double[] edges;
    private final IAxis axis;

    Bins(double[] edges) {
        for (int i = 1; i < edges.length; i++) {
            if (!(edges[i] > edges[i - 1])) {
                throw new IllegalArgumentException("edges must rise");
            }
        }
        this.edges = edges.clone();
        axis = StandIn.of(IAxis.class, this);
    }

    static double[] edges(int bins, double lower, double upper) {
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = lower + (upper - lower) * i / bins;
        }
        return edges;
    }

    IAxis axis() {
        return axis;
    }

    /** Variable edges are what a factory is given; equal ones it makes itself. */
    public boolean isFixedBinning() {
        return Arrays.equals(edges, edges(bins(), lowerEdge(), upperEdge()));
    }

    public int bins() {
        return edges.length - 1;
    }

    public double lowerEdge() {
        return edges[0];
    }

    public double upperEdge() {
        return edges[bins()];
    }

    public double binLowerEdge(int index) {
        return index == IAxis.UNDERFLOW_BIN ? Double.NEGATIVE_INFINITY : edges[index == -1 ? bins() : index];
    }

    public double binUpperEdge(int index) {
        return index == IAxis.OVERFLOW_BIN ? Double.POSITIVE_INFINITY : edges[index == -2 ? 0 : index + 1];
    }

    public double binWidth(int index) {
        return binUpperEdge(index) - binLowerEdge(index);
    }

    public int coordToIndex(double value) {
        if (value < edges[0]) {
            return IAxis.UNDERFLOW_BIN;
        }
        if (!(value < upperEdge())) {
            return IAxis.OVERFLOW_BIN;
        }
        int place = Arrays.binarySearch(edges, value);
        return place >= 0 ? place : -place - 2;
    }

    /** Where a bin is kept: those out of range come first. */
    private static int slot(int index) {
        return index + 2;
    }

    /** What every object has that is filled. */
    private abstract static class Filled {

        private final String name;
        private String title;
        final int size;
        final int[] entries;
        final double[] sumW;
        final double[] sumW2;

        Filled(String name, String title, int size) {
            this.name = name;
            this.title = title;
            this.size = size;
            entries = new int[size];
            sumW = new double[size];
            sumW2 = new double[size];
        }

        final void count(int slot, double weight) {
            entries[slot]++;
            sumW[slot] += weight;
            sumW2[slot] += weight * weight;
        }

        public final String name() {
            return name;
        }

        public final String title() {
            return title;
        }

        public final void setTitle(String title) {
            this.title = title;
        }

        public final int allEntries() {
            return Arrays.stream(entries).sum();
        }

        public final double sumAllBinHeights() {
            return Arrays.stream(sumW).sum();
        }

        public void reset() {
            Arrays.fill(entries, 0);
            Arrays.fill(sumW, 0);
            Arrays.fill(sumW2, 0);
        }
    }

    /** Answers for {@code IAnnotation} of an object without notes. */
    public static final class NoNotes {

        public boolean hasKey(String key) {
            return false;
        }
    }

    /** Answers for {@code IHistogram1D}. */
    public static final class One extends Filled {

        private final Bins bins;
        private final double[] means;
        private double sumWX;
        private double sumWX2;

        One(String name, String title, Bins bins) {
            super(name, title, bins.bins() + 2);
            this.bins = bins;
            means = new double[size];
        }

        /** Return a copy under another name. */
        One copy(String name) {
            One copy = new One(name, title(), bins);
            System.arraycopy(entries, 0, copy.entries, 0, size);
            System.arraycopy(sumW, 0, copy.sumW, 0, size);
            System.arraycopy(sumW2, 0, copy.sumW2, 0, size);
            System.arraycopy(means, 0, copy.means, 0, size);
            copy.sumWX = sumWX;
            copy.sumWX2 = sumWX2;
            return copy;
        }

        /** Set a bin as a file states it. */
        void set(int index, int count, double height, double error, double mean) {
            entries[slot(index)] = count;
            sumW[slot(index)] = height;
            sumW2[slot(index)] = error * error;
            means[slot(index)] = mean;
        }

        public double binMean(int index) {
            return means[slot(index)];
        }

        public IAnnotation annotation() {
            return StandIn.of(IAnnotation.class, new NoNotes());
        }

        public void fill(double x) {
            fill(x, 1);
        }

        public void fill(double x, double weight) {
            int bin = bins.coordToIndex(x);
            int slot = slot(bin);
            count(slot, weight);
            means[slot] += (x - means[slot]) * weight / sumW[slot];
            if (bin >= 0) {
                sumWX += weight * x;
                sumWX2 += weight * x * x;
            }
        }

        public int dimension() {
            return 1;
        }

        public IAxis axis() {
            return bins.axis();
        }

        public int coordToIndex(double value) {
            return bins.coordToIndex(value);
        }

        public int entries() {
            return allEntries() - extraEntries();
        }

        public int extraEntries() {
            return entries[0] + entries[1];
        }

        public double sumBinHeights() {
            return sumAllBinHeights() - sumW[0] - sumW[1];
        }

        public int binEntries(int index) {
            return entries[slot(index)];
        }

        public double binHeight(int index) {
            return sumW[slot(index)];
        }

        public double binError(int index) {
            return Math.sqrt(sumW2[slot(index)]);
        }

        public double mean() {
            return sumWX / sumBinHeights();
        }

        public double rms() {
            return Math.sqrt(sumWX2 / sumBinHeights() - mean() * mean());
        }

        public void scale(double factor) {
            for (int i = 0; i < size; i++) {
                sumW[i] *= factor;
                sumW2[i] *= factor * factor;
            }
            sumWX *= factor;
            sumWX2 *= factor;
        }

        @Override
        public void reset() {
            super.reset();
            sumWX = 0;
            sumWX2 = 0;
        }
    }

    /** Answers for {@code IHistogram2D}. */
    public static final class Two extends Filled {

        private final Bins x;
        private final Bins y;

        Two(String name, String title, Bins x, Bins y) {
            super(name, title, (x.bins() + 2) * (y.bins() + 2));
            this.x = x;
            this.y = y;
        }

        private int at(int indexX, int indexY) {
            return slot(indexX) * (y.bins() + 2) + slot(indexY);
        }

        public void fill(double valueX, double valueY) {
            fill(valueX, valueY, 1);
        }

        public void fill(double valueX, double valueY, double weight) {
            count(at(x.coordToIndex(valueX), y.coordToIndex(valueY)), weight);
        }

        public int dimension() {
            return 2;
        }

        public IAxis xAxis() {
            return x.axis();
        }

        public IAxis yAxis() {
            return y.axis();
        }

        public int binEntries(int indexX, int indexY) {
            return entries[at(indexX, indexY)];
        }

        public double binHeight(int indexX, int indexY) {
            return sumW[at(indexX, indexY)];
        }

        public double binError(int indexX, int indexY) {
            return Math.sqrt(sumW2[at(indexX, indexY)]);
        }
    }

    /** Answers for {@code IProfile1D}. */
    public static final class Profile extends Filled {

        private final Bins bins;
        private final double[] sumWY;
        private final double[] sumWY2;

        Profile(String name, String title, Bins bins) {
            super(name, title, bins.bins() + 2);
            this.bins = bins;
            sumWY = new double[size];
            sumWY2 = new double[size];
        }

        public void fill(double x, double y) {
            fill(x, y, 1);
        }

        public void fill(double x, double y, double weight) {
            int slot = slot(bins.coordToIndex(x));
            count(slot, weight);
            sumWY[slot] += weight * y;
            sumWY2[slot] += weight * y * y;
        }

        public int dimension() {
            return 1;
        }

        public IAxis axis() {
            return bins.axis();
        }

        public int binEntries(int index) {
            return entries[slot(index)];
        }

        public double binHeight(int index) {
            return sumWY[slot(index)] / sumW[slot(index)];
        }

        public double binRms(int index) {
            double mean = binHeight(index);
            return Math.sqrt(sumWY2[slot(index)] / sumW[slot(index)] - mean * mean);
        }
    }
}
