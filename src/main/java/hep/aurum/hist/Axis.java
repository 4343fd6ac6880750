package hep.aurum.hist;

import hep.aurum.base.Check;
import java.util.Arrays;

/**
 * Divide an interval into bins of equal or of given widths.
 *
 * <p>Bin {@code i} holds \(e_i \le x < e_{i+1}\). Everything below \(e_0\) is bin -1, everything from the last edge
 * upwards is bin {@code bins()}.
 */
public final class Axis {

    /** Largest number of bins of one axis; a guard against documents that claim absurd sizes. */
    public static final int MAX_BINS = 1_000_000;

    private final String name;
    private final String unit;
    private final double[] edges;
    private final boolean uniform;

    private Axis(String name, String unit, double[] edges, boolean uniform) {
        this.name = name;
        this.unit = unit;
        this.edges = edges;
        this.uniform = uniform;
    }

    /**
     * Create an axis with bins of equal width.
     *
     * @param name what is binned, as a figure would print it; may be empty
     * @param unit its unit, for example {@code GeV}; empty for a pure number
     * @param bins number of bins, 1 to {@link #MAX_BINS}
     * @param min lower edge of the first bin, finite
     * @param max upper edge of the last bin, above {@code min}
     */
    public static Axis uniform(String name, String unit, int bins, double min, double max) {
        Check.argument(bins >= 1 && bins <= MAX_BINS, "an axis has %d bins, expected 1 to %d", bins, MAX_BINS);
        Check.finite("lower end of the axis", min);
        Check.finite("upper end of the axis", max);
        double[] edges = new double[bins + 1];
        for (int i = 0; i < bins; i++) {
            edges[i] = min + i * (max - min) / bins;
        }
        edges[bins] = max;
        return new Axis(name, unit, ascending(edges), true);
    }

    /**
     * Create an axis with bins between given edges.
     *
     * @param edges {@code [bins + 1]}, finite, strictly ascending
     */
    public static Axis of(String name, String unit, double... edges) {
        Check.argument(
                edges.length >= 2 && edges.length <= MAX_BINS + 1,
                "an axis has %d edges, expected 2 to %d",
                edges.length,
                MAX_BINS + 1);
        return new Axis(name, unit, ascending(edges.clone()), false);
    }

    private static double[] ascending(double[] edges) {
        for (int i = 0; i < edges.length; i++) {
            Check.finite("an edge of the axis", edges[i]);
            Check.argument(
                    i == 0 || edges[i] > edges[i - 1],
                    "edge %d of the axis is %s, expected more than the edge before",
                    i,
                    edges[i]);
            edges[i] += 0.0;
        }
        return edges;
    }

    /** Return the same edges with a title and the unit in brackets behind it, as {@link #label()} gives them. */
    public Axis withLabel(String label) {
        int start = label.endsWith("]") ? label.lastIndexOf(" [") : -1;
        return start < 0
                ? new Axis(label, "", edges, uniform)
                : new Axis(label.substring(0, start), label.substring(start + 2, label.length() - 1), edges, uniform);
    }

    /** Return what is binned, as a figure would print it. */
    public String name() {
        return name;
    }

    /** Return the unit, empty for a pure number. */
    public String unit() {
        return unit;
    }

    /** Return the title with the unit in brackets, for example {@code m(yy) [GeV]}. */
    public String label() {
        return unit.isEmpty() ? name : name + " [" + unit + "]";
    }

    /** Return the number of bins, without under- and overflow. */
    public int bins() {
        return edges.length - 1;
    }

    /** Return whether the bins were declared to be of equal width. */
    public boolean isUniform() {
        return uniform;
    }

    /** Return the lower edge of the first bin. */
    public double min() {
        return edges[0];
    }

    /** Return the upper edge of the last bin. */
    public double max() {
        return edges[edges.length - 1];
    }

    /** Return edge {@code i}, 0 to {@code bins()}. */
    public double edge(int i) {
        return edges[i];
    }

    /** Return a copy of all edges, {@code [bins + 1]}. */
    public double[] edges() {
        return edges.clone();
    }

    /** Return the middle of bin {@code i}. */
    public double center(int i) {
        return 0.5 * (edges[i] + edges[i + 1]);
    }

    /** Return the width of bin {@code i}. */
    public double width(int i) {
        return edges[i + 1] - edges[i];
    }

    /**
     * Find the bin of a value.
     *
     * @param x any number but NaN; infinities fall into under- and overflow
     * @return 0 to {@code bins() - 1}, or -1 for underflow, {@code bins()} for overflow
     * @throws IllegalArgumentException if x is not a number
     */
    public int index(double x) {
        if (!(x >= edges[0])) {
            Check.argument(x < edges[0], "cannot bin %s on the axis %s", x, name);
            return -1;
        }
        int n = bins();
        if (x >= edges[n]) {
            return n;
        }
        return uniform ? nearGuess(x) : search(x);
    }

    /** Guess by division and step to the bin whose stored edges enclose x, so that edges alone decide. */
    private int nearGuess(double x) {
        int n = bins();
        int i = Math.min(n - 1, (int) ((x - edges[0]) / (edges[n] - edges[0]) * n));
        while (x < edges[i]) {
            i--;
        }
        while (x >= edges[i + 1]) {
            i++;
        }
        return i;
    }

    private int search(double x) {
        // Adding zero turns -0.0, which sorts before an edge at 0.0, into the 0.0 that equals it.
        int found = Arrays.binarySearch(edges, x + 0.0);
        return found >= 0 ? found : -found - 2;
    }

    /** Return whether two axes have the same edges, so that what was filled on one adds to the other. */
    public boolean hasEdgesOf(Axis other) {
        return Arrays.equals(edges, other.edges);
    }

    /** Two axes are equal if edges, name and unit are: how equal widths were declared decides nothing. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Axis axis && name.equals(axis.name) && unit.equals(axis.unit) && hasEdgesOf(axis);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(edges);
    }

    @Override
    public String toString() {
        return label() + " in " + bins() + " bins from " + min() + " to " + max();
    }
}
