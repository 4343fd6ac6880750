package hep.aurum.script;

import hep.aurum.base.Check;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.plot.figure.DrawStyle;
import hep.aurum.plot.figure.Drawing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Count a variable in bins, weighted or not.
 *
 * <p>Bins are numbered from 0; -1 is the underflow and {@code getBins()} the overflow. Height \(\sum w\), error
 * \(\sqrt{\sum w^2}\); mean and rms are those of the fills in range, not of the bins. Objects are filled by one thread.
 */
public final class H1D extends Drawn<H1D> {

    private Histogram1D content;
    private Histogram1D.@Nullable Builder fills;

    /** Create an empty histogram with bins of equal width. */
    public H1D(String title, int bins, double min, double max) {
        this(title, empty(title, Axis.uniform("", "", bins, min, max)));
    }

    /** Create an empty histogram with bins between edges. */
    public H1D(String title, double[] edges) {
        this(title, empty(title, Axis.of("", "", edges)));
    }

    /** Create an empty histogram with bins between edges. */
    public H1D(String title, List<? extends Number> edges) {
        this(title, Numbers.array(edges));
    }

    private H1D(String title, Histogram1D content) {
        super(title, DrawStyle.steps());
        this.content = content;
    }

    private static Histogram1D empty(String title, Axis axis) {
        return Histogram1D.builder(title, axis).build();
    }

    /** Take over a histogram. */
    public static H1D of(Histogram1D histogram) {
        return new H1D(histogram.title(), histogram);
    }

    /**
     * Read a histogram from a file of any format.
     *
     * @param name its path, the last part of its path, or its title
     * @throws hep.aurum.base.NotFound if the file has no such histogram
     */
    public static H1D read(String path, String name) {
        return of(HistFiles.read(path, name, Histogram1D.class));
    }

    /** Write the histogram to a file of its own, in the format that the ending says: .yoda, .aida, .json, .csv. */
    public H1D toFile(String path) {
        HistFiles.write(path, get());
        return this;
    }

    /** Return what was filled so far; later fills do not change it. */
    public Histogram1D get() {
        if (fills != null) {
            content = content.plus(fills.build());
            fills = null;
        }
        return content.withTitle(getTitle());
    }

    /** Count x once. */
    public H1D fill(double x) {
        return fill(x, 1);
    }

    /** Count x with a weight of any sign. */
    public H1D fill(double x, double weight) {
        Histogram1D.Builder open = fills;
        if (open == null) {
            open = Histogram1D.builder(content.title(), content.axis());
            fills = open;
        }
        open.fill(x, weight);
        return this;
    }

    /** Count every value once. */
    public H1D fill(double[] values) {
        for (double x : values) {
            fill(x, 1);
        }
        return this;
    }

    /** Count every value with its weight. */
    public H1D fill(double[] values, double[] weights) {
        Numbers.sameLength("values", values.length, "weights", weights.length);
        for (int i = 0; i < values.length; i++) {
            fill(values[i], weights[i]);
        }
        return this;
    }

    /** Count every value once. */
    public H1D fill(List<? extends Number> values) {
        return fill(Numbers.array(values));
    }

    /** Count every value with its weight. */
    public H1D fill(List<? extends Number> values, List<? extends Number> weights) {
        return fill(Numbers.array(values), Numbers.array(weights));
    }

    /** Count every value of an array once. */
    public H1D fill(P0D values) {
        return fill(values.getArray());
    }

    /** Forget all fills. */
    public H1D clear() {
        content = empty(getTitle(), content.axis());
        fills = null;
        return this;
    }

    /** Return the number of bins. */
    public int getBins() {
        return content.axis().bins();
    }

    /** Return the lower edge of the first bin. */
    public double getMin() {
        return content.axis().min();
    }

    /** Return the upper edge of the last bin. */
    public double getMax() {
        return content.axis().max();
    }

    /** Return the mean of the fills in range. */
    public double mean() {
        return get().mean();
    }

    /** Return the spread of the fills in range around their mean. */
    public double rms() {
        return get().rms();
    }

    /** Return the number of fills in range. */
    public long entries() {
        return get().entries();
    }

    /** Return the number of fills, under- and overflow included. */
    public long allEntries() {
        return get().allEntries();
    }

    /** Return the number of fills below and above the range. */
    public long extraEntries() {
        return allEntries() - entries();
    }

    /** Return \((\sum w)^2/\sum w^2\) in range. */
    public double effectiveEntries() {
        return get().effectiveEntries();
    }

    /** Return the sum of the heights in range. */
    public double sumBinHeights() {
        return get().sumOfHeights();
    }

    /** Return the sum of the heights, under- and overflow included. */
    public double sumAllBinHeights() {
        return get().sumOfAllHeights();
    }

    /** Return the largest height in range. */
    public double maxBinHeight() {
        double max = Double.NEGATIVE_INFINITY;
        for (double height : heights()) {
            max = Math.max(max, height);
        }
        return max;
    }

    /** Return the smallest height in range. */
    public double minBinHeight() {
        double min = Double.POSITIVE_INFINITY;
        for (double height : heights()) {
            min = Math.min(min, height);
        }
        return min;
    }

    /** Return the height of the underflow bin. */
    public double underflow() {
        return get().height(-1);
    }

    /** Return the height of the overflow bin. */
    public double overflow() {
        return get().height(getBins());
    }

    /** Return the height of a bin, -1 to {@code getBins()}. */
    public double binHeight(int i) {
        return get().height(bin(i));
    }

    /** Return the error of a bin. */
    public double binError(int i) {
        return get().error(bin(i));
    }

    /** Return the number of fills of a bin. */
    public long binEntries(int i) {
        return get().entries(bin(i));
    }

    /** Return the mean of the fills of a bin. */
    public double binMean(int i) {
        return get().binMean(bin(i));
    }

    /** Return the spread of the fills of a bin. */
    public double binRms(int i) {
        return get().binRms(bin(i));
    }

    /** Return the centre of a bin. */
    public double binCenter(int i) {
        return content.axis().center(inRange(i));
    }

    /** Return the lower edge of a bin. */
    public double binLowerEdge(int i) {
        return content.axis().edge(inRange(i));
    }

    /** Return the upper edge of a bin. */
    public double binUpperEdge(int i) {
        return content.axis().edge(inRange(i) + 1);
    }

    /** Return the bin of a value: -1 for underflow, {@code getBins()} for overflow. */
    public int findBin(double x) {
        return content.axis().index(x);
    }

    private int bin(int i) {
        Check.argument(i >= -1 && i <= getBins(), "bin %d of a histogram with %d bins", i, getBins());
        return i;
    }

    private int inRange(int i) {
        Check.argument(i >= 0 && i < getBins(), "bin %d of a histogram with %d bins", i, getBins());
        return i;
    }

    /** Return the centres of the bins in range. */
    public double[] binCenters() {
        double[] centers = new double[getBins()];
        for (int i = 0; i < centers.length; i++) {
            centers[i] = content.axis().center(i);
        }
        return centers;
    }

    /** Return the edges of the bins in range, one more than bins. */
    public double[] binEdges() {
        return content.axis().edges();
    }

    /** Return the heights of the bins in range. */
    public double[] heights() {
        return get().heights();
    }

    /** Return the heights of the bins in range. */
    public double[] binHeights() {
        return heights();
    }

    /** Return the errors of the bins in range. */
    public double[] binErrors() {
        return get().errors();
    }

    /** Return the sum of heights from bin {@code first} to bin {@code last}, both included. */
    public double integral(int first, int last) {
        Histogram1D h = get();
        double sum = 0;
        for (int i = bin(first); i <= bin(last); i++) {
            sum += h.height(i);
        }
        return sum;
    }

    /** Return the sum of heights in range. */
    public double integral() {
        return sumBinHeights();
    }

    /** Multiply all weights by a factor; errors follow, entries stay. */
    public H1D scale(double factor) {
        content = get().scaledBy(factor);
        return this;
    }

    /** Return a copy with the same looks. */
    public H1D copy() {
        return copy(getTitle());
    }

    /** Return a copy under another title. */
    public H1D copy(String title) {
        return new H1D(title, get()).restyle(style());
    }

    /**
     * Combine with another histogram of the same edges, taken to be statistically independent.
     *
     * <p>Sums and differences are exact in every sum, flow bins included: the variances \(\sum w^2\) add, and so do entries.
     * Products and quotients are those of heights, in range, with \(\sigma^2 = b^2\sigma_a^2 + a^2\sigma_b^2\) and
     * \(\sigma^2 = (\sigma_a^2 + (a/b)^2\sigma_b^2)/b^2\); a quotient by zero is 0 with the error 0.
     *
     * @param operation {@code "+"}, {@code "-"}, {@code "*"} or {@code "/"}
     */
    public H1D oper(H1D other, String title, String operation) {
        Histogram1D a = get();
        Histogram1D b = other.get();
        return new H1D(
                        title,
                        switch (operation) {
                            case "+" -> a.plus(b);
                            case "-" -> a.plus(b.scaledBy(-1));
                            default -> Operation.of(operation).heights(a, b);
                        })
                .restyle(style());
    }

    /**
     * Return the probability that two histograms of the same edges, whatever their areas, are of one shape.
     *
     * <p>\[ \chi^2 = \sum_i (W_a b_i - W_b a_i)^2 / (W_a^2\sigma_{b,i}^2 + W_b^2\sigma_{a,i}^2) \]
     *
     * <p>with as many degrees of freedom as bins that are not empty in both, less one. It holds where bins have more than
     * about ten effective entries.
     */
    public double compareChi2(H1D other) {
        return Comparison.chi2(get(), other.get());
    }

    /** Return the numbers of the histogram by name. */
    public Map<String, Double> getStat() {
        Map<String, Double> stat = new LinkedHashMap<>();
        stat.put("entries", (double) entries());
        stat.put("mean", mean());
        stat.put("rms", rms());
        stat.put("underflow", underflow());
        stat.put("overflow", overflow());
        stat.put("allentries", (double) allEntries());
        return stat;
    }

    @Override
    H1D self() {
        return this;
    }

    @Override
    Drawing drawing() {
        return Drawing.of(get(), style());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "H1D \"%s\": %d bins from %s to %s, %d entries, mean %.6g, rms %.6g",
                getTitle(),
                getBins(),
                getMin(),
                getMax(),
                allEntries(),
                mean(),
                rms());
    }
}
