package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import java.util.ArrayList;
import java.util.List;

/** Sum a density on a grid over all parameters but one or two, by the trapezoidal rule. */
final class GridMarginals {

    private final List<double[]> axes;
    private final List<double[]> widths = new ArrayList<>();
    private final List<double[]> lines = new ArrayList<>();
    private final List<double[][]> planes = new ArrayList<>();

    private GridMarginals(List<double[]> axes) {
        this.axes = axes;
        for (int y = 0; y < axes.size(); y++) {
            widths.add(widths(axes.get(y)));
            lines.add(new double[axes.get(y).length]);
            for (int x = 0; x < y; x++) {
                planes.add(new double[axes.get(x).length][axes.get(y).length]);
            }
        }
    }

    static Marginals of(List<String> names, List<double[]> axes, double[] density) {
        Marginals.checkNames(names);
        Check.length("axes of the grid", axes.size(), names.size());
        long cells = 1;
        for (int k = 0; k < axes.size(); k++) {
            checkAxis(names.get(k), axes.get(k));
            cells = Math.multiplyExact(cells, (long) axes.get(k).length);
        }
        Check.argument(cells == density.length, "a grid of %s points has %s densities", cells, density.length);
        GridMarginals sums = new GridMarginals(axes);
        sums.add(density);
        return sums.marginals(names);
    }

    private static void checkAxis(String name, double[] axis) {
        Check.argument(axis.length >= 2, "the grid of %s has %s values, expected 2 or more", name, axis.length);
        for (int i = 0; i < axis.length; i++) {
            Check.finite("the grid of " + name, axis[i]);
            Check.argument(i == 0 || axis[i] > axis[i - 1], "the grid of %s does not ascend at %s", name, axis[i]);
        }
    }

    private static double[] widths(double[] axis) {
        double[] widths = new double[axis.length];
        for (int i = 0; i < axis.length; i++) {
            double left = axis[Math.max(0, i - 1)];
            double right = axis[Math.min(axis.length - 1, i + 1)];
            widths[i] = 0.5 * (right - left);
        }
        return widths;
    }

    /** Add all densities, the last parameter running fastest. */
    private void add(double[] density) {
        int k = axes.size();
        int[] at = new int[k];
        double total = 0;
        for (double value : density) {
            Check.argument(value >= 0 && Double.isFinite(value), "a density of %s, expected 0 or more", value);
            double mass = value;
            for (int d = 0; d < k; d++) {
                mass *= widths.get(d)[at[d]];
            }
            total += mass;
            for (int y = 0; y < k; y++) {
                lines.get(y)[at[y]] += mass;
                for (int x = 0; x < y; x++) {
                    planes.get(Marginals.pair(x, y))[at[x]][at[y]] += mass;
                }
            }
            for (int d = k - 1; d >= 0 && ++at[d] == axes.get(d).length; d--) {
                at[d] = 0;
            }
        }
        Check.argument(total > 0 && Double.isFinite(total), "the densities sum to %s, expected more than 0", total);
    }

    private Marginals marginals(List<String> names) {
        List<Curve> curves = new ArrayList<>();
        List<Surface> surfaces = new ArrayList<>();
        List<List<Double>> levels = new ArrayList<>();
        List<List<Double>> quantiles = new ArrayList<>();
        for (int y = 0; y < axes.size(); y++) {
            curves.add(Curve.of(axes.get(y), densities(lines.get(y), widths.get(y))));
            quantiles.add(quantiles(y));
            for (int x = 0; x < y; x++) {
                double[][] mass = planes.get(Marginals.pair(x, y));
                double[][] density = new double[mass.length][];
                for (int i = 0; i < mass.length; i++) {
                    density[i] = densities(mass[i], widths.get(y));
                    for (int j = 0; j < density[i].length; j++) {
                        density[i][j] /= widths.get(x)[i];
                    }
                }
                surfaces.add(Surface.of(axes.get(x), axes.get(y), density));
                levels.add(Marginals.levels(density, mass));
            }
        }
        return new Marginals(names, curves, surfaces, levels, quantiles);
    }

    private static double[] densities(double[] masses, double[] widths) {
        double[] densities = new double[masses.length];
        for (int i = 0; i < masses.length; i++) {
            densities[i] = masses[i] / widths[i];
        }
        return densities;
    }

    private List<Double> quantiles(int k) {
        double[] density = densities(lines.get(k), widths.get(k));
        double[] cumulative = new double[density.length];
        for (int i = 1; i < density.length; i++) {
            double step = axes.get(k)[i] - axes.get(k)[i - 1];
            cumulative[i] = cumulative[i - 1] + 0.5 * step * (density[i] + density[i - 1]);
        }
        return Marginals.quantiles(axes.get(k), cumulative);
    }
}
