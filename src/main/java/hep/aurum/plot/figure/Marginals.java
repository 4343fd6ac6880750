package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Hold the one- and two-dimensional marginals of a density in up to eight parameters.
 *
 * @param names names of the parameters
 * @param lines marginal density of each parameter
 * @param planes marginal densities of the pairs (0, 1), (0, 2), (1, 2), (0, 3)…; the first parameter of a pair is x
 * @param levels for each pair the densities that enclose 68.27 % and 95.45 % of the probability
 * @param quantiles for each parameter the quantiles at 15.87 %, 50 % and 84.13 %
 */
record Marginals(
        List<String> names,
        List<Curve> lines,
        List<Surface> planes,
        List<List<Double>> levels,
        List<List<Double>> quantiles) {

    static final int MOST = 8;

    /** Probabilities inside the contours: those of one and two standard deviations in one dimension. */
    static final List<Double> CONTENTS = List.of(0.6826894921370859, 0.9544997361036416);

    private static final double[] QUANTILES = {0.15865525393145705, 0.5, 0.8413447460685429};

    Marginals {
        names = List.copyOf(names);
        lines = List.copyOf(lines);
        planes = List.copyOf(planes);
        levels = List.copyOf(levels);
        quantiles = List.copyOf(quantiles);
    }

    static void checkNames(List<String> names) {
        Check.argument(
                !names.isEmpty() && names.size() <= MOST,
                "a corner plot of %s parameters, expected 1 to %s; choose some",
                names.size(),
                MOST);
        Check.argument(Set.copyOf(names).size() == names.size(), "two of the parameters %s have one name", names);
    }

    /** Return the position of a pair in the list of planes. */
    static int pair(int x, int y) {
        return y * (y - 1) / 2 + x;
    }

    /**
     * Find the densities above which given parts of the probability lie.
     *
     * @param density {@code [nx][ny]}
     * @param mass the probability of each cell, in any unit
     */
    static List<Double> levels(double[][] density, double[][] mass) {
        List<double[]> cells = new ArrayList<>();
        double total = 0;
        for (int i = 0; i < density.length; i++) {
            for (int j = 0; j < density[i].length; j++) {
                cells.add(new double[] {density[i][j], mass[i][j]});
                total += mass[i][j];
            }
        }
        cells.sort((a, b) -> Double.compare(b[0], a[0]));
        List<Double> levels = new ArrayList<>();
        for (double content : CONTENTS) {
            double inside = 0;
            double above = cells.get(0)[0];
            double level = 0;
            for (double[] cell : cells) {
                double after = inside + cell[1];
                if (after >= content * total) {
                    // The last cell is only partly inside: between it and the one before.
                    double part = cell[1] > 0 ? (content * total - inside) / cell[1] : 1;
                    level = above + part * (cell[0] - above);
                    break;
                }
                inside = after;
                above = cell[0];
            }
            levels.add(level);
        }
        return levels;
    }

    /**
     * Return the quantiles of a distribution.
     *
     * @param x positions, ascending
     * @param cumulative probability up to each, in any unit
     */
    static List<Double> quantiles(double[] x, double[] cumulative) {
        double total = cumulative[cumulative.length - 1];
        List<Double> quantiles = new ArrayList<>();
        for (double quantile : QUANTILES) {
            int i = Arrays.binarySearch(cumulative, quantile * total);
            i = Math.min(i < 0 ? -i - 1 : i, x.length - 1);
            double before = i == 0 ? 0 : cumulative[i - 1];
            double step = cumulative[i] - before;
            double part = i == 0 || step <= 0 ? 1 : (quantile * total - before) / step;
            quantiles.add(i == 0 ? x[0] : x[i - 1] + part * (x[i] - x[i - 1]));
        }
        return quantiles;
    }
}
