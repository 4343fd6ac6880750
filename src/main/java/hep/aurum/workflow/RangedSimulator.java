package hep.aurum.workflow;

import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.Simulator;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Let a simulator be known by the ranges and the standard point of a study.
 *
 * @param base what draws
 * @param space the study's parameters, of the same names
 */
record RangedSimulator(Simulator base, ParameterSpace space) implements Simulator {

    @Override
    public String name() {
        return base.name();
    }

    @Override
    public List<String> featureNames() {
        return base.featureNames();
    }

    @Override
    public List<String> latentNames() {
        return base.latentNames();
    }

    @Override
    public void draw(double[] theta, UniformRandomProvider random, double[] x, double[] z) {
        base.draw(theta, random, x, z);
    }

    @Override
    public double logDensity(double[] x, double[] z, double[] theta) {
        return base.logDensity(x, z, theta);
    }

    @Override
    public void score(double[] x, double[] z, double[] theta, double[] score) {
        base.score(x, z, theta, score);
    }
}
