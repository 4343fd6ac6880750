package hep.aurum.bench;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import java.util.List;

/**
 * Make a learned ratio one at its reference, \(\log\hat r(x|\theta) - \log\hat r(x|\theta_1)\).
 *
 * <p>Where the reference law is that of θ1, the difference has \(E_{\theta_1}[\hat r\,\hat t] = E_{\theta_1}[\hat t]\) at θ1, so
 * that normalising it at all θ makes the mean score vanish there.
 *
 * @param base the learned ratio
 * @param reference \(\theta_1\)
 */
record AnchoredRatio(RatioEstimator base, ParameterPoint reference) implements RatioEstimator {

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
        return base.describe() + ", one at " + reference;
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        return base.logRatio(x, theta) - base.logRatio(x, reference.toArray());
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        return base.logRatioAndScore(x, theta, score) - base.logRatio(x, reference.toArray());
    }

    @Override
    public void logRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        base.logRatios(events, thetas, logRatios, threads);
        subtractReference(events, logRatios, threads);
    }

    @Override
    public void logRatiosAndScores(double[] events, double[] theta, double[] logRatios, double[] scores, int threads) {
        base.logRatiosAndScores(events, theta, logRatios, scores, threads);
        subtractReference(events, logRatios, threads);
    }

    private void subtractReference(double[] events, double[] logRatios, int threads) {
        double[] offsets = new double[events.length / featureNames().size()];
        base.logRatios(events, reference.toArray(), offsets, threads);
        int points = logRatios.length / offsets.length;
        for (int i = 0; i < logRatios.length; i++) {
            logRatios[i] -= offsets[i / points];
        }
    }
}
