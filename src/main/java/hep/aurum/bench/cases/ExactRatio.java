package hep.aurum.bench.cases;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.ExactTruth;
import java.util.List;

/**
 * The ratio in closed form, \(\log r(x|\theta, s)\).
 *
 * @param truth the likelihood of what the detector sees
 * @param space the parameters
 * @param featureNames the features
 * @param reference the point s of the reference law
 */
record ExactRatio(ExactTruth truth, ParameterSpace space, List<String> featureNames, double[] reference)
        implements RatioEstimator {

    @Override
    public String describe() {
        return "the exact ratio";
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        return truth.logRatio(x, theta, reference);
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        truth.score(x, theta, score);
        return logRatio(x, theta);
    }
}
