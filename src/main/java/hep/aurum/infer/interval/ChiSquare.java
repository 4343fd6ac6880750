package hep.aurum.infer.interval;

import hep.aurum.base.Check;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** Give the asymptotic law of the profile statistic: \(\chi^2_k\) for k fixed parameters (Wilks). */
public final class ChiSquare {

    /** Content of one standard deviation of a Gaussian, 68.27 %. */
    public static final double ONE_SIGMA = 0.682689492137086;

    /** Content of two standard deviations of a Gaussian, 95.45 %. */
    public static final double TWO_SIGMA = 0.954499736103642;

    private ChiSquare() {}

    /**
     * Return the threshold c with \(P(\chi^2_k \le c) =\) level: 1 and 4 for one parameter at one and two sigma, 2.2957
     * and 6.1801 for two.
     */
    public static double threshold(int parameters, double level) {
        Check.argument(level > 0 && level < 1, "the level is %s, expected a number between 0 and 1", level);
        return ChiSquaredDistribution.of(parameters).inverseSurvivalProbability(1 - level);
    }

    /** Return \(P(\chi^2_k \ge t)\). */
    public static double pValue(int parameters, double t) {
        return ChiSquaredDistribution.of(parameters).survivalProbability(t);
    }
}
