package hep.aurum.simulator.toy;

import org.apache.commons.math3.special.Erf;

/**
 * Compute the moments of the normal law N(u, 1) cut off below zero: its mass Φ(u), mean and mean square.
 *
 * <p>With \(I_k = \int_0^\infty y^k e^{uy-y^2/2}dy\), integration by parts gives \(I_{k+1} = uI_k + kI_{k-1}\) and \(I_1 =
 * 1 + uI_0\). For u far below zero those sums cancel; the ratios \(R_k = I_k/I_{k-1}\) then come from the continued fraction
 * \(R_k = k/(R_{k+1} - u)\), all of whose terms are positive.
 */
final class HalfNormalMoments {

    /** Below this value the direct formulas lose more than two digits. */
    private static final double FAR = -2;

    /** Enough terms for full precision at {@link #FAR}, where the fraction converges most slowly. */
    private static final int TERMS = 120;

    private HalfNormalMoments() {}

    /** Return \(\log\Phi(u)\). */
    static double logMass(double u) {
        if (u > FAR) {
            return StrictMath.log(0.5 * Erf.erfc(-u / Math.sqrt(2)));
        }
        double mills = 1 / (ratio(1, u) - u);
        return StrictMath.log(mills) - 0.5 * u * u - 0.5 * StrictMath.log(2 * Math.PI);
    }

    /** Return the mean, \(I_1/I_0\). */
    static double mean(double u) {
        return u > FAR ? u + hazard(u) : ratio(1, u);
    }

    /** Return the mean square, \(I_2/I_0\). */
    static double meanSquare(double u) {
        if (u > FAR) {
            return u * (u + hazard(u)) + 1;
        }
        double second = ratio(2, u);
        return second / (second - u);
    }

    private static double hazard(double u) {
        double density = StrictMath.exp(-0.5 * u * u) / Math.sqrt(2 * Math.PI);
        return density / (0.5 * Erf.erfc(-u / Math.sqrt(2)));
    }

    private static double ratio(int k, double u) {
        int last = k + TERMS;
        // The fraction's tail settles at the positive root of R (R - u) = last.
        double ratio = 0.5 * (u + Math.sqrt(u * u + 4.0 * last));
        for (int n = last - 1; n >= k; n--) {
            ratio = n / (ratio - u);
        }
        return ratio;
    }
}
