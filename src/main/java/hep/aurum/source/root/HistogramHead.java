package hep.aurum.source.root;

import hep.aurum.source.root.RootCursor.Frame;
import java.util.ArrayList;
import java.util.List;

/** Hold what histograms of all kinds have in common (TH1): title, axes, and the sums of squared weights. */
final class HistogramHead {

    private static final int OLDEST = 3;
    private static final int AXES = 3;

    private final String title;
    private final List<RootAxis> axes;
    private final int cells;
    private final double entries;
    private final double[] sumW2;

    private HistogramHead(String title, List<RootAxis> axes, int cells, double entries, double[] sumW2) {
        this.title = title;
        this.axes = List.copyOf(axes);
        this.cells = cells;
        this.entries = entries;
        this.sumW2 = sumW2;
    }

    /** Read the members up to the last that is of use here; the others are passed over. */
    static HistogramHead read(RootCursor cursor, int dimensions) {
        Frame frame = cursor.enter("TH1", OLDEST);
        String title = RootNamed.read(cursor).title();
        cursor.pass("TAttLine");
        cursor.pass("TAttFill");
        cursor.pass("TAttMarker");
        int cells = cursor.i32();
        if (cells < 0 || cells > cursor.remaining()) {
            throw cursor.bad("a histogram claims " + cells + " cells in " + cursor.remaining() + " bytes");
        }
        List<RootAxis> axes = new ArrayList<>();
        long expected = 1;
        for (int i = 0; i < AXES; i++) {
            if (i < dimensions) {
                axes.add(RootAxis.read(cursor, cells));
                expected *= axes.get(i).axis().bins() + 2L;
            } else {
                cursor.pass("TAxis");
            }
        }
        cursor.skip(2 + 2); // offset and width of bars
        double entries = cursor.f64();
        cursor.skip(7 * 8); // sums over all fills, range that is shown, norm
        cursor.doubles(); // contours
        double[] sumW2 = cursor.doubles();
        if (cells != expected || sumW2.length != 0 && sumW2.length != cells) {
            throw cursor.bad("a histogram has " + cells + " cells and " + sumW2.length
                    + " sums of squared weights, expected " + expected);
        }
        cursor.leave(frame);
        return new HistogramHead(title, axes, cells, entries, sumW2);
    }

    String title() {
        return title;
    }

    RootAxis axis(int dimension) {
        return axes.get(dimension);
    }

    int cells() {
        return cells;
    }

    double entries() {
        return entries;
    }

    boolean isWeighted() {
        return sumW2.length > 0;
    }

    /** Return the sums of squared weights, empty where none were kept. */
    double[] sumW2() {
        return sumW2.clone();
    }

    /** Return the variances; the contents' sizes stand in where none were kept or where one is not a number. */
    double[] variances(double[] contents) {
        double[] variances = new double[contents.length];
        for (int i = 0; i < contents.length; i++) {
            variances[i] = isWeighted() && !Double.isNaN(sumW2[i]) ? sumW2[i] : Math.abs(contents[i]);
        }
        return variances;
    }

    /** Return how many variances were kept but are not numbers. */
    int unknownVariances() {
        int count = 0;
        for (double variance : sumW2) {
            count += Double.isNaN(variance) ? 1 : 0;
        }
        return count;
    }
}
