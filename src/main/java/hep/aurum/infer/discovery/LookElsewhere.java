package hep.aurum.infer.discovery;

import hep.aurum.base.Check;
import hep.aurum.infer.test.Gaussian;

/**
 * Turn the significance of the largest excess in a range into that of an excess anywhere in the range.
 *
 * <p>\[ p_{\rm global} \approx p_{\rm local} + \langle N(u)\rangle, \qquad u = Z_{\rm local}^2, \]
 *
 * <p>with the expected number of upcrossings of the level u by the test statistic. For a signal of fixed shape on a large
 * background the statistic is the square of a stationary Gaussian process in the signal's position, and Rice's formula gives
 *
 * <p>\[ \langle N(u)\rangle = \frac{L}{2\pi}\sqrt{\lambda_2}\,e^{-u/2}, \qquad \lambda_2 = -\rho''(0), \]
 *
 * <p>for a range of length L, where ρ is the correlation of the process at two positions; for a Gaussian peak of width σ it is
 * \(\lambda_2 = 1/(2\sigma^2)\). The bound is tight for small p and an upper one in any case.
 *
 * @param upcrossingsAtZero \(\langle N(0)\rangle\), the number of upcrossings of zero by the process
 * @see <a href="https://arxiv.org/abs/1005.1891">Gross, Vitells, Eqs. (3) and (8)</a>
 */
public record LookElsewhere(double upcrossingsAtZero) {

    /** Check the number. */
    public LookElsewhere {
        Check.argument(
                upcrossingsAtZero >= 0 && Double.isFinite(upcrossingsAtZero),
                "%s upcrossings, expected a number from 0",
                upcrossingsAtZero);
    }

    /**
     * Return the correction for a Gaussian peak of known width searched for in a range.
     *
     * @param length L, in the unit of the width
     * @param width σ
     */
    public static LookElsewhere ofGaussianPeak(double length, double width) {
        Check.argument(length >= 0, "the range is %s long", length);
        Check.argument(width > 0, "the width is %s, expected a positive number", width);
        return new LookElsewhere(length / (2 * Math.PI) / (Math.sqrt(2) * width));
    }

    /**
     * Return the correction that belongs to upcrossings counted at a low level, of a few toys' scans for example: the number
     * falls as \( \langle N(u)\rangle = \langle N(u_0)\rangle e^{-(u-u_0)/2} \).
     *
     * @param upcrossings mean number \( \langle N(u_0)\rangle \)
     * @param level \(u_0 \ge 0\), in units of the statistic
     */
    public static LookElsewhere ofUpcrossings(double upcrossings, double level) {
        Check.argument(level >= 0, "the level is %s, expected a number from 0", level);
        return new LookElsewhere(upcrossings * StrictMath.exp(0.5 * level));
    }

    /**
     * Count how often a scanned statistic rises from below a level to the level or above.
     *
     * @param scan the statistic at ascending positions of the signal
     */
    public static int upcrossings(double[] scan, double level) {
        int count = 0;
        for (int i = 1; i < scan.length; i++) {
            count += scan[i - 1] < level && scan[i] >= level ? 1 : 0;
        }
        return count;
    }

    /** Return the p-value of an excess as large as this anywhere in the range, at most 1. */
    public double globalPValue(double localZ) {
        double level = Math.max(localZ, 0);
        return Math.min(1, Gaussian.pValue(localZ) + upcrossingsAtZero * StrictMath.exp(-0.5 * level * level));
    }

    /** Return the global significance that belongs to a local one. */
    public double globalZ(double localZ) {
        return Gaussian.significance(globalPValue(localZ));
    }
}
