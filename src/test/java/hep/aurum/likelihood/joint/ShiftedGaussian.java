package hep.aurum.likelihood.joint;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.List;

/** N(θ + b, 1) relative to N(0, 1): the ratio of a member that is off by −b, normalised at every θ. */
record ShiftedGaussian(double b) implements RatioEstimator {

    @Override
    public ParameterSpace space() {
        return ParameterSpace.of(new Parameter("theta", -2, 2, 0));
    }

    @Override
    public List<String> featureNames() {
        return List.of("x");
    }

    @Override
    public String describe() {
        return "a shifted Gaussian";
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        double mean = theta[0] + b;
        return mean * x[0] - 0.5 * mean * mean;
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        score[0] = x[0] - theta[0] - b;
        return logRatio(x, theta);
    }
}
