package hep.aurum.trust;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.ParameterSpace;
import java.util.Arrays;
import java.util.List;

/**
 * Multiply a ratio by a constant, so that its law does not integrate to one: a twin.
 *
 * @param ratio the right ratio
 * @param factor positive
 */
public record UnnormalisedRatio(RatioEstimator ratio, double factor) implements RatioEstimator {

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
        return ratio.describe() + ", times " + Words.number(factor);
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        return ratio.logRatio(x, theta) + StrictMath.log(factor);
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        return ratio.logRatioAndScore(x, theta, score) + StrictMath.log(factor);
    }

    @Override
    public void logRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        ratio.logRatios(events, thetas, logRatios, threads);
        double shift = StrictMath.log(factor);
        Arrays.setAll(logRatios, i -> logRatios[i] + shift);
    }

    @Override
    public void logRatiosAndScores(double[] events, double[] theta, double[] logRatios, double[] scores, int threads) {
        ratio.logRatiosAndScores(events, theta, logRatios, scores, threads);
        double shift = StrictMath.log(factor);
        Arrays.setAll(logRatios, i -> logRatios[i] + shift);
    }
}
