package hep.aurum.workflow;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.infer.interval.Box;
import hep.aurum.infer.interval.ToySource;
import hep.aurum.likelihood.unbinned.ExpectedEvents;
import hep.aurum.likelihood.unbinned.UnbinnedLikelihood;
import hep.aurum.param.ParameterPoint;
import hep.aurum.sample.EventSample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draw toys from simulated events that took no part in training: each event occurs a Poisson number of times with the mean
 * that the experiment expects of it.
 *
 * <p>The log ratios of the pool at a grid of points are computed once; a toy's likelihood on the grid is a sum of rows, and
 * its lowest grid points are where the exact search starts.
 */
final class PooledToys implements ToySource {

    private static final int GRID_POINTS = 600;
    private static final int STARTS = 2;

    private final RatioEstimator ratio;
    private final EventSample pool;
    private final ExpectedEvents expected;
    private final List<double[]> grid;
    private final double[] table;
    private final double[] logExpected;
    private final double[] nu;

    private PooledToys(
            RatioEstimator ratio, EventSample pool, ExpectedEvents expected, List<double[]> grid, double[] table) {
        this.ratio = ratio;
        this.pool = pool;
        this.expected = expected;
        this.grid = grid;
        this.table = table;
        this.nu = grid.stream().mapToDouble(expected::at).toArray();
        this.logExpected = Arrays.stream(nu).map(StrictMath::log).toArray();
    }

    static PooledToys of(RatioEstimator ratio, EventSample pool, ExpectedEvents expected, Box box, int threads) {
        List<double[]> grid = box.spread(GRID_POINTS);
        int k = box.size();
        double[] thetas = new double[grid.size() * k];
        for (int j = 0; j < grid.size(); j++) {
            System.arraycopy(grid.get(j), 0, thetas, j * k, k);
        }
        double[] table = new double[pool.size() * grid.size()];
        LearnedEvents.of(ratio, pool, threads).table(thetas, grid.size(), table);
        return new PooledToys(ratio, pool, expected, grid, table);
    }

    @Override
    public Toy draw(double[] theta, UniformRandomProvider random) {
        int[] rows = drawRows(theta, random);
        UnbinnedLikelihood likelihood = UnbinnedLikelihood.ofEvents(LearnedEvents.of(ratio, pool, rows, 1), expected);
        List<double[]> starts = new ArrayList<>(lowestGridPoints(rows));
        starts.add(theta.clone());
        return new Toy(likelihood, starts);
    }

    private int[] drawRows(double[] theta, UniformRandomProvider random) {
        double[] weights = positive(AsimovData.of(pool, ParameterPoint.of(theta), expected.at(theta))
                .weights());
        int[] rows = new int[64];
        int count = 0;
        for (int i = 0; i < weights.length; i++) {
            // Counting exponential gaps is exact, and fast for the small means that these are.
            double left = weights[i];
            left += StrictMath.log(1 - random.nextDouble());
            while (left > 0) {
                if (count == rows.length) {
                    rows = Arrays.copyOf(rows, 2 * count);
                }
                rows[count++] = i;
                left += StrictMath.log(1 - random.nextDouble());
            }
        }
        return Arrays.copyOf(rows, count);
    }

    /** Toys cannot hold negative counts: such events are left out and the others scaled to the expected number. */
    private static double[] positive(double[] weights) {
        double all = 0;
        double kept = 0;
        for (double weight : weights) {
            all += weight;
            kept += Math.max(0, weight);
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.max(0, weights[i]) * all / kept;
        }
        return weights;
    }

    private List<double[]> lowestGridPoints(int[] rows) {
        int points = grid.size();
        double[] value = new double[points];
        for (int j = 0; j < points; j++) {
            value[j] = nu[j] - rows.length * logExpected[j];
        }
        for (int row : rows) {
            for (int j = 0; j < points; j++) {
                value[j] -= table[row * points + j];
            }
        }
        List<double[]> lowest = new ArrayList<>();
        for (int s = 0; s < STARTS; s++) {
            int best = 0;
            for (int j = 1; j < points; j++) {
                best = value[j] < value[best] ? j : best;
            }
            lowest.add(grid.get(best));
            maskNeighbours(value, grid.get(best));
        }
        return lowest;
    }

    /** Take the surroundings of a start out of the search for the next, a fifth of the grid's spread in each direction. */
    private void maskNeighbours(double[] value, double[] centre) {
        for (int j = 0; j < value.length; j++) {
            boolean near = true;
            for (int a = 0; a < centre.length; a++) {
                near &= Math.abs(grid.get(j)[a] - centre[a]) <= 0.2 * spread(a);
            }
            value[j] = near ? Double.POSITIVE_INFINITY : value[j];
        }
    }

    private double spread(int a) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] point : grid) {
            low = Math.min(low, point[a]);
            high = Math.max(high, point[a]);
        }
        return high - low;
    }
}
