package hep.aurum.infer.test;

import hep.aurum.base.NotSupported;
import hep.aurum.infer.fit.Profile;
import hep.aurum.likelihood.StatisticalModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Test values of the parameter of interest with the asymptotic distributions of the statistics.
 *
 * <p>In units of \( \sqrt{q} \), with \( q_A \) the statistic of the background-only Asimov data (nuisances at their
 * conditional fit to the observed data): \( \mathrm{CL}_{s+b} = 1-\Phi(x+\sqrt{q_A}) \) and \( \mathrm{CL}_b = 1-\Phi(x)
 * \), where \( x = \sqrt q-\sqrt{q_A} \), or \( (q-q_A)/(2\sqrt{q_A}) \) for \( \tilde q > q_A \). The two-sided
 * statistics add what the other tail contributes: \( 1-\Phi(\sqrt t) \) to \( \mathrm{CL}_{s+b} \), and \(
 * 1-\Phi(\sqrt t+\sqrt{t_A}) \) to \( \mathrm{CL}_b \).
 *
 * <p>Valid for large samples, where \(\hat\mu\) has a Gaussian law; with a few events per bin, or where the yield is a
 * function of the parameter of interest with a minimum, compare with toys ({@link ToyTest}).
 *
 * <p>The observed and the Asimov fit are made once; every value of μ costs two conditional fits. An object belongs to one
 * thread.
 *
 * @see <a href="https://arxiv.org/abs/1007.1727">Cowan, Cranmer, Gross, Vitells, Eq. (35), (36), (41) to (44), (57), (59),
 *     (65) and (66)</a>
 * @see <a href="https://doi.org/10.1088/0954-3899/28/10/313">Read: Presentation of search results, the CLs technique
 *     (2002)</a>
 */
public final class AsymptoticTest {

    private final TestStatistic statistic;
    private final Profile observed;
    private final Profile asimov;

    private AsymptoticTest(TestStatistic statistic, Profile observed, Profile asimov) {
        this.statistic = statistic;
        this.observed = observed;
        this.asimov = asimov;
    }

    /** Fit a model with \( \tilde q_\mu \), the statistic of choice for a signal that cannot be negative. */
    public static AsymptoticTest of(StatisticalModel model) {
        return of(model, TestStatistic.Q_MU_TILDE);
    }

    /**
     * Fit a model and its background-only Asimov data.
     *
     * @throws hep.aurum.base.BadModel if the model has no free parameter of interest
     * @throws hep.aurum.base.NotConverged if a fit fails
     */
    public static AsymptoticTest of(StatisticalModel model, TestStatistic statistic) {
        if (statistic == TestStatistic.Q0) {
            throw new NotSupported(
                    "q0 tests background alone, not a value of mu", "", "use Discovery of the room infer.discovery");
        }
        Profile observed = statistic.profile(model);
        double[] background = observed.conditional(background(model)).point();
        Profile asimov = observed.with(model.asimov(background), background);
        return new AsymptoticTest(statistic, observed, asimov);
    }

    /** Return the parameter of interest of background alone: 0, or what is physical and nearest to it. */
    static double background(StatisticalModel model) {
        return Math.max(0.0, model.lowestPoi());
    }

    /** Return the profile of the observed data. */
    public Profile observed() {
        return observed;
    }

    /** Return the largest value of the parameter of interest that the model allows. */
    public double largestMu() {
        return observed.upperBound();
    }

    /** Return the statistic of the background-only Asimov data. */
    public double qAsimov(double mu) {
        return statistic.value(asimov, mu);
    }

    /** Test one value of the parameter of interest. */
    public TestResult at(double mu) {
        double q = statistic.value(observed, mu);
        double qAsimov = qAsimov(mu);
        List<Double> clsbs = new ArrayList<>();
        List<Double> clbs = new ArrayList<>();
        for (int sigma = -2; sigma <= 2; sigma++) {
            double root = Math.sqrt(qAsimov);
            clsbs.add(
                    statistic.isTwoSided() ? clsb(fluctuated(qAsimov, sigma), qAsimov) : Gaussian.pValue(root - sigma));
            clbs.add(statistic.isTwoSided() ? clb(fluctuated(qAsimov, sigma), qAsimov) : Gaussian.pValue(-sigma));
        }
        double clsb = clsb(q, qAsimov);
        double clb = clb(q, qAsimov);
        return TestResult.of(statistic, mu, observed.muHat(), q, qAsimov, clsb, clb, clsbs, clbs);
    }

    /** Return t of background-only data with a best fit of some standard deviations. */
    private double fluctuated(double qAsimov, int sigma) {
        double root = Math.sqrt(qAsimov);
        boolean isBeyond = statistic.isBounded() && sigma < 0;
        return isBeyond ? qAsimov - 2.0 * root * sigma : (root - sigma) * (root - sigma);
    }

    private double clsb(double q, double qAsimov) {
        double other = statistic.isTwoSided() ? Gaussian.pValue(Math.sqrt(q)) : 0.0;
        return Gaussian.pValue(shift(q, qAsimov) + Math.sqrt(qAsimov)) + other;
    }

    private double clb(double q, double qAsimov) {
        double other = statistic.isTwoSided() ? Gaussian.pValue(Math.sqrt(q) + Math.sqrt(qAsimov)) : 0.0;
        return Gaussian.pValue(shift(q, qAsimov)) + other;
    }

    private double shift(double q, double qAsimov) {
        if (statistic.isBounded() && q > qAsimov && qAsimov > 0.0) {
            return (q - qAsimov) / (2.0 * Math.sqrt(qAsimov));
        }
        return Math.sqrt(q) - Math.sqrt(qAsimov);
    }
}
