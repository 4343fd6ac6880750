package hep.aurum.sample;

import hep.aurum.base.NotSupported;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sum over all events once for each point, and remember the sums.
 *
 * <p>For many nuisances a tensor product has too many terms, while the sums themselves are exact for any number. Labels are
 * fast at points seen before, so θ is to be drawn from a pool of points; beyond a bound on their number this class refuses,
 * rather than go through all events for every label.
 *
 * <p>Safe for any number of threads, and the sums do not depend on who asks first.
 */
final class ExactSums implements NuisanceSums {

    static final int MOST_POINTS = 1 << 14;

    private final EventSample sample;
    private final NuisanceWeights weights;
    private final int q;
    private final int m;

    /** By ν the sums and then their slopes, {@code [1+q][m]}. */
    private final Map<Point, double[][]> known = new ConcurrentHashMap<>();

    ExactSums(EventSample sample, NuisanceWeights weights) {
        this.sample = sample;
        this.weights = weights;
        this.q = weights.nuisances().size();
        this.m = sample.basis().size();
    }

    @Override
    public Reader reader() {
        Point scratch = new Point(new double[q]);
        return (nu, values, slopes) -> {
            System.arraycopy(nu, 0, scratch.nu, 0, q);
            double[][] sums = known.get(scratch);
            if (sums == null) {
                sums = add(new Point(nu.clone()));
            }
            System.arraycopy(sums[0], 0, values, 0, m);
            for (int k = 0; k < q; k++) {
                System.arraycopy(sums[1 + k], 0, slopes[k], 0, m);
            }
        };
    }

    private double[][] add(Point point) {
        if (known.size() >= MOST_POINTS) {
            throw new NotSupported(
                    "labels are asked for at more than " + MOST_POINTS + " points of " + q
                            + " nuisances, each of which takes a sum over all events",
                    "",
                    "draw the parameters from a pool of points: Prior.points, or SystematicEvents.pool");
        }
        return known.computeIfAbsent(point, p -> sum(p.nu));
    }

    private double[][] sum(double[] nu) {
        double[][] sums = new double[1 + q][m];
        for (int i = 0; i < sample.size(); i++) {
            double factor = StrictMath.exp(weights.exponent(i, nu));
            for (int j = 0; j < m; j++) {
                sums[0][j] += sample.coefficient(i, j) * factor;
            }
            for (int k = 0; k < q; k++) {
                double slope = factor * (weights.linear(i, k) + 2 * weights.quadratic(i, k) * nu[k]);
                for (int j = 0; j < m; j++) {
                    sums[1 + k][j] += sample.coefficient(i, j) * slope;
                }
            }
        }
        return sums;
    }

    /** A point by the bits of its components. */
    private static final class Point {
        private final double[] nu;

        Point(double[] nu) {
            this.nu = nu;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Point point && Arrays.equals(nu, point.nu);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(nu);
        }
    }
}
