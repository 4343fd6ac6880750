package hep.aurum.infer.curve;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.hist.Histogram1D;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Hold the points that a curve is fitted to: for each an observation, its error, and where the curve is compared with it.
 *
 * <p>The prediction for a point is the curve at x. For a bin it is the curve at the centre, or the mean of the curve over the
 * bin by a rule of several nodes: then wide bins do not bias the fit.
 */
public final class CurveData {

    private static final int NODES = 5;

    private final double[] x;
    private final double[] y;
    private final double[] sigma;
    private final double[] halfWidth;
    private final double[] nodes;
    private final double[] weights;
    private final boolean counts;

    private CurveData(
            double[] x,
            double[] y,
            double[] sigma,
            double[] halfWidth,
            double[] nodes,
            double[] weights,
            boolean counts) {
        this.x = x;
        this.y = y;
        this.sigma = sigma;
        this.halfWidth = halfWidth;
        this.nodes = nodes;
        this.weights = weights;
        this.counts = counts;
    }

    /**
     * Take points.
     *
     * @param x {@code [n]}, finite
     * @param y {@code [n]}, finite
     * @param sigma {@code [n]} errors of y, 0 where there is none
     */
    public static CurveData ofPoints(double[] x, double[] y, double[] sigma) {
        Check.length("y", y.length, x.length);
        Check.length("errors", sigma.length, x.length);
        for (int i = 0; i < x.length; i++) {
            Check.finite("x of a point", x[i]);
            Check.finite("y of a point", y[i]);
            Check.argument(sigma[i] >= 0 && Double.isFinite(sigma[i]), "the error of a point is %s", sigma[i]);
        }
        return new CurveData(
                x.clone(),
                y.clone(),
                sigma.clone(),
                new double[x.length],
                new double[] {0},
                new double[] {1},
                areCounts(y, sigma));
    }

    /** Take the bins whose centres lie in an interval; the curve is compared at the centres. */
    public static CurveData ofBins(Histogram1D h, double from, double to) {
        int first = 0;
        while (first < h.axis().bins() && h.axis().center(first) < from) {
            first++;
        }
        int last = first;
        while (last < h.axis().bins() && h.axis().center(last) <= to) {
            last++;
        }
        int n = last - first;
        double[] x = new double[n];
        double[] y = new double[n];
        double[] sigma = new double[n];
        double[] halfWidth = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = h.axis().center(first + i);
            y[i] = h.height(first + i);
            sigma[i] = h.error(first + i);
            halfWidth[i] = 0.5 * h.axis().width(first + i);
        }
        return new CurveData(x, y, sigma, halfWidth, new double[] {0}, new double[] {1}, areCounts(y, sigma));
    }

    /** Compare with the mean of the curve over each bin, by a Gauss–Legendre rule of five points. */
    public CurveData withMeanOverBins() {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(NODES);
        double[] places = new double[NODES];
        double[] shares = new double[NODES];
        for (int i = 0; i < NODES; i++) {
            places[i] = rule.getPoint(i);
            shares[i] = 0.5 * rule.getWeight(i);
        }
        return new CurveData(x, y, sigma, halfWidth, places, shares, counts);
    }

    /** Say whether the observations can be Poisson counts: none negative, each with its root as its error. */
    private static boolean areCounts(double[] y, double[] sigma) {
        for (int i = 0; i < y.length; i++) {
            if (!(y[i] >= 0) || Math.abs(sigma[i] * sigma[i] - y[i]) > 1e-6 * y[i]) {
                return false;
            }
        }
        return true;
    }

    /** Leave out what a statistic cannot use, and refuse data that it is wrong for. */
    CurveData usableFor(CurveStatistic statistic) {
        if (statistic == CurveStatistic.POISSON && !counts) {
            throw new BadInput(
                    "the data are not counts: a Poisson likelihood needs errors that are roots of the contents",
                    "",
                    "fit weighted data by chi2");
        }
        if (statistic != CurveStatistic.CHI2) {
            return this;
        }
        int[] kept = IntStream.range(0, x.length).filter(i -> sigma[i] > 0).toArray();
        return new CurveData(
                pick(x, kept), pick(y, kept), pick(sigma, kept), pick(halfWidth, kept), nodes, weights, counts);
    }

    private static double[] pick(double[] values, int[] kept) {
        return Arrays.stream(kept).mapToDouble(i -> values[i]).toArray();
    }

    /** Return the number of points. */
    public int size() {
        return x.length;
    }

    /** Return the place of point {@code i}. */
    public double x(int i) {
        return x[i];
    }

    /** Return the observation of point {@code i}. */
    public double y(int i) {
        return y[i];
    }

    /** Return the error of point {@code i}. */
    public double sigma(int i) {
        return sigma[i];
    }

    int nodes() {
        return nodes.length;
    }

    double node(int i, int q) {
        return x[i] + halfWidth[i] * nodes[q];
    }

    double weight(int q) {
        return weights[q];
    }
}
