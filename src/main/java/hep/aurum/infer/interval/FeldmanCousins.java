package hep.aurum.infer.interval;

import hep.aurum.base.Check;
import hep.aurum.infer.test.Gaussian;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Give the unified intervals of Feldman and Cousins for the two problems of their paper, exactly: no toys.
 *
 * <p>Values enter the acceptance region of μ in the order of \( R = P(x \mid \mu)/P(x \mid \hat\mu) \), where \(\hat\mu \ge
 * 0\) is the physically allowed best fit, until their probability reaches the level.
 *
 * @see <a href="https://arxiv.org/abs/physics/9711021">Feldman, Cousins (1998), sections IV A and IV B</a>
 */
public final class FeldmanCousins {

    private static final double STEP = 0.005;
    private static final double PRECISION = 1e-9;

    /** Backgrounds above the true one at which the upper end is compared for the monotone repair. */
    private static final double BACKGROUND_STEP = 0.01;

    private static final double BACKGROUND_RANGE = 10.0;
    private static final int MAX_EVALUATIONS = 500;

    private FeldmanCousins() {}

    /**
     * Return the interval of a Poisson mean μ on a known background.
     *
     * <p>The upper end is made a falling function of the background, as in the paper: the largest of those that this and
     * larger backgrounds give.
     *
     * @param count observed events, at most 1000
     * @param background expected events without a signal
     * @param level such as 0.9
     */
    public static Scan1D.Interval poisson(int count, double background, double level) {
        Check.argument(count >= 0 && count <= 1000, "the count is %d, expected 0 to 1000", count);
        Check.argument(
                background >= 0.0 && background <= 1000.0, "the background is %s, expected 0 to 1000", background);
        Check.argument(level > 0.0 && level < 1.0, "the level is %s, expected a number in (0, 1)", level);
        double far = count + 10.0 * Math.sqrt(count + 1.0) + 20.0;
        double upper = last(count, background, level, 0.0, far);
        int steps = (int) Math.round(BACKGROUND_RANGE / BACKGROUND_STEP);
        for (int i = 1; i <= steps; i++) {
            // The upper end moves little with the background: a window above the largest so far is enough.
            upper = Math.max(upper, last(count, background + i * BACKGROUND_STEP, level, upper, upper + 1.0));
        }
        return new Scan1D.Interval(first(count, background, level, upper), upper);
    }

    /** Return the smallest μ that accepts a count, by steps and then by halving. */
    private static double first(int count, double background, double level, double high) {
        for (double mu = 0.0; mu < high; mu += STEP) {
            if (accepts(count, mu, background, level)) {
                return mu == 0.0 ? 0.0 : edge(count, background, level, mu, mu - STEP);
            }
        }
        return high;
    }

    /** Return the largest μ of a range that accepts a count, or the low end if there is none. */
    private static double last(int count, double background, double level, double low, double high) {
        for (int i = (int) Math.ceil((high - low) / STEP); i > 0; i--) {
            double mu = low + i * STEP;
            if (accepts(count, mu, background, level)) {
                return edge(count, background, level, mu, mu + STEP);
            }
        }
        return low;
    }

    private static double edge(int count, double background, double level, double inside, double outside) {
        double in = inside;
        double out = outside;
        while (Math.abs(out - in) > PRECISION) {
            double middle = 0.5 * (in + out);
            if (accepts(count, middle, background, level)) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return in;
    }

    /** A count is accepted if those that rank before it hold less than the level. */
    private static boolean accepts(int count, double mu, double background, double level) {
        double mean = mu + background;
        if (mean <= 0.0) {
            return count == 0;
        }
        double rank = logRatio(count, mean, background);
        double before = 0.0;
        PoissonDistribution law = PoissonDistribution.of(mean);
        int far = (int) (mean + 12.0 * Math.sqrt(mean) + 30.0);
        for (int n = 0; n <= far; n++) {
            if (n != count && logRatio(n, mean, background) > rank) {
                before += law.probability(n);
            }
        }
        return before < level;
    }

    private static double logRatio(int n, double mean, double background) {
        double best = Math.max(n, background);
        double logs = n == 0 ? 0.0 : n * (StrictMath.log(mean) - StrictMath.log(best));
        return logs - mean + best;
    }

    /**
     * Return the interval of a mean μ ≥ 0 that was measured with a Gaussian error of 1.
     *
     * @param measured in units of the error
     * @param level such as 0.9
     */
    public static Scan1D.Interval gaussian(double measured, double level) {
        Check.finite("the measured value", measured);
        Check.argument(level > 0.0 && level < 1.0, "the level is %s, expected a number in (0, 1)", level);
        double far = Math.max(measured, 0.0) + Gaussian.significance(0.5 * (1.0 - level)) + 1.0;
        double lowest = 1e-12;
        double upper = root(mu -> measured - lowerAcceptance(mu, level), lowest, far);
        boolean isOneSided = measured <= Gaussian.significance(1.0 - level);
        double lower = isOneSided ? 0.0 : root(mu -> upperAcceptance(mu, level) - measured, lowest, far);
        return new Scan1D.Interval(lower, upper);
    }

    private static double lowerAcceptance(double mu, double level) {
        return partner(mu, upperAcceptance(mu, level));
    }

    /** Return the value below μ that has the ratio of {@code x} above it. */
    private static double partner(double mu, double x) {
        double distance = x - mu;
        return distance <= mu ? mu - distance : (mu * mu - distance * distance) / (2.0 * mu);
    }

    private static double upperAcceptance(double mu, double level) {
        double half = Gaussian.significance(0.5 * (1.0 - level));
        return root(x -> Gaussian.pValue(partner(mu, x) - mu) - Gaussian.pValue(x - mu) - level, mu, mu + half + 1e-9);
    }

    private static double root(DoubleUnaryOperator f, double low, double high) {
        return new BrentSolver(1e-14, 1e-13).solve(MAX_EVALUATIONS, f::applyAsDouble, low, high);
    }
}
