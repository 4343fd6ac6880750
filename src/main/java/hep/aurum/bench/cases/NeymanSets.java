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

    private static final int GRID = 13;
    private static final int SCAN = 120;
    private static final int HALVINGS = 12;

    private final Experiments experiments;
    private final double low;
    private final double high;
    private final int threads;

    /** {@code [level][grid]}. */
    private final double[][] thresholds;

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

    private NeymanSets(Experiments experiments, double low, double high, int threads, double[][] thresholds) {
        this.experiments = experiments;
        this.low = low;
        this.high = high;
        this.threads = threads;
        this.thresholds = thresholds;
    }

    /** Find the thresholds by {@code toys} toys at each point of a grid. */
    static NeymanSets of(
            Experiments experiments, double low, double high, int toys, int threads, RandomStreams streams) {
        double[][] thresholds = new double[CoverageToys.LEVELS.size()][GRID];
        for (int g = 0; g < GRID; g++) {
            double theta = low + (high - low) * g / (GRID - 1);
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
        return new NeymanSets(experiments, low, high, threads, thresholds);
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
            for (int level = 0; level < levels; level++) {
                double[] q = thresholds[level];
                isCovered[level][i] = truth <= threshold(q, theta);
                lengths[level][i] = length(at -> twiceNll.value(new double[] {at}) - lowest - threshold(q, at));
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

    private double threshold(double[] grid, double theta) {
        double position = (theta - low) / (high - low) * (GRID - 1);
        int left = (int) Math.min(GRID - 2, Math.max(0, Math.floor(position)));
        return grid[left] + (position - left) * (grid[left + 1] - grid[left]);
    }

    /** Return the length of the set where an excess is not positive. */
    private double length(DoubleUnaryOperator excess) {
        double length = 0;
        double left = low;
        double atLeft = excess.applyAsDouble(left);
        for (int s = 1; s <= SCAN; s++) {
            double right = low + (high - low) * s / SCAN;
            double atRight = excess.applyAsDouble(right);
            if (atLeft <= 0 && atRight <= 0) {
                length += right - left;
            } else if (atLeft <= 0 != atRight <= 0) {
                double edge = edge(excess, left, right, atLeft <= 0);
                length += atLeft <= 0 ? edge - left : right - edge;
            }
            left = right;
            atLeft = atRight;
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
