package hep.aurum.workflow;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.toy.Toy;
import java.util.List;

/**
 * Give the exact ratio of a toy to its law at the point where its samples are generated.
 *
 * @param toy the toy
 */
record ExactToyRatio(Toy toy) implements RatioEstimator {

    @Override
    public ParameterSpace space() {
        return toy.space();
    }

    @Override
    public List<String> featureNames() {
        return toy.featureNames();
    }

    @Override
    public String describe() {
        return "log r(x|theta) of " + toy.name() + ", exact";
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        return toy.truth().logRatio(x, theta, toy.reference().toArray());
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        toy.truth().score(x, theta, score);
        return logRatio(x, theta);
    }
}
