package hep.aurum.infer.test;

import hep.aurum.base.Check;
import hep.aurum.base.NotConverged;
import hep.aurum.base.Tally;
import hep.aurum.infer.fit.Profile;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.math.random.RandomStreams;
import java.util.Arrays;
import java.util.Locale;

/**
 * Hold the statistic of many toys drawn at one point, sorted: eight bytes for each, whatever the model.
 *
 * <p>Every toy has a random stream named by its number, and starts its fits from the point that it was drawn from. The
 * result has the same bits for any number of threads. Immutable.
 */
public final class Toys {

    /** Fits that start from different points differ by this, relative to one: less is a tie. */
    private static final double TIE = 1e-8;

    /** A larger share of failed fits would bias p-values visibly. */
    private static final double MAX_FAILURES = 0.01;

    private final double[] sorted;
    private final int failures;

    private Toys(double[] sorted, int failures) {
        this.sorted = sorted;
        this.failures = failures;
    }

    /** Return the toys of given values of the statistic. */
    public static Toys of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Toys(sorted, 0);
    }

    /**
     * Draw toys and compute their statistics.
     *
     * @param statistic what to compute
     * @param observed the observed data, fitted with the bound of the statistic
     * @param theta the point {@code [k]} that they are drawn from
     * @param mu the value that is tested
     * @param plan how many, of which ensemble, on how many threads
     * @param streams of random numbers, for these toys alone
     * @param task what the plan's listener is told
     * @throws NotConverged if more than one fit in a hundred fails
     */
    static Toys draw(
            TestStatistic statistic,
            Profile observed,
            double[] theta,
            double mu,
            ToyPlan plan,
            RandomStreams streams,
            String task) {
        double[] values = new double[plan.toys()];
        StatisticalModel model = observed.model();
        Tally tally = Tally.of(plan.progress(), task, plan.toys(), "toys");
        Tasks.run(plan.toys(), plan.threads(), toy -> {
            StatisticalModel data = plan.ensemble().draw(model, theta, streams.stream("toy", toy));
            values[toy] = value(statistic, observed, data, theta, mu);
            tally.add(1);
        });
        tally.finish();
        Arrays.sort(values);
        int failures = (int) Arrays.stream(values).filter(Double::isNaN).count();
        if (failures > MAX_FAILURES * values.length) {
            throw new NotConverged(
                    String.format(Locale.ROOT, "the fits of %d of %d toys failed", failures, values.length),
                    "",
                    "look at the bounds of the parameters, or at bins without any expectation");
        }
        // NaN sorts behind everything else.
        return new Toys(Arrays.copyOf(values, values.length - failures), failures);
    }

    /** A toy whose fit fails is NaN here, and counted; it is no reason to lose the others. */
    private static double value(
            TestStatistic statistic, Profile observed, StatisticalModel data, double[] theta, double mu) {
        try {
            return statistic.value(observed.with(data, theta), mu);
        } catch (NotConverged e) {
            return Double.NaN;
        }
    }

    /** Return the number of toys that were fitted. */
    public int size() {
        return sorted.length;
    }

    /** Return the number of toys whose fit failed; they are left out. */
    public int failures() {
        return failures;
    }

    /** Return one value of the statistic, in ascending order. */
    public double get(int i) {
        return sorted[i];
    }

    /** Return the fraction of toys with a statistic of at least q; ties count. */
    public double pValue(double q) {
        double edge = q - TIE * (1.0 + q);
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < edge) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (double) (sorted.length - low) / sorted.length;
    }

    /** Return the binomial standard error of a p-value, of one toy at least. */
    public double error(double pValue) {
        double n = sorted.length;
        return Math.max(1.0 / n, Math.sqrt(pValue * (1.0 - pValue) / n));
    }

    /** Return the smallest value that at least a given fraction of the toys do not exceed. */
    public double quantile(double fraction) {
        Check.argument(fraction >= 0.0 && fraction <= 1.0, "the fraction is %s, expected 0 to 1", fraction);
        int rank = (int) Math.ceil(fraction * sorted.length);
        return sorted[Math.max(1, rank) - 1];
    }
}
