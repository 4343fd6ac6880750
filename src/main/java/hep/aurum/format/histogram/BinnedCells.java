package hep.aurum.format.histogram;

import hep.aurum.base.Check;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Content;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.Profile1D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Show a binned object as columns over all its cells, flow bins included and x fastest.
 *
 * @param type {@code histogram1d}, {@code histogram2d} or {@code profile1d}
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

    private static final List<String> ONE = List.of("w", "w2", "wx", "wx2");
    private static final List<String> TWO = List.of("w", "w2", "wx", "wx2", "wy", "wy2", "wxy");

    /** Return the names of the sums of a type; empty if it is not a binned one. */
    static List<String> names(String type) {
        return switch (type) {
            case HISTOGRAM_1D -> ONE;
            case HISTOGRAM_2D, PROFILE_1D -> TWO;
            default -> List.of();
        };
    }

    /** Return the view of an object; empty if it is not binned. */
    static Optional<BinnedCells> of(Content content) {
        if (content instanceof Histogram1D h) {
            BinnedCells cells =
                    empty(HISTOGRAM_1D, List.of(h.axis()), total(h.hasStatedTotal(), h.totalEntries(), h.totals()));
            for (int i = -1; i <= h.axis().bins(); i++) {
                cells.set(i + 1, h.numEntries(i), h.height(i), h.sumW2(i), h.sumWX(i), h.sumWX2(i));
            }
            return Optional.of(cells);
        }
        if (content instanceof Profile1D p) {
            BinnedCells cells =
                    empty(PROFILE_1D, List.of(p.axis()), total(p.hasStatedTotal(), p.totalEntries(), p.totals()));
            for (int i = -1; i <= p.axis().bins(); i++) {
                cells.set(
                        i + 1,
                        p.numEntries(i),
                        p.sumW(i),
                        p.sumW2(i),
                        p.sumWX(i),
                        p.sumWX2(i),
                        p.sumWY(i),
                        p.sumWY2(i),
                        p.sumWXY(i));
            }
            return Optional.of(cells);
        }
        return content instanceof Histogram2D h ? Optional.of(plane(h)) : Optional.empty();
    }

    private static BinnedCells plane(Histogram2D h) {
        List<Axis> axes = List.of(h.xAxis(), h.yAxis());
        BinnedCells cells = empty(HISTOGRAM_2D, axes, total(h.hasStatedTotal(), h.totalEntries(), h.totals()));
        int cell = 0;
        for (int j = -1; j <= h.yAxis().bins(); j++) {
            for (int i = -1; i <= h.xAxis().bins(); i++) {
                cells.set(
                        cell++,
                        h.numEntries(i, j),
                        h.height(i, j),
                        h.sumW2(i, j),
                        h.sumWX(i, j),
                        h.sumWX2(i, j),
                        h.sumWY(i, j),
                        h.sumWY2(i, j),
                        h.sumWXY(i, j));
            }
        }
        return cells;
    }

    private static double[] total(boolean isStated, double entries, double[] sums) {
        if (!isStated) {
            return new double[0];
        }
        double[] total = new double[sums.length + 1];
        total[0] = entries;
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

    private void set(int cell, double fills, double... columns) {
        entries[cell] = fills;
        for (int c = 0; c < columns.length; c++) {
            sums[c][cell] = columns[c];
        }
    }

    /**
     * Return the object.
     *
     * @throws IllegalArgumentException if the sums are impossible
     */
    Content content(String title) {
        double[] totals = total.length == 0 ? total : Arrays.copyOfRange(total, 1, total.length);
        switch (type) {
            case HISTOGRAM_1D -> {
                Histogram1D h = Histogram1D.of(title, axes.get(0), entries, sums);
                return total.length == 0 ? h : h.withTotal(total[0], totals);
            }
            case HISTOGRAM_2D -> {
                Histogram2D h = Histogram2D.of(title, axes.get(0), axes.get(1), entries, sums);
                return total.length == 0 ? h : h.withTotal(total[0], totals);
            }
            default -> {
                Profile1D p = Profile1D.of(title, axes.get(0), entries, sums);
                return total.length == 0 ? p : p.withTotal(total[0], totals);
            }
        }
    }
}
