package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Count weighted samples in one and two parameters.
 *
 * <p>Planes are smoothed by a Gaussian of one bin, or contours would follow every fluctuation; lines are not. A ring of
 * empty bins around each plane closes all contours.
 */
final class SampleMarginals {

    private static final int FEWEST = 12;
    private static final int MOST = 40;
    private static final int REACH = 3;

    /** Samples left out at either end of an axis. */
    private static final double OUTSIDE = 1e-3;

    private final double[][] samples;
    private final double[] weights;
    private final int bins;
    private final double[] low;
    private final double[] width;

    private SampleMarginals(double[][] samples, double[] weights, int bins, int k) {
        this.samples = samples;
        this.weights = weights;
        this.bins = bins;
        this.low = new double[k];
        this.width = new double[k];
    }

    static Marginals of(List<String> names, double[][] samples, double[] weights) {
        Marginals.checkNames(names);
        check(names, samples, weights);
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            sum += weight;
            squares += weight * weight;
        }
        Check.argument(sum > 0, "the weights of the samples sum to %s, expected more than 0", sum);
        // The effective number of samples decides what can be resolved.
        int resolved = (int) (2 * StrictMath.cbrt(sum * sum / squares));
        int bins = Math.max(FEWEST, Math.min(MOST, resolved));
        return new SampleMarginals(samples, weights, bins, names.size()).count(names);
    }

    private static void check(List<String> names, double[][] samples, double[] weights) {
        Check.argument(samples.length > 0, "a corner plot without samples");
        Check.length("weights of the samples", weights.length, samples.length);
        for (int i = 0; i < samples.length; i++) {
            Check.length("values of a sample", samples[i].length, names.size());
            for (int k = 0; k < names.size(); k++) {
                Check.finite("a sample of " + names.get(k), samples[i][k]);
            }
            Check.argument(
                    weights[i] >= 0 && Double.isFinite(weights[i]),
                    "a sample has the weight %s; a density needs weights of 0 or more",
                    weights[i]);
        }
    }

    private Marginals count(List<String> names) {
        List<Curve> lines = new ArrayList<>();
        List<Surface> planes = new ArrayList<>();
        List<List<Double>> levels = new ArrayList<>();
        List<List<Double>> quantiles = new ArrayList<>();
        for (int y = 0; y < names.size(); y++) {
            quantiles.add(range(y));
            lines.add(line(y));
            for (int x = 0; x < y; x++) {
                double[][] density = smooth(plane(x, y));
                planes.add(Surface.of(centres(x), centres(y), density));
                levels.add(Marginals.levels(density, density));
            }
        }
        return new Marginals(names, lines, planes, levels, quantiles);
    }

    /** Set the range of a parameter and return its quantiles. */
    private List<Double> range(int k) {
        int[] order = IntStream.range(0, samples.length)
                .filter(i -> weights[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> samples[i][k]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] x = new double[order.length];
        double[] cumulative = new double[order.length];
        double sum = 0;
        for (int i = 0; i < order.length; i++) {
            sum += weights[order[i]];
            x[i] = samples[order[i]][k];
            cumulative[i] = sum;
        }
        double from = x[at(cumulative, OUTSIDE * sum)];
        double to = x[at(cumulative, (1 - OUTSIDE) * sum)];
        double margin = to > from ? 0.06 * (to - from) : Math.max(1, 0.1 * Math.abs(from));
        low[k] = from - margin;
        width[k] = (to - from + 2 * margin) / bins;
        return Marginals.quantiles(x, cumulative);
    }

    private static int at(double[] cumulative, double value) {
        int i = Arrays.binarySearch(cumulative, value);
        return Math.min(i < 0 ? -i - 1 : i, cumulative.length - 1);
    }

    private int bin(double value, int k) {
        double position = Math.floor((value - low[k]) / width[k]);
        return position >= 0 && position < bins ? (int) position : -1;
    }

    private Curve line(int k) {
        double[] heights = new double[bins];
        for (int i = 0; i < samples.length; i++) {
            int bin = bin(samples[i][k], k);
            if (bin >= 0) {
                heights[bin] += weights[i];
            }
        }
        double[] x = new double[2 * bins];
        double[] y = new double[2 * bins];
        for (int i = 0; i < bins; i++) {
            x[2 * i] = low[k] + i * width[k];
            x[2 * i + 1] = low[k] + (i + 1) * width[k];
            y[2 * i] = heights[i];
            y[2 * i + 1] = heights[i];
        }
        return Curve.of(x, y);
    }

    /** Return the centres of the bins and of the empty ones around. */
    private double[] centres(int k) {
        double[] centres = new double[bins + 2];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = low[k] + (i - 0.5) * width[k];
        }
        return centres;
    }

    private double[][] plane(int x, int y) {
        double[][] plane = new double[bins][bins];
        for (int i = 0; i < samples.length; i++) {
            int column = bin(samples[i][x], x);
            int row = bin(samples[i][y], y);
            if (column >= 0 && row >= 0) {
                plane[column][row] += weights[i];
            }
        }
        return plane;
    }

    /** Smooth in both directions, keeping the sum inside, and put the ring around. */
    private static double[][] smooth(double[][] plane) {
        int n = plane.length;
        double[][] along = new double[n][n];
        double[][] both = new double[n + 2][n + 2];
        double[] share = kernel();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int d = -REACH; d <= REACH; d++) {
                    along[inside(i + d, n)][j] += share[d + REACH] * plane[i][j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int d = -REACH; d <= REACH; d++) {
                    both[i + 1][inside(j + d, n) + 1] += share[d + REACH] * along[i][j];
                }
            }
        }
        return both;
    }

    /** Mirror at the ends, so that a density at a bound of its parameter does not sink there. */
    private static int inside(int i, int n) {
        return i < 0 ? -1 - i : i >= n ? 2 * n - 1 - i : i;
    }

    private static double[] kernel() {
        double[] share = new double[2 * REACH + 1];
        double sum = 0;
        for (int d = -REACH; d <= REACH; d++) {
            share[d + REACH] = StrictMath.exp(-0.5 * d * d);
            sum += share[d + REACH];
        }
        for (int d = 0; d < share.length; d++) {
            share[d] /= sum;
        }
        return share;
    }
}
