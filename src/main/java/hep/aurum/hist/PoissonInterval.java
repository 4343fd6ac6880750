package hep.aurum.hist;

import hep.aurum.base.Check;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Give the central interval of a Poisson mean for an observed count.
 *
 * <p>\[ \mu_- = \tfrac12 \chi^2_{\alpha/2}(2n), \quad \mu_+ = \tfrac12 \chi^2_{1-\alpha/2}(2n+2) \]
 *
 * <p>with \(\mu_- = 0\) for \(n = 0\). It over-covers, never under-covers. For a count that is not whole (Asimov data)
 * the same formula interpolates.
 *
 * @param lower \(\mu_-\)
 * @param upper \(\mu_+\)
 * @see <a href="https://doi.org/10.1093/biomet/28.3-4.437">F. Garwood, Biometrika 28 (1936) 437</a>
 * @see <a href="https://pdg.lbl.gov/2023/reviews/rpp2023-rev-statistics.pdf">PDG review of statistics, Eq. (40.67)</a>
 */
public record PoissonInterval(double lower, double upper) {

    /** The central probability of one standard deviation of a Gaussian. */
    public static final double ONE_SIGMA = 0.682689492137086;

    /** Return the interval at one standard deviation, as data points carry it. */
    public static PoissonInterval garwood(double count) {
        return garwood(count, ONE_SIGMA);
    }

    /**
     * Return the interval at a confidence level.
     *
     * @param count observed count, 0 or more, finite
     * @param level confidence level, inside (0, 1)
     */
    public static PoissonInterval garwood(double count, double level) {
        Check.argument(count >= 0 && Double.isFinite(count), "the count is %s, expected 0 or more", count);
        Check.argument(level > 0 && level < 1, "the confidence level is %s, expected a value inside (0, 1)", level);
        double tail = 0.5 * (1 - level);
        double lower =
                count == 0 ? 0 : 0.5 * ChiSquaredDistribution.of(2 * count).inverseCumulativeProbability(tail);
        double upper = 0.5 * ChiSquaredDistribution.of(2 * count + 2).inverseSurvivalProbability(tail);
        return new PoissonInterval(lower, upper);
    }
}
