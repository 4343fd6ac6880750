package hep.aurum.infer.interval;

import hep.aurum.base.Check;
import hep.aurum.base.Stages;
import hep.aurum.infer.fit.Profile;
import hep.aurum.infer.test.TestStatistic;
import hep.aurum.infer.test.ToyPlan;
import hep.aurum.infer.test.ToyTest;
import hep.aurum.infer.test.Toys;
import hep.aurum.likelihood.StatisticalModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Construct the confidence set of a parameter of interest by toys along it: the construction of Neyman with the ordering of
 * Feldman and Cousins, nuisances profiled.
 *
 * <p>A value θ belongs to the set of level c if \( P(t_\theta \ge t_\theta^{\rm obs} \mid \theta, \hat{\hat\nu}_\theta) > 1-c
 * \). Without nuisances the set covers at least c whatever θ is true, also where \(t_\theta\) has no \(\chi^2\) law: near a
 * boundary, with few events, with several minima. With nuisances it covers where they are close to their conditional fit
 * (the profile construction).
 *
 * <p>Each value of the grid has toys of its own, from the same random streams, so that neighbours fluctuate together; between
 * a value inside and one outside the set the grid is halved a few times. Immutable.
 *
 * @see <a href="https://arxiv.org/abs/physics/9711021">Feldman, Cousins (1998)</a>
 * @see <a href="https://arxiv.org/abs/1503.07622">on the profile construction: Cranmer, Practical statistics for the LHC
 *     (2015)</a>
 */
public final class NeymanBelt {

    private final StatisticalModel model;
    private final TestStatistic statistic;
    private final double level;
    private final ToyPlan plan;
    private final int refinements;

    private NeymanBelt(StatisticalModel model, TestStatistic statistic, double level, ToyPlan plan, int refinements) {
        this.model = model;
        this.statistic = statistic;
        this.level = level;
        this.plan = plan;
        this.refinements = refinements;
    }

    /**
     * Return a construction for the parameter of interest of a model, with \(t_\theta\) and five halvings at each edge.
     *
     * @param level the confidence level, between 0 and 1
     * @param plan how many toys at each value
     */
    public static NeymanBelt of(StatisticalModel model, double level, ToyPlan plan) {
        Check.argument(level > 0.0 && level < 1.0, "the level is %s, expected a number in (0, 1)", level);
        return new NeymanBelt(model, TestStatistic.T_MU, level, plan, 5);
    }

    /** Return the construction with another statistic, such as \(\tilde t_\mu\) for a signal that cannot be negative. */
    public NeymanBelt withStatistic(TestStatistic other) {
        Check.argument(other != TestStatistic.Q0, "q0 tests one value only, a belt needs a test of each");
        return new NeymanBelt(model, other, level, plan, refinements);
    }

    /** Return the construction with another number of halvings at each edge; 0 leaves the grid as it is. */
    public NeymanBelt withRefinements(int count) {
        Check.argument(count >= 0, "%d halvings, expected at least 0", count);
        return new NeymanBelt(model, statistic, level, plan, count);
    }

    /**
     * Construct the set.
     *
     * @param low lowest value
     * @param high highest value
     * @param points of the grid, at least 2
     */
    public NeymanSet scan(double low, double high, int points) {
        Check.argument(points >= 2, "a belt has %d points, expected at least 2", points);
        Check.argument(low < high, "the range [%s, %s] is empty", low, high);
        Stages stages = Stages.of(plan.progress(), "toys along the range", (long) points * plan.toys(), "toys");
        ToyTest test = ToyTest.of(model, statistic, plan.withProgress(stages));
        List<NeymanPoint> belt = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            belt.add(point(test, low + (high - low) * i / (points - 1)));
        }
        for (int i = 0; i < points - 1; i++) {
            refine(test, belt.get(i), belt.get(i + 1), belt, stages);
        }
        stages.finish();
        belt.sort(Comparator.comparingDouble(NeymanPoint::value));
        return new NeymanSet(model.poi().orElse(""), level, belt);
    }

    private void refine(ToyTest test, NeymanPoint left, NeymanPoint right, List<NeymanPoint> belt, Stages stages) {
        NeymanPoint first = left;
        NeymanPoint last = right;
        for (int r = 0; r < refinements && first.isAccepted() != last.isAccepted(); r++) {
            stages.expect(plan.toys());
            NeymanPoint middle = point(test, 0.5 * (first.value() + last.value()));
            belt.add(middle);
            if (middle.isAccepted() == first.isAccepted()) {
                first = middle;
            } else {
                last = middle;
            }
        }
    }

    /** Test one value. */
    public NeymanPoint at(double value) {
        return point(ToyTest.of(model, statistic, plan), value);
    }

    private NeymanPoint point(ToyTest test, double value) {
        Profile observed = test.observed();
        double t = statistic.value(observed, value);
        Toys toys = test.toys("neyman", value, value);
        double p = toys.pValue(t);
        return new NeymanPoint(value, t, toys.quantile(level), p, toys.error(p), p > 1.0 - level);
    }
}
