package hep.aurum.trust;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.ParameterSpace;
import java.util.List;

/**
 * Return 1/r: what a classifier gives whose two labels were interchanged, a twin.
 *
 * @param ratio the right ratio
 */
public record InverseRatio(RatioEstimator ratio) implements RatioEstimator {

    private TemperedRatio inverse() {
        return new TemperedRatio(ratio, -1);
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
        return "the inverse of " + ratio.describe();
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        return -ratio.logRatio(x, theta);
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        return inverse().logRatioAndScore(x, theta, score);
    }

    @Override
    public void logRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        inverse().logRatios(events, thetas, logRatios, threads);
    }

    @Override
    public void logRatiosAndScores(double[] events, double[] theta, double[] logRatios, double[] scores, int threads) {
        inverse().logRatiosAndScores(events, theta, logRatios, scores, threads);
    }
}
