package hep.aurum.trust;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.ParameterSpace;
import java.util.List;

/** Multiply the logarithm of a ratio by a factor, which makes Gaussian posteriors narrower by its root. */
record SharpRatio(RatioEstimator ratio, double factor) implements RatioEstimator {

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
        return ratio.describe() + ", its logarithm multiplied by " + factor;
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        return factor * ratio.logRatio(x, theta);
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        double value = factor * ratio.logRatioAndScore(x, theta, score);
        for (int a = 0; a < score.length; a++) {
            score[a] *= factor;
        }
        return value;
    }

    @Override
    public void logRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        ratio.logRatios(events, thetas, logRatios, threads);
        for (int i = 0; i < logRatios.length; i++) {
            logRatios[i] *= factor;
        }
    }
}
