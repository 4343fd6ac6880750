package hep.aurum.format.histogram;

import hep.aurum.base.Check;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Binned;
import hep.aurum.hist.Content;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.Profile1D;
import hep.aurum.hist.Profile2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Show a binned object as columns over all its cells, flow bins included and x fastest.
 *
 * @param type one of {@link #TYPES}
 * @param axes one or two
 * @param names of the columns of sums
 * @param entries {@code [cells]}
 * @param sums {@code [columns][cells]}
 * @param total entries and sums of the total where it is stated, empty otherwise
 */
@SuppressWarnings("ArrayRecordComponent") // a view for one reader or writer, never compared or kept
record BinnedCells(
        String type, List<Axis> axes, List<String> names, double[] entries, double[][] sums, double[] total) {

    static final String HISTOGRAM_1D = "histogram1d";
    static final String HISTOGRAM_2D = "histogram2d";
    static final String PROFILE_1D = "profile1d";
    static final String PROFILE_2D = "profile2d";

    /** The types, as documents name them. */
    static final List<String> TYPES = List.of(HISTOGRAM_1D, HISTOGRAM_2D, PROFILE_1D, PROFILE_2D);

    private static final List<String> ONE = List.of("w", "w2", "wx", "wx2");
    private static final List<String> TWO = List.of("w", "w2", "wx", "wx2", "wy", "wy2", "wxy");
    private static final List<String> THREE =
            List.of("w", "w2", "wx", "wx2", "wy", "wy2", "wz", "wz2", "wxy", "wxz", "wyz");

    /** Return the names of the sums of a type; empty if it is not a binned one. */
    static List<String> names(String type) {
        return switch (type) {
            case HISTOGRAM_1D -> ONE;
            case HISTOGRAM_2D, PROFILE_1D -> TWO;
            case PROFILE_2D -> THREE;
            default -> List.of();
        };
    }

    /** Return the number of axes of a type. */
    static int dimension(String type) {
        return type.endsWith("2d") ? 2 : 1;
    }

    /** Return the view of an object; empty if it is not binned. */
    static Optional<BinnedCells> of(Content content) {
        if (!(content instanceof Binned binned)) {
            return Optional.empty();
        }
        String type = binned.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        BinnedCells cells = empty(type, binned.axes(), total(binned));
        Arrays.setAll(cells.entries, binned::cellEntries);
        for (int c = 0; c < cells.sums.length; c++) {
            int column = c;
            Arrays.setAll(cells.sums[c], cell -> binned.cellSum(column, cell));
        }
        return Optional.of(cells);
    }

    private static double[] total(Binned binned) {
        if (!binned.hasStatedTotal()) {
            return new double[0];
        }
        double[] sums = binned.totals();
        double[] total = new double[sums.length + 1];
        total[0] = binned.totalEntries();
        System.arraycopy(sums, 0, total, 1, sums.length);
        return total;
    }

    /** Return cells of zeros. */
    static BinnedCells empty(String type, List<Axis> axes, double[] total) {
        long cells = 1;
        for (Axis axis : axes) {
            cells *= axis.bins() + 2L;
        }
        Check.argument(cells <= Histogram2D.MAX_CELLS, "%d cells, expected at most %d", cells, Histogram2D.MAX_CELLS);
        List<String> names = names(type);
        double[] entries = new double[(int) cells];
        return new BinnedCells(type, axes, names, entries, new double[names.size()][(int) cells], total);
    }

    /**
     * Return the object.
     *
     * @throws IllegalArgumentException if the sums are impossible
     */
    Content content(String title) {
        Binned binned = switch (type) {
            case HISTOGRAM_1D -> Histogram1D.of(title, axes.get(0), entries, sums);
            case HISTOGRAM_2D -> Histogram2D.of(title, axes.get(0), axes.get(1), entries, sums);
            case PROFILE_2D -> Profile2D.of(title, axes.get(0), axes.get(1), entries, sums);
            default -> Profile1D.of(title, axes.get(0), entries, sums);
        };
        return total.length == 0 ? binned : binned.withTotal(total[0], Arrays.copyOfRange(total, 1, total.length));
    }
}
