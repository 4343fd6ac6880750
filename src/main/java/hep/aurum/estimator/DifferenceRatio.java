package hep.aurum.estimator;

import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import java.util.List;

/**
 * Refer a ratio to the law of a point: \(\log\hat r(x|\theta) - \log\hat r(x|\theta_1)\), 0 at \(\theta_1\).
 *
 * <p>Where the reference law is that of θ1 already, the difference has \(E_{\theta_1}[\hat r\,\hat t] = E_{\theta_1}[\hat t]\) at θ1, so
 * that normalising it at all θ makes the mean score vanish there.
 *
 * @param base the ratio, of any reference law
 * @param reference \(\theta_1\)
 */
public record DifferenceRatio(RatioEstimator base, ParameterPoint reference) implements RatioEstimator {

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
        return base.describe() + ", against " + reference;
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
        double[] offsets = new double[events.length / featureNames().size()];
        base.logRatios(events, reference.toArray(), offsets, threads);
        int points = points(thetas);
        for (int i = 0; i < logRatios.length; i++) {
            logRatios[i] -= offsets[i / points];
        }
    }

    @Override
    public void logRatiosAndScores(double[] events, double[] theta, double[] logRatios, double[] scores, int threads) {
        base.logRatiosAndScores(events, theta, logRatios, scores, threads);
        double[] offsets = new double[logRatios.length];
        base.logRatios(events, reference.toArray(), offsets, threads);
        for (int i = 0; i < logRatios.length; i++) {
            logRatios[i] -= offsets[i];
        }
    }
}
