package hep.aurum.bench.cases;

import hep.aurum.infer.fit.Profile;
import hep.aurum.infer.test.Tasks;
import hep.aurum.infer.test.Toys;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.math.optim.Objective;
import hep.aurum.math.random.RandomStreams;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Build the confidence sets of Neyman's construction in one parameter without nuisances, \(\{\theta : t_\theta \le q_c(\theta)\}\), and
 * test them on further experiments.
 *
 * <p>The thresholds \(q_c(\theta)\) are quantiles of \(t_\theta\) in toys on a grid of the range, linear in between. The length of a
 * set counts all its pieces; its ends are found by bisection.
 */
final class NeymanSets {

    private static final int SCAN = 120;
    private static final int HALVINGS = 12;

    private final Experiments experiments;
    private final Grid grid;
    private final int threads;

    /** {@code [level][grid]}. */
    private final double[][] thresholds;

    /**
     * Hold where thresholds are found: at the ends of equal steps.
     *
     * @param steps at least one
     */
    record Grid(double low, double high, int steps) {

        static Grid of(double low, double high, int steps) {
            return new Grid(low, high, steps);
        }

        double at(int g) {
            return low + (high - low) * g / steps;
        }

        /** Return a value between those of the grid by linear interpolation. */
        double between(double[] values, double theta) {
            double position = (theta - low) / (high - low) * steps;
            int left = (int) Math.min(steps - 1.0, Math.max(0, Math.floor(position)));
            return values[left] + (position - left) * (values[left + 1] - values[left]);
        }
    }

    /** Draw an experiment at a value of the parameter. */
    interface Experiments {
        StatisticalModel draw(double theta, UniformRandomProvider random);
    }

    /**
     * Hold what the sets of many experiments at one point did.
     *
     * @param coverage fraction that held the truth, by level
     * @param median of the sets' lengths, by level
     */
    record Summary(double[] coverage, double[] median) {}

    private NeymanSets(Experiments experiments, Grid grid, int threads, double[][] thresholds) {
        this.experiments = experiments;
        this.grid = grid;
        this.threads = threads;
        this.thresholds = thresholds;
    }

    /** Find the thresholds by {@code toys} toys at each point of a grid. */
    static NeymanSets of(Experiments experiments, Grid grid, int toys, int threads, RandomStreams streams) {
        double[][] thresholds = new double[CoverageToys.LEVELS.size()][grid.steps() + 1];
        for (int g = 0; g <= grid.steps(); g++) {
            double theta = grid.at(g);
            double[] statistics = new double[toys];
            RandomStreams own = streams.part("grid " + g);
            Tasks.run(
                    toys,
                    threads,
                    i -> statistics[i] = Profile.of(experiments.draw(theta, own.stream("toy", i)))
                            .tMu(theta));
            Toys sorted = Toys.of(statistics);
            for (int level = 0; level < thresholds.length; level++) {
                thresholds[level][g] = sorted.quantile(CoverageToys.LEVELS.get(level));
            }
        }
        return new NeymanSets(experiments, grid, threads, thresholds);
    }

    /** Build the sets of further experiments at a point. */
    Summary at(double theta, int count, RandomStreams streams) {
        int levels = thresholds.length;
        double[][] lengths = new double[levels][count];
        boolean[][] isCovered = new boolean[levels][count];
        Tasks.run(count, threads, i -> {
            StatisticalModel data = experiments.draw(theta, streams.stream("experiment", i));
            Profile profile = Profile.of(data);
            double truth = profile.tMu(theta);
            Objective twiceNll = data.twiceNll();
            double lowest = profile.best().value();
            DoubleUnaryOperator t = at -> twiceNll.value(new double[] {at}) - lowest;
            double[] scan = new double[SCAN + 1];
            Arrays.setAll(scan, s -> t.applyAsDouble(scanned(s)));
            for (int level = 0; level < levels; level++) {
                double[] q = thresholds[level];
                isCovered[level][i] = truth <= grid.between(q, theta);
                lengths[level][i] = length(scan, q, at -> t.applyAsDouble(at) - grid.between(q, at));
            }
        });
        double[] coverage = new double[levels];
        double[] median = new double[levels];
        for (int level = 0; level < levels; level++) {
            for (boolean covered : isCovered[level]) {
                coverage[level] += covered ? 1.0 / count : 0;
            }
            Arrays.sort(lengths[level]);
            median[level] = 0.5 * (lengths[level][(count - 1) / 2] + lengths[level][count / 2]);
        }
        return new Summary(coverage, median);
    }

    private double scanned(int s) {
        return grid.low() + (grid.high() - grid.low()) * s / SCAN;
    }

    /**
     * Return the length of the set where the statistic is not above its threshold.
     *
     * @param scan the statistic at equal steps of the range
     * @param excess the statistic less the threshold, for the ends of the set
     */
    private double length(double[] scan, double[] thresholds, DoubleUnaryOperator excess) {
        double length = 0;
        for (int s = 0; s < SCAN; s++) {
            double left = scanned(s);
            double right = scanned(s + 1);
            boolean isLeftInside = scan[s] <= grid.between(thresholds, left);
            boolean isRightInside = scan[s + 1] <= grid.between(thresholds, right);
            if (isLeftInside && isRightInside) {
                length += right - left;
            } else if (isLeftInside != isRightInside) {
                double edge = edge(excess, left, right, isLeftInside);
                length += isLeftInside ? edge - left : right - edge;
            }
        }
        return length;
    }

    private static double edge(DoubleUnaryOperator excess, double left, double right, boolean isLeftInside) {
        double a = left;
        double b = right;
        for (int h = 0; h < HALVINGS; h++) {
            double middle = 0.5 * (a + b);
            if (excess.applyAsDouble(middle) <= 0 == isLeftInside) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return 0.5 * (a + b);
    }
}
