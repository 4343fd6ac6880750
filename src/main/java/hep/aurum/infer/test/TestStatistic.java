package hep.aurum.infer.test;

import hep.aurum.infer.fit.Profile;
import hep.aurum.likelihood.StatisticalModel;

/**
 * Choose a test statistic, a function of \( t_\mu = -2\ln\frac{L(\mu, \hat{\hat\theta})}{L(\hat\mu, \hat\theta)} \).
 *
 * <p>With a tilde \(\hat\mu\) stays where the signal is physical: at 0 or more, or at the least that
 * {@link StatisticalModel#lowestPoi} declares. Without one it stays within the bounds that the model declares, as pyhf has
 * it.
 *
 * @see <a href="https://arxiv.org/abs/1007.1727">Cowan, Cranmer, Gross, Vitells, Eq. (8), (11), (12), (14) and (16)</a>
 */
public enum TestStatistic {
    /** \( q_0 = t_0 \) for \( \hat\mu \ge 0 \), else 0: is there a signal? */
    Q0("q0"),
    /** \( q_\mu = t_\mu \) for \( \hat\mu \le \mu \), else 0: the statistic of upper limits. */
    Q_MU("q"),
    /** \( \tilde q_\mu \): as \( q_\mu \) with \(\hat\mu\) where the signal is physical. */
    Q_MU_TILDE("qtilde"),
    /** \( t_\mu \): two-sided, for intervals. */
    T_MU("t"),
    /** \( \tilde t_\mu \): as \( t_\mu \) with \(\hat\mu\) where the signal is physical; the ordering of Feldman and Cousins. */
    T_MU_TILDE("ttilde");

    private final String code;

    TestStatistic(String code) {
        this.code = code;
    }

    /** Return the name in pyhf's spelling. */
    public String code() {
        return code;
    }

    /** Return whether values on either side of the best fit are evidence against it: then there is no CLs. */
    public boolean isTwoSided() {
        return this == T_MU || this == T_MU_TILDE;
    }

    /** Return whether only a deficit is evidence against a value, as for upper limits. */
    public boolean isUpper() {
        return this == Q_MU || this == Q_MU_TILDE;
    }

    /** Return whether the best fit stays where the signal is physical. */
    public boolean isBounded() {
        return this == Q_MU_TILDE || this == T_MU_TILDE;
    }

    /** Fit a model with the bound of this statistic on the parameter of interest. */
    public Profile profile(StatisticalModel model) {
        return Profile.of(model, isBounded() ? model.lowestPoi() : Double.NEGATIVE_INFINITY);
    }

    /**
     * Return the statistic of a fitted data set, at least 0.
     *
     * @param profile the data set, fitted with the bound of this statistic
     * @param mu the tested value; {@link #Q0} tests 0 whatever it is
     */
    public double value(Profile profile, double mu) {
        switch (this) {
            case Q0:
                return profile.muHat() < 0.0 ? 0.0 : profile.tMu(0.0);
            case Q_MU:
            case Q_MU_TILDE:
                return upper(profile, mu);
            default:
                return profile.tMu(mu);
        }
    }

    /** The conditional fit may find a deeper valley, and with it another best fit: hence the second look. */
    private static double upper(Profile profile, double mu) {
        if (profile.muHat() > mu) {
            return 0.0;
        }
        double t = profile.tMu(mu);
        return profile.muHat() > mu ? 0.0 : t;
    }
}
