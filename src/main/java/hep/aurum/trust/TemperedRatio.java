package hep.aurum.trust;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.ParameterSpace;
import java.util.Arrays;
import java.util.List;

/**
 * Stretch the logarithm of a ratio, so that posteriors keep their maximum and change their width: a twin.
 *
 * <p>\(\log\hat r = \beta\log r\) makes a Gaussian posterior \(s = 1/\sqrt\beta\) times as wide. Regions of content c then cover
 * the truth with probability \(P(\chi^2_k \le s^2\,q_k(c))\): for one parameter and c = .9, .75043 at s = .7.
 *
 * @param ratio the right ratio
 * @param power β, positive; −1 is {@link InverseRatio}
 */
public record TemperedRatio(RatioEstimator ratio, double power) implements RatioEstimator {

    /** Return the ratio whose Gaussian posteriors are {@code width} times as wide. */
    public static TemperedRatio ofWidth(RatioEstimator ratio, double width) {
        return new TemperedRatio(ratio, 1 / (width * width));
    }

    @Override
    public ParameterSpace space() {
        return ratio.space();
    }

    @Override
    public List<String> featureNames() {
        return ratio.featureNames();
    }

    @Override
    public String describe() {
        return ratio.describe() + ", its logarithm times " + Words.number(power);
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        return power * ratio.logRatio(x, theta);
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        double value = ratio.logRatioAndScore(x, theta, score);
        stretch(score);
        return power * value;
    }

    @Override
    public void logRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        ratio.logRatios(events, thetas, logRatios, threads);
        stretch(logRatios);
    }

    @Override
    public void logRatiosAndScores(double[] events, double[] theta, double[] logRatios, double[] scores, int threads) {
        ratio.logRatiosAndScores(events, theta, logRatios, scores, threads);
        stretch(logRatios);
        stretch(scores);
    }

    private void stretch(double[] values) {
        Arrays.setAll(values, i -> power * values[i]);
    }
}
