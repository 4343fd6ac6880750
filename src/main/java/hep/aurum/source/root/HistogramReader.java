package hep.aurum.source.root;

import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.Profile1D;
import hep.aurum.hist.Profile2D;
import hep.aurum.source.root.RootCursor.Frame;
import hep.aurum.source.root.RootCursor.Number;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Read histograms (TH1, TH2 of all kinds of numbers, TProfile, TProfile2D).
 *
 * <p>ROOT keeps heights and variances by bin, moments and the number of fills for the whole histogram only. All weight
 * of a bin is therefore taken to lie at its centre (of the flow bins: at the end of the axis), and the number of entries
 * of a bin is the effective one, \(h^2/\sum w^2\) rounded, at least one where there is a height: exact for unweighted
 * fills.
 */
final class HistogramReader {

    private static final Map<Character, Number> KINDS = Map.of(
            'C', Number.BYTE,
            'S', Number.SHORT,
            'I', Number.INT,
            'L', Number.LONG,
            'F', Number.FLOAT,
            'D', Number.DOUBLE);
    private static final int OLDEST_2D = 3;
    private static final int OLDEST_PROFILE = 5;

    private HistogramReader() {}

    static boolean isOneDimensional(String className) {
        return isKind(className, "TH1");
    }

    static boolean isTwoDimensional(String className) {
        return isKind(className, "TH2");
    }

    static boolean isProfile(String className) {
        return className.equals("TProfile");
    }

    static boolean isProfile2D(String className) {
        return className.equals("TProfile2D");
    }

    private static boolean isKind(String className, String base) {
        return className.length() == 4 && className.startsWith(base) && KINDS.containsKey(className.charAt(3));
    }

    private static Number kind(RootCursor cursor, String className) {
        Number kind = KINDS.get(className.charAt(className.length() - 1));
        if (kind == null) {
            throw cursor.bad("\"" + className + "\" is no class of histograms");
        }
        return kind;
    }

    static Histogram1D oneDimensional(RootCursor cursor, String className) {
        Frame frame = cursor.enter(className, 1);
        HistogramHead head = HistogramHead.read(cursor, 1);
        double[] heights = contents(cursor, head, kind(cursor, className));
        cursor.leave(frame);
        Axis axis = head.axis(0).axis();
        double[] variances = head.variances(heights);
        double[] x = positions(axis, heights.length, 1);
        return checked(
                cursor,
                () -> Histogram1D.of(
                        head.title(),
                        axis,
                        entries(heights, variances),
                        heights,
                        variances,
                        times(heights, x),
                        times(times(heights, x), x)));
    }

    static Histogram2D twoDimensional(RootCursor cursor, String className) {
        Frame frame = cursor.enter(className, 1);
        HistogramHead head = head2D(cursor);
        double[] heights = contents(cursor, head, kind(cursor, className));
        cursor.leave(frame);
        Axis xAxis = head.axis(0).axis();
        Axis yAxis = head.axis(1).axis();
        double[] variances = head.variances(heights);
        double[] wx = times(heights, positions(xAxis, heights.length, 1));
        double[] y = positions(yAxis, heights.length, xAxis.bins() + 2);
        return checked(
                cursor,
                () -> Histogram2D.of(
                        head.title(),
                        xAxis,
                        yAxis,
                        entries(heights, variances),
                        heights,
                        variances,
                        wx,
                        times(wx, positions(xAxis, heights.length, 1)),
                        times(heights, y),
                        times(times(heights, y), y),
                        times(wx, y)));
    }

    private static HistogramHead head2D(RootCursor cursor) {
        Frame frame = cursor.enter("TH2", OLDEST_2D);
        HistogramHead head = HistogramHead.read(cursor, 2);
        cursor.leave(frame);
        return head;
    }

    /** Read a profile: contents are \(\sum wy\), their variances \(\sum wy^2\), entries of bins \(\sum w\). */
    static Profile1D profile(RootCursor cursor) {
        ProfileSums sums = ProfileSums.read(cursor, "TProfile", "TH1D");
        Axis axis = sums.head().axis(0).axis();
        double[] w = sums.w();
        double[] x = positions(axis, w.length, 1);
        return checked(
                cursor,
                () -> Profile1D.of(
                        sums.head().title(),
                        axis,
                        entries(w, sums.w2()),
                        w,
                        sums.w2(),
                        times(w, x),
                        times(times(w, x), x),
                        sums.wv(),
                        sums.head().sumW2()));
    }

    /** Read a profile of two variables: contents are \(\sum wz\), their variances \(\sum wz^2\). */
    static Profile2D profile2D(RootCursor cursor) {
        ProfileSums sums = ProfileSums.read(cursor, "TProfile2D", "TH2D");
        Axis xAxis = sums.head().axis(0).axis();
        Axis yAxis = sums.head().axis(1).axis();
        double[] w = sums.w();
        double[] x = positions(xAxis, w.length, 1);
        double[] y = positions(yAxis, w.length, xAxis.bins() + 2);
        double[] wx = times(w, x);
        return checked(
                cursor,
                () -> Profile2D.of(
                        sums.head().title(),
                        xAxis,
                        yAxis,
                        Arrays.stream(entries(w, sums.w2())).asDoubleStream().toArray(),
                        w,
                        sums.w2(),
                        wx,
                        times(wx, x),
                        times(w, y),
                        times(times(w, y), y),
                        sums.wv(),
                        sums.head().sumW2(),
                        times(wx, y)));
    }

    /**
     * Hold the sums of a profile by cell.
     *
     * @param wv the sums of weight times the variable whose mean is taken
     */
    @SuppressWarnings("ArrayRecordComponent") // between two methods, never compared or kept
    private record ProfileSums(HistogramHead head, double[] wv, double[] w, double[] w2) {

        static ProfileSums read(RootCursor cursor, String className, String baseName) {
            Frame frame = cursor.enter(className, OLDEST_PROFILE);
            Frame base = cursor.enter(baseName, 1);
            HistogramHead head = baseName.equals("TH2D") ? head2D(cursor) : HistogramHead.read(cursor, 1);
            double[] wv = contents(cursor, head, Number.DOUBLE);
            cursor.leave(base);
            double[] w = contents(cursor, head, Number.DOUBLE);
            cursor.skip(4 + 4 * 8); // kind of error, range of the variable, sums over all fills
            double[] w2 = cursor.position() < frame.end() ? cursor.doubles() : new double[0];
            cursor.leave(frame);
            double[] sumW2 = w2.length == 0 ? w : w2;
            if (!head.isWeighted() || sumW2.length != w.length) {
                throw cursor.bad("a profile lacks sums of its bins");
            }
            return new ProfileSums(head, wv, w, sumW2);
        }
    }

    static HistogramDetails details(RootCursor cursor, String className) {
        boolean isFlat = !isTwoDimensional(className) && !isProfile2D(className);
        cursor.enter(className, 1);
        if (isProfile(className) || isProfile2D(className)) {
            cursor.enter(isFlat ? "TH1D" : "TH2D", 1);
        }
        HistogramHead head = isFlat ? HistogramHead.read(cursor, 1) : head2D(cursor);
        return new HistogramDetails(
                className,
                head.entries(),
                head.isWeighted(),
                head.unknownVariances(),
                head.axis(0).labels(),
                isFlat ? List.of() : head.axis(1).labels());
    }

    private static double[] contents(RootCursor cursor, HistogramHead head, Number kind) {
        double[] contents = cursor.numbers(kind);
        if (contents.length != head.cells()) {
            throw cursor.bad("a histogram of " + head.cells() + " cells has " + contents.length + " contents");
        }
        return contents;
    }

    /** Return for every cell where its weight lies on an axis, whose bins repeat {@code stride} times each. */
    private static double[] positions(Axis axis, int cells, int stride) {
        double[] positions = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            int bin = cell / stride % (axis.bins() + 2) - 1;
            positions[cell] = bin < 0 ? axis.min() : bin == axis.bins() ? axis.max() : axis.center(bin);
        }
        return positions;
    }

    private static double[] times(double[] a, double[] b) {
        double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            // Adding zero turns the −0 of an empty bin at a negative place to 0.
            product[i] = a[i] * b[i] + 0.0;
        }
        return product;
    }

    private static long[] entries(double[] w, double[] w2) {
        long[] entries = new long[w.length];
        for (int i = 0; i < w.length; i++) {
            entries[i] = w[i] == 0 ? 0 : Math.max(1, w2[i] == 0 ? 1 : Math.round(w[i] * w[i] / w2[i]));
        }
        return entries;
    }

    private static <T> T checked(RootCursor cursor, Supplier<T> histogram) {
        try {
            return histogram.get();
        } catch (IllegalArgumentException e) {
            throw cursor.bad(String.valueOf(e.getMessage()));
        }
    }
}
