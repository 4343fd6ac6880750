package hep.aurum.infer.discovery;

import hep.aurum.base.Check;
import hep.aurum.infer.test.Gaussian;
import org.apache.commons.math3.special.Beta;

/**
 * Compute the significance of counts in a signal region on a background that a control region measures, \( Z_{\rm Bi} \).
 *
 * <p>Without a signal, the total given, the counts in the signal region have a binomial law of \( \rho = 1/(1+\tau) \):
 *
 * <p>\[ p_{\rm Bi} = \sum_{j \ge n_{\rm on}} \binom{n_{\rm on}+n_{\rm off}}{j}\rho^j(1-\rho)^{n_{\rm tot}-j} =
 * I_\rho(n_{\rm on}, n_{\rm off}+1), \] which is exact, and never claims more than it should.
 *
 * @param on counts in the signal region, at least 1
 * @param off counts in the control region
 * @param tau expected background of the control region over that of the signal region
 * @see <a href="https://arxiv.org/abs/physics/0702156">Cousins, Linnemann, Tucker (2008), Eq. (14)</a>
 */
public record BinomialSignificance(int on, int off, double tau) {

    /** Check the numbers. */
    public BinomialSignificance {
        Check.argument(on >= 1, "the count in the signal region is %d, expected at least 1", on);
        Check.argument(off >= 0, "the count in the control region is %d, expected at least 0", off);
        Check.argument(tau > 0.0 && Double.isFinite(tau), "tau is %s, expected a positive number", tau);
    }

    /** Return the p-value of background alone. */
    public double pValue() {
        return Beta.regularizedBeta(1.0 / (1.0 + tau), on, off + 1.0);
    }

    /** Return the significance, negative where there is a deficit. */
    public double z() {
        return Gaussian.significance(pValue());
    }
}
