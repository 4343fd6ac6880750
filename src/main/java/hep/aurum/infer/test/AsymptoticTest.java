package hep.aurum.infer.test;

import hep.aurum.infer.fit.Profile;
import hep.aurum.likelihood.StatisticalModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Test signal strengths with the asymptotic distributions of \( q_\mu \) and \( \tilde q_\mu \).
 *
 * <p>In units of \( \sqrt{q} \), with \( q_A \) the statistic of the background-only Asimov data (nuisances at their
 * conditional fit to the observed data): \( \mathrm{CL}_{s+b} = 1-\Phi(x+\sqrt{q_A}) \) and \( \mathrm{CL}_b = 1-\Phi(x)
 * \), where \( x = \sqrt q-\sqrt{q_A} \), or \( (q-q_A)/(2\sqrt{q_A}) \) for \( \tilde q > q_A \). Valid for large
 * samples; with a few events per bin compare with toys.
 *
 * <p>The observed and the Asimov fit are made once; every value of μ costs two conditional fits. An object belongs to one
 * thread.
 *
 * @see <a href="https://arxiv.org/abs/1007.1727">Cowan, Cranmer, Gross, Vitells, Eq. (57), (59), (65) and (66)</a>
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
        double lowest = statistic == TestStatistic.Q_MU_TILDE ? 0.0 : Double.NEGATIVE_INFINITY;
        Profile observed = Profile.of(model, lowest);
        double[] background = observed.conditional(0.0).point();
        Profile asimov = observed.with(model.asimov(background), background);
        return new AsymptoticTest(statistic, observed, asimov);
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
        return oneSided(asimov, mu);
    }

    private static double oneSided(Profile profile, double mu) {
        return profile.muHat() > mu ? 0.0 : profile.tMu(mu);
    }

    /** Test one value of the parameter of interest. */
    public TestResult at(double mu) {
        double q = oneSided(observed, mu);
        double qAsimov = qAsimov(mu);
        double root = Math.sqrt(qAsimov);
        double x = shift(q, qAsimov);
        double clsb = Gaussian.pValue(x + root);
        double clb = Gaussian.pValue(x);
        List<Double> cls = new ArrayList<>();
        List<Double> clsbs = new ArrayList<>();
        List<Double> clbs = new ArrayList<>();
        for (int sigma = 2; sigma >= -2; sigma--) {
            double expectedClsb = Gaussian.pValue(sigma + root);
            double expectedClb = Gaussian.pValue(sigma);
            clsbs.add(expectedClsb);
            clbs.add(expectedClb);
            cls.add(expectedClsb / expectedClb);
        }
        return new TestResult(statistic, mu, observed.muHat(), q, qAsimov, clsb, clb, clsb / clb, cls, clsbs, clbs);
    }

    private double shift(double q, double qAsimov) {
        if (statistic == TestStatistic.Q_MU_TILDE && q > qAsimov && qAsimov > 0.0) {
            return (q - qAsimov) / (2.0 * Math.sqrt(qAsimov));
        }
        return Math.sqrt(q) - Math.sqrt(qAsimov);
    }
}
