package hep.aurum.estimator;

import hep.aurum.base.Check;
import hep.aurum.param.ParameterSpace;
import java.util.List;

/**
 * Calibrate the odds of a process: a ratio over the one parameter f, the fraction of that process against the first, whose
 * difference between 1 and 0 is \(\log o(x)\).
 *
 * <p>\[ \log\hat r_{\rm calibrated}(x|f) = a\log\hat r(x|f) + b f, \qquad \log o'(x) = a\log o(x) + b, \]
 *
 * <p>so that the odds are right as a number and not in their order alone: a common factor of the odds is a factor of the
 * rate that is fitted with them. Between 0 and 1 nothing is calibrated. Immutable.
 *
 * @see <a href="https://arxiv.org/abs/1706.04599">Guo, Pleiss, Sun, Weinberger: On calibration of modern neural networks, on
 *     scaling of the logit</a>
 */
public final class CalibratedOdds implements RatioEstimator {

    private final RatioEstimator base;
    private final double slope;
    private final double shift;

    private CalibratedOdds(RatioEstimator base, double slope, double shift) {
        this.base = base;
        this.slope = slope;
        this.shift = shift;
    }

    /**
     * Return calibrated odds.
     *
     * @param base the odds as they were learned
     * @param slope a
     * @param shift b
     * @throws IllegalArgumentException if the ratio has not one parameter, or a or b is not finite
     */
    public static CalibratedOdds of(RatioEstimator base, double slope, double shift) {
        Check.length("the odds' parameters", base.space().size(), 1);
        Check.finite("slope", slope);
        Check.finite("shift", shift);
        return new CalibratedOdds(base, slope, shift);
    }

    /** Return the odds as they were learned. */
    public RatioEstimator base() {
        return base;
    }

    /** Return a. */
    public double slope() {
        return slope;
    }

    /** Return b. */
    public double shift() {
        return shift;
    }

    @Override
    public ParameterSpace space() {
        return base.space();
    }

    @Override
    public List<String> featureNames() {
        return base.featureNames();
    }

    @Override
    public String describe() {
        return base.describe() + ", calibrated";
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        return calibrated(base.logRatio(x, theta), theta[0]);
    }

    private double calibrated(double logRatio, double fraction) {
        return slope * logRatio + shift * fraction;
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        double logRatio = base.logRatioAndScore(x, theta, score);
        score[0] = slope * score[0] + shift;
        return calibrated(logRatio, theta[0]);
    }

    @Override
    public void logRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        base.logRatios(events, thetas, logRatios, threads);
        for (int i = 0; i < logRatios.length; i++) {
            logRatios[i] = calibrated(logRatios[i], thetas[i % thetas.length]);
        }
    }

    @Override
    public void logRatiosAndScores(double[] events, double[] theta, double[] logRatios, double[] scores, int threads) {
        base.logRatiosAndScores(events, theta, logRatios, scores, threads);
        for (int i = 0; i < logRatios.length; i++) {
            logRatios[i] = calibrated(logRatios[i], theta[0]);
            scores[i] = slope * scores[i] + shift;
        }
    }
}
