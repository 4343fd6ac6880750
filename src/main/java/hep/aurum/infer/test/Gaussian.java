package hep.aurum.infer.test;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Convert between significances and one-sided p-values, accurate far into the tails. */
public final class Gaussian {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0.0, 1.0);

    private Gaussian() {}

    /** Return \( p = 1 - \Phi(z) \) without cancellation: 2.86652e-7 at \( z = 5 \). */
    public static double pValue(double z) {
        return STANDARD.survivalProbability(z);
    }

    /** Return \( z = \Phi^{-1}(1-p) \) without cancellation. */
    public static double significance(double p) {
        return STANDARD.inverseSurvivalProbability(p);
    }
}
