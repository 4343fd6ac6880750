package hep.aurum.infer.limit;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import hep.aurum.base.Progress;
import hep.aurum.base.Tally;
import hep.aurum.infer.test.AsymptoticTest;
import hep.aurum.infer.test.Gaussian;
import hep.aurum.infer.test.TestStatistic;
import hep.aurum.likelihood.StatisticalModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Find upper limits by the root of \( \mathrm{CL}_s(\mu) = 1 - \text{level} \), to a relative 1e-10.
 *
 * <p>Expected limits need the Asimov statistic alone: \( \mathrm{CL}_s = \alpha \) at N standard deviations is \(
 * \sqrt{q_A(\mu)} = \Phi^{-1}(1-\alpha\Phi(N)) + N \).
 *
 * @see <a href="https://arxiv.org/abs/1007.1727">Cowan, Cranmer, Gross, Vitells, Eq. (69) for the case of CLs+b</a>
 */
public final class UpperLimit {

    private static final UpperLimit DEFAULT = new UpperLimit(0.95, TestStatistic.Q_MU_TILDE);
    private static final double RELATIVE = 1e-11;
    private static final int LIMITS = 6;
    private static final int MAX_EVALUATIONS = 200;

    private final double level;
    private final TestStatistic statistic;

    private UpperLimit(double level, TestStatistic statistic) {
        this.level = level;
        this.statistic = statistic;
    }

    /** Return limits at 95 % confidence with \( \tilde q_\mu \). */
    public static UpperLimit withDefaults() {
        return DEFAULT;
    }

    /** Return limits at another confidence level between 0 and 1. */
    public UpperLimit withLevel(double newLevel) {
        Check.argument(newLevel > 0.0 && newLevel < 1.0, "the level is %s, expected a number in (0, 1)", newLevel);
        return new UpperLimit(newLevel, statistic);
    }

    /** Return limits with another statistic. */
    public UpperLimit withStatistic(TestStatistic newStatistic) {
        Check.argument(
                newStatistic == TestStatistic.Q_MU || newStatistic == TestStatistic.Q_MU_TILDE,
                "an upper limit has the statistic %s, expected q or qtilde",
                newStatistic.code());
        return new UpperLimit(level, newStatistic);
    }

    /**
     * Find the observed and the expected limits of a model.
     *
     * @throws BadModel if the limit lies above the upper bound of the parameter of interest
     * @throws hep.aurum.base.NotConverged if a fit fails
     */
    public LimitResult of(StatisticalModel model) {
        return of(model, Progress.NONE);
    }

    /** Find the limits in the same way, and tell how many of the six are done. */
    public LimitResult of(StatisticalModel model, Progress progress) {
        Tally tally = Tally.of(progress, "limits", LIMITS, "limits");
        AsymptoticTest test = AsymptoticTest.of(model, statistic);
        double alpha = 1.0 - level;
        List<Double> expected = new ArrayList<>();
        for (int sigma = -2; sigma <= 2; sigma++) {
            double target = Gaussian.significance(alpha * Gaussian.pValue(-sigma)) + sigma;
            expected.add(root(test, mu -> Math.sqrt(test.qAsimov(mu)) - target));
            tally.add(1);
        }
        double logAlpha = StrictMath.log(alpha);
        double observed = root(test, mu -> logAlpha - StrictMath.log(test.at(mu).cls()));
        tally.add(1);
        tally.finish();
        return new LimitResult(level, observed, expected);
    }

    /** Find where a function that is negative for no signal and grows with μ crosses zero. */
    private double root(AsymptoticTest test, DoubleUnaryOperator excess) {
        double largest = test.largestMu();
        double low = Math.max(0.0, test.observed().lowerBound());
        double high = Math.min(largest, firstGuess(test));
        while (excess.applyAsDouble(high) < 0.0) {
            if (high >= largest) {
                throw new BadModel(
                        String.format(
                                Locale.ROOT,
                                "the %s upper limit lies above %s, the bound of the parameter",
                                level,
                                largest),
                        "",
                        "raise the upper bound of the parameter of interest in the measurement");
            }
            low = high;
            high = Math.min(largest, 2.0 * high);
        }
        BrentSolver solver = new BrentSolver(RELATIVE, RELATIVE * high);
        return solver.solve(MAX_EVALUATIONS, excess::applyAsDouble, low, high);
    }

    /** Twice the uncertainty of μ under the background, from the curvature of the Asimov statistic. */
    private static double firstGuess(AsymptoticTest test) {
        double mu = Math.min(1.0, test.largestMu());
        double root = Math.sqrt(test.qAsimov(mu));
        double guess = 2.0 * mu / root;
        return Double.isFinite(guess) && guess > 0.0 ? guess : mu;
    }
}
