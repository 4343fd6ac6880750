package hep.aurum.script;

import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram2D;
import hep.aurum.plot.figure.DrawStyle;
import hep.aurum.plot.figure.Drawing;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Count two variables in cells, weighted or not; cells are numbered as the bins of {@link H1D} are. */
public final class H2D extends Drawn<H2D> {

    private Histogram2D content;
    private Histogram2D.@Nullable Builder fills;

    /** Create an empty histogram with bins of equal width. */
    public H2D(String title, int nx, double minx, double maxx, int ny, double miny, double maxy) {
        this(
                title,
                Histogram2D.builder(title, Axis.uniform("", "", nx, minx, maxx), Axis.uniform("", "", ny, miny, maxy))
                        .build());
    }

    private H2D(String title, Histogram2D content) {
        super(title, DrawStyle.steps());
        this.content = content;
    }

    /** Take over a histogram. */
    public static H2D of(Histogram2D histogram) {
        return new H2D(histogram.title(), histogram);
    }

    /** Read a histogram from a file of any format by its path, the last part of its path, or its title. */
    public static H2D read(String path, String name) {
        return of(HistFiles.read(path, name, Histogram2D.class));
    }

    /** Write the histogram to a file of its own, in the format that the ending says. */
    public H2D toFile(String path) {
        HistFiles.write(path, get());
        return this;
    }

    /** Return what was filled so far; later fills do not change it. */
    public Histogram2D get() {
        if (fills != null) {
            content = content.plus(fills.build());
            fills = null;
        }
        if (!content.title().equals(getTitle())) {
            content = Histogram2D.builder(getTitle(), content.xAxis(), content.yAxis())
                    .build()
                    .plus(content);
        }
        return content;
    }

    /** Count (x, y) once. */
    public H2D fill(double x, double y) {
        return fill(x, y, 1);
    }

    /** Count (x, y) with a weight of any sign. */
    public H2D fill(double x, double y, double weight) {
        Histogram2D.Builder open = fills;
        if (open == null) {
            open = Histogram2D.builder(content.title(), content.xAxis(), content.yAxis());
            fills = open;
        }
        open.fill(x, y, weight);
        return this;
    }

    /** Count every pair once. */
    public H2D fill(double[] x, double[] y) {
        Numbers.sameLength("x", x.length, "y", y.length);
        for (int i = 0; i < x.length; i++) {
            fill(x[i], y[i], 1);
        }
        return this;
    }

    /** Count every pair once. */
    public H2D fill(List<? extends Number> x, List<? extends Number> y) {
        return fill(Numbers.array(x), Numbers.array(y));
    }

    /** Return the number of bins of x. */
    public int getBinsX() {
        return content.xAxis().bins();
    }

    /** Return the number of bins of y. */
    public int getBinsY() {
        return content.yAxis().bins();
    }

    /** Return the height of a cell. */
    public double binHeight(int i, int j) {
        return get().height(i, j);
    }

    /** Return the error of a cell. */
    public double binError(int i, int j) {
        return get().error(i, j);
    }

    /** Return the number of fills of a cell. */
    public long binEntries(int i, int j) {
        return get().entries(i, j);
    }

    /** Return the number of fills in range. */
    public long entries() {
        return get().entries();
    }

    /** Return the number of fills, those out of range included. */
    public long allEntries() {
        return get().allEntries();
    }

    /** Return the mean of x of the fills in range. */
    public double getMeanX() {
        return get().meanX();
    }

    /** Return the mean of y of the fills in range. */
    public double getMeanY() {
        return get().meanY();
    }

    /** Return the spread of x of the fills in range. */
    public double getRmsX() {
        return get().rmsX();
    }

    /** Return the spread of y of the fills in range. */
    public double getRmsY() {
        return get().rmsY();
    }

    /** Return the sum of the heights in range. */
    public double sumBinHeights() {
        return get().sumOfHeights();
    }

    /** Multiply all weights by a factor. */
    public H2D scale(double factor) {
        content = get().scaledBy(factor);
        return this;
    }

    /** Return a copy under another title. */
    public H2D copy(String title) {
        return new H2D(title, get()).restyle(style());
    }

    /** Return a copy. */
    public H2D copy() {
        return copy(getTitle());
    }

    @Override
    H2D self() {
        return this;
    }

    @Override
    Drawing drawing() {
        return Drawing.of(get());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "H2D \"%s\": %d x %d bins, %d entries, mean (%.6g, %.6g)",
                getTitle(),
                getBinsX(),
                getBinsY(),
                allEntries(),
                getMeanX(),
                getMeanY());
    }
}
