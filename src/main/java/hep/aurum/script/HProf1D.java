package hep.aurum.script;

import hep.aurum.hist.Axis;
import hep.aurum.hist.Points;
import hep.aurum.hist.Profile1D;
import hep.aurum.plot.figure.DrawStyle;
import hep.aurum.plot.figure.Drawing;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Hold the mean of y in bins of x.
 *
 * <p>Height \(\bar y\), error \(s/\sqrt{n_\mathrm{eff}}\) with s the spread of y in the bin.
 */
public final class HProf1D extends Drawn<HProf1D> {

    private Profile1D content;
    private Profile1D.@Nullable Builder fills;

    /** Create an empty profile with bins of equal width. */
    public HProf1D(String title, int bins, double min, double max) {
        this(
                title,
                Profile1D.builder(title, Axis.uniform("", "", bins, min, max)).build());
    }

    private HProf1D(String title, Profile1D content) {
        super(title, DrawStyle.points());
        this.content = content;
    }

    /** Take over a profile. */
    public static HProf1D of(Profile1D profile) {
        return new HProf1D(profile.title(), profile);
    }

    /** Read a profile from a file of any format by its path, the last part of its path, or its title. */
    public static HProf1D read(String path, String name) {
        return of(HistFiles.read(path, name, Profile1D.class));
    }

    /** Write the profile to a file of its own, in the format that the ending says. */
    public HProf1D toFile(String path) {
        HistFiles.write(path, get());
        return this;
    }

    /** Return what was filled so far; later fills do not change it. */
    public Profile1D get() {
        if (fills != null) {
            content = content.plus(fills.build());
            fills = null;
        }
        if (!content.title().equals(getTitle())) {
            content = Profile1D.builder(getTitle(), content.axis()).build().plus(content);
        }
        return content;
    }

    /** Take (x, y) in once. */
    public HProf1D fill(double x, double y) {
        return fill(x, y, 1);
    }

    /** Take (x, y) in with a weight. */
    public HProf1D fill(double x, double y, double weight) {
        Profile1D.Builder open = fills;
        if (open == null) {
            open = Profile1D.builder(content.title(), content.axis());
            fills = open;
        }
        open.fill(x, y, weight);
        return this;
    }

    /** Take every pair in once. */
    public HProf1D fill(double[] x, double[] y) {
        Numbers.sameLength("x", x.length, "y", y.length);
        for (int i = 0; i < x.length; i++) {
            fill(x[i], y[i], 1);
        }
        return this;
    }

    /** Take every pair in once. */
    public HProf1D fill(List<? extends Number> x, List<? extends Number> y) {
        return fill(Numbers.array(x), Numbers.array(y));
    }

    /** Return the number of bins. */
    public int getBins() {
        return content.axis().bins();
    }

    /** Return the mean of y in a bin. */
    public double binHeight(int i) {
        return get().height(i);
    }

    /** Return the standard error of the mean of y in a bin. */
    public double binError(int i) {
        return get().error(i);
    }

    /** Return the spread of y in a bin. */
    public double binRms(int i) {
        return get().spread(i);
    }

    /** Return the number of fills of a bin. */
    public long binEntries(int i) {
        return get().entries(i);
    }

    /** Return the centre of a bin. */
    public double binCenter(int i) {
        return content.axis().center(i);
    }

    /** Return the mean of x in range. */
    public double mean() {
        return get().mean();
    }

    /** Return the spread of x in range. */
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

    /** Return the filled bins as points: x at the centre with half the width, y the mean with its error. */
    public P1D getP1D() {
        Profile1D profile = get();
        Axis axis = profile.axis();
        P1D points = new P1D(getTitle());
        IntStream.range(0, axis.bins())
                .filter(i -> profile.numEntries(i) > 0)
                .forEach(i -> points.add(
                        axis.center(i),
                        profile.height(i),
                        0.5 * axis.width(i),
                        0.5 * axis.width(i),
                        profile.error(i),
                        profile.error(i)));
        return points;
    }

    @Override
    HProf1D self() {
        return this;
    }

    @Override
    Drawing drawing() {
        Points points = getP1D().get();
        return Drawing.of(points, style());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "HProf1D \"%s\": %d bins, %d entries, mean %.6g, rms %.6g",
                getTitle(),
                getBins(),
                allEntries(),
                mean(),
                rms());
    }
}
