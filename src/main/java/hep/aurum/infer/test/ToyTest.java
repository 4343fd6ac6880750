package hep.aurum.infer.test;

import hep.aurum.base.NotSupported;
import hep.aurum.infer.fit.Profile;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.math.random.RandomStreams;

/**
 * Test values of the parameter of interest by toys: exact where the asymptotic laws are not, but for the nuisances, which are
 * those of the conditional fits to the observed data.
 *
 * <p>\[ \mathrm{CL}_{s+b} = P(q \ge q_{\rm obs} \mid \mu, \hat{\hat\theta}_\mu), \qquad \mathrm{CL}_b = P(q \ge q_{\rm obs}
 * \mid 0, \hat{\hat\theta}_0), \] equality included: where \(\hat\mu > \mu\) the one-sided statistics are 0, and so are those
 * of many toys. Expected values are those at the quantiles of background-only toys.
 *
 * <p>An object belongs to one thread; the toys have threads of their own.
 *
 * @see <a href="https://cds.cern.ch/record/1379837">ATLAS and CMS: Procedure for the LHC Higgs boson search combination
 *     (2011)</a>
 */
public final class ToyTest {

    private final TestStatistic statistic;
    private final Profile observed;
    private final ToyPlan plan;

    private ToyTest(TestStatistic statistic, Profile observed, ToyPlan plan) {
        this.statistic = statistic;
        this.observed = observed;
        this.plan = plan;
    }

    /**
     * Fit a model and stand ready to draw its toys.
     *
     * @throws hep.aurum.base.BadModel if the model has no free parameter of interest
     * @throws hep.aurum.base.NotConverged if the fit fails
     */
    public static ToyTest of(StatisticalModel model, TestStatistic statistic, ToyPlan plan) {
        return new ToyTest(statistic, statistic.profile(model), plan);
    }

    /** Return the profile of the observed data. */
    public Profile observed() {
        return observed;
    }

    /**
     * Test one value of the parameter of interest.
     *
     * @throws NotSupported for {@link TestStatistic#Q0}, which has no signal to test: see {@link #discovery}
     */
    public ToyResult at(double mu) {
        if (statistic == TestStatistic.Q0) {
            throw new NotSupported("q0 tests background alone, not a value of mu", "", "ask for the discovery test");
        }
        double q = statistic.value(observed, mu);
        double background = AsymptoticTest.background(observed.model());
        Toys signal = toys("signal", mu, mu);
        Toys alone = toys("background", background, mu);
        return ToyResult.of(statistic, mu, observed.muHat(), q, signal, alone, plan);
    }

    /** Draw toys of background alone, and return those of q0: their p-value at the observed q0 is p0. */
    public Toys discovery() {
        return toys("discovery", 0.0, 0.0);
    }

    /**
     * Draw toys at one value and return their statistics at another.
     *
     * @param purpose names the random numbers, and the task for the plan's listener
     * @param truth the parameter of interest of the toys, nuisances at their conditional fit to the observed data
     * @param tested the parameter of interest that is tested
     */
    public Toys toys(String purpose, double truth, double tested) {
        double[] theta = observed.conditional(truth).point();
        return Toys.draw(
                statistic,
                observed,
                theta,
                tested,
                plan,
                RandomStreams.of(plan.seed()).part(purpose),
                "toys, " + purpose);
    }
}
