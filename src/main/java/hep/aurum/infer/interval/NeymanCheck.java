package hep.aurum.infer.interval;

import hep.aurum.base.Check;
import hep.aurum.base.Progress;
import hep.aurum.base.Tally;
import hep.aurum.math.optim.BoundedBfgs;
import hep.aurum.math.random.RandomStreams;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Find the law of \(t(\theta)\) at a point by pseudo-experiments: the Neyman construction at that point, and the check of the
 * asymptotic threshold.
 *
 * <p>The Neyman set of level c contains θ if \(t_{\rm obs}(\theta)\) is at most the c-quantile of t under θ. Where the
 * \(\chi^2\) law holds that quantile equals {@link ChiSquare#threshold}.
 *
 * @see <a href="https://arxiv.org/abs/physics/9711021">Feldman, Cousins (1998): ordering by the likelihood ratio</a>
 */
public final class NeymanCheck {

    private final double[] theta;
    private final double[] statistics;

    private NeymanCheck(double[] theta, double[] statistics) {
        this.theta = theta;
        this.statistics = statistics;
    }

    /**
     * Run the pseudo-experiments of one point in parallel; the result does not depend on the number of threads.
     *
     * @param source where they come from
     * @param theta the point, {@code [k]}
     * @param box the ranges of the fit
     * @param toys how many
     * @param streams each toy has a stream of its own
     */
    public static NeymanCheck at(ToySource source, double[] theta, Box box, int toys, RandomStreams streams) {
        return at(source, theta, box, toys, streams, Progress.NONE);
    }

    /** Run the pseudo-experiments of one point, and tell how many are done. */
    public static NeymanCheck at(
            ToySource source, double[] theta, Box box, int toys, RandomStreams streams, Progress progress) {
        Check.argument(toys > 0, "%d toys were asked for, expected at least one", toys);
        BoundedBfgs minimiser =
                BoundedBfgs.inside(box.lowerEnds(), box.upperEnds()).withTolerance(1e-5);
        Tally tally = Tally.of(progress, "toys", toys, "toys");
        double[] statistics = IntStream.range(0, toys)
                .parallel()
                .mapToDouble(toy -> {
                    double t = statistic(source.draw(theta, streams.stream("toy", toy)), theta, minimiser);
                    tally.add(1);
                    return t;
                })
                .sorted()
                .toArray();
        tally.finish();
        return new NeymanCheck(theta.clone(), statistics);
    }

    private static double statistic(ToySource.Toy toy, double[] theta, BoundedBfgs minimiser) {
        double truth = toy.twiceNll().value(theta);
        double lowest = truth;
        for (double[] start : toy.starts()) {
            lowest = Math.min(lowest, minimiser.minimise(toy.twiceNll(), start).value());
        }
        return truth - lowest;
    }

    /** Return the point. */
    public double[] theta() {
        return theta.clone();
    }

    /** Return the number of pseudo-experiments. */
    public int toys() {
        return statistics.length;
    }

    /**
     * Return the smallest threshold that at least a fraction {@code level} of the toys do not exceed: the Neyman set's.
     */
    public double threshold(double level) {
        int rank = (int) Math.ceil(level * statistics.length);
        return statistics[Math.min(statistics.length, Math.max(1, rank)) - 1];
    }

    /** Return the fraction of toys whose statistic is at most a threshold: the coverage of the set that it defines. */
    public double coverage(double threshold) {
        return (double) Arrays.stream(statistics).filter(t -> t <= threshold).count() / statistics.length;
    }

    /** Return the binomial standard error of a coverage. */
    public double coverageError(double coverage) {
        return Math.sqrt(coverage * (1 - coverage) / statistics.length);
    }

    /** Return the p-value \((1 + \#\{t \ge t_{\rm obs}\})/(1 + N)\) of an observed statistic, never zero. */
    public double pValue(double observed) {
        long above = Arrays.stream(statistics).filter(t -> t >= observed).count();
        return (1.0 + above) / (1.0 + statistics.length);
    }
}
