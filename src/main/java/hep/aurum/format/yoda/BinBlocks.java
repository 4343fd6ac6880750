package hep.aurum.format.yoda;

import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.Profile1D;
import hep.aurum.hist.Profile2D;
import java.util.Arrays;
import java.util.List;

/** Read binned blocks of versions 1 and 2: a row per bin, edges first; total and flow bins of one variable by name. */
final class BinBlocks {

    private static final int SUMS_1D = 4;
    private static final int SUMS_PROFILE = 6;
    private static final int SUMS_2D = 7;
    private static final int SUMS_PROFILE_2D = 9;

    private BinBlocks() {}

    static Histogram1D histogram1D(Block block) throws NotUnderstood {
        Rows rows = new Rows(block, 2, SUMS_1D);
        Axis axis = axis(block, "XLabel", rows.edges(0));
        Histogram1D h = Histogram1D.of(block.title(), axis, rows.entries, rows.sums);
        double[] total = rows.total;
        return total.length == 0 ? h : h.withTotal(total[SUMS_1D], Arrays.copyOf(total, SUMS_1D));
    }

    static Profile1D profile1D(Block block) throws NotUnderstood {
        Rows rows = new Rows(block, 2, SUMS_PROFILE);
        Axis axis = axis(block, "XLabel", rows.edges(0));
        Profile1D p = Profile1D.of(block.title(), axis, rows.entries, rows.sums);
        if (rows.total.length == 0) {
            return p;
        }
        // The mixed moment, which these versions do not have, is that of the bins.
        double[] sums = p.totals();
        System.arraycopy(rows.total, 0, sums, 0, SUMS_PROFILE);
        return p.withTotal(rows.total[SUMS_PROFILE], sums);
    }

    static Histogram2D histogram2D(Block block) throws NotUnderstood {
        Grid grid = new Grid(block, SUMS_2D);
        Histogram2D h = Histogram2D.of(block.title(), grid.x, grid.y, grid.entries, grid.sums);
        double[] total = grid.total;
        return total.length == 0 ? h : h.withTotal(total[SUMS_2D], Arrays.copyOf(total, SUMS_2D));
    }

    static Profile2D profile2D(Block block) throws NotUnderstood {
        Grid grid = new Grid(block, SUMS_PROFILE_2D);
        Profile2D p = Profile2D.of(block.title(), grid.x, grid.y, grid.entries, grid.sums);
        if (grid.total.length == 0) {
            return p;
        }
        double[] sums = p.totals();
        System.arraycopy(grid.total, 0, sums, 0, SUMS_PROFILE_2D);
        return p.withTotal(grid.total[SUMS_PROFILE_2D], sums);
    }

    /** The rows of a block of two variables as cells; there are no flow bins, their cells stay empty. */
    private static final class Grid {

        private final Axis x;
        private final Axis y;
        private final double[] entries;
        private final double[][] sums;
        private final double[] total;

        Grid(Block block, int columns) throws NotUnderstood {
            Rows rows = new Rows(block, 4, columns);
            double[] xEdges = Rows.distinct(rows.lows[0], rows.highs[0]);
            double[] yEdges = Rows.distinct(rows.lows[1], rows.highs[1]);
            if ((xEdges.length - 1L) * (yEdges.length - 1L) != rows.count) {
                throw new NotUnderstood("its bins do not fill a grid");
            }
            x = axis(block, "XLabel", xEdges);
            y = axis(block, "YLabel", yEdges);
            total = rows.total;
            int nx = x.bins() + 2;
            entries = new double[nx * (y.bins() + 2)];
            sums = new double[columns][entries.length];
            boolean[] seen = new boolean[entries.length];
            for (int k = 0; k < rows.count; k++) {
                int i = bin(x, rows.lows[0][k], rows.highs[0][k]);
                int j = bin(y, rows.lows[1][k], rows.highs[1][k]);
                int cell = (j + 1) * nx + i + 1;
                if (i < 0 || j < 0 || seen[cell]) {
                    throw new NotUnderstood("its bins do not fill a grid");
                }
                seen[cell] = true;
                entries[cell] = rows.entries[k + 1];
                for (int c = 0; c < columns; c++) {
                    sums[c][cell] = rows.sums[c][k + 1];
                }
            }
        }
    }

    /** Return the bin that has exactly these edges, -1 if there is none. */
    private static int bin(Axis axis, double low, double high) {
        int i = axis.index(low);
        return i >= 0 && i < axis.bins() && axis.edge(i) == low && axis.edge(i + 1) == high ? i : -1;
    }

    static Axis axis(Block block, String label, double[] edges) {
        return Axis.of("", "", edges).withLabel(block.annotations().getOrDefault(label, ""));
    }

    /** The rows of a block as columns; of one variable the flow bins are first and last. */
    private static final class Rows {

        private final int count;
        private final double[][] lows;
        private final double[][] highs;
        private final double[] entries;
        private final double[][] sums;
        private double[] total = {};

        Rows(Block block, int edges, int columns) throws NotUnderstood {
            if (!block.headers().isEmpty()) {
                throw new NotUnderstood("it has the line " + block.headers().get(0));
            }
            List<String[]> bins =
                    block.rows().stream().filter(row -> name(row).isEmpty()).toList();
            count = bins.size();
            lows = new double[edges / 2][count];
            highs = new double[edges / 2][count];
            entries = new double[count + 2];
            sums = new double[columns][count + 2];
            for (int k = 0; k < count; k++) {
                double[] row = block.numbers(block.require(bins.get(k), edges + columns + 1), 0);
                for (int d = 0; d < edges / 2; d++) {
                    lows[d][k] = row[2 * d];
                    highs[d][k] = row[2 * d + 1];
                }
                set(k + 1, row, edges);
            }
            named(block, columns);
        }

        private void named(Block block, int columns) throws NotUnderstood {
            for (String[] row : block.rows()) {
                String name = name(row);
                if (name.isEmpty()) {
                    continue;
                }
                double[] values = block.numbers(block.require(row, columns + 3), 2);
                switch (name) {
                    case "Total" -> total = values;
                    case "Underflow" -> set(0, values, 0);
                    case "Overflow" -> set(count + 1, values, 0);
                    default -> throw new NotUnderstood("it has a row " + name);
                }
            }
        }

        private static String name(String[] row) {
            return row.length > 0 && !row[0].isEmpty() && Character.isUpperCase(row[0].charAt(0)) ? row[0] : "";
        }

        private void set(int cell, double[] row, int from) {
            for (int c = 0; c < sums.length; c++) {
                sums[c][cell] = row[from + c];
            }
            entries[cell] = row[from + sums.length];
        }

        /** Return the edges of bins of which each begins where the one before ends. */
        double[] edges(int d) throws NotUnderstood {
            if (count == 0) {
                throw new NotUnderstood("it has no bins");
            }
            double[] edges = Arrays.copyOf(lows[d], count + 1);
            edges[count] = highs[d][count - 1];
            for (int k = 0; k + 1 < count; k++) {
                if (highs[d][k] != lows[d][k + 1]) {
                    throw new NotUnderstood("its bins have gaps");
                }
            }
            return edges;
        }

        private static double[] distinct(double[] lows, double[] highs) throws NotUnderstood {
            if (lows.length == 0) {
                throw new NotUnderstood("it has no bins");
            }
            double highest = Arrays.stream(highs).max().orElseThrow();
            double[] starts = Arrays.stream(lows).sorted().distinct().toArray();
            double[] edges = Arrays.copyOf(starts, starts.length + 1);
            edges[starts.length] = highest;
            return edges;
        }
    }
}
