package hep.aurum.estimator.score;

import hep.aurum.estimator.ScoreEstimator;
import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.SolvedSimulator;
import java.util.List;

/** Know the score of a solved simulator at its parameters' zero. */
record ExactScore(SolvedSimulator simulator) implements ScoreEstimator {

    @Override
    public ParameterSpace space() {
        return simulator.space();
    }

    @Override
    public List<String> featureNames() {
        return simulator.featureNames();
    }

    @Override
    public String describe() {
        return "exact";
    }

    @Override
    public double[] reference() {
        return new double[simulator.space().size()];
    }

    @Override
    public void score(double[] x, double[] score) {
        simulator.truth().score(x, reference(), score);
    }
}
