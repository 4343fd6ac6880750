package hep.aurum.sample;

import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.ParameterPoint;
import hep.aurum.simulator.Simulator;

/**
 * Label events that a simulator draws in process, from its joint density \(p(x,z|\theta)\).
 *
 * <p>Allocates nothing per call; safe for any number of threads if the simulator is.
 */
public final class SimulatorLabels implements JointLabels {

    private final Simulator simulator;
    private final double[] generatedAt;
    private final double[][] x;
    private final double[][] z;

    private SimulatorLabels(Simulator simulator, double[] generatedAt, double[][] x, double[][] z) {
        this.simulator = simulator;
        this.generatedAt = generatedAt;
        this.x = x;
        this.z = z;
    }

    /** Draw events at one point, each from a stream of its own. */
    public static SimulatorLabels draw(
            Simulator simulator, ParameterPoint generatedAt, int events, RandomStreams streams) {
        double[] theta = generatedAt.toArray();
        double[][] x = new double[events][simulator.featureNames().size()];
        double[][] z = new double[events][simulator.latentNames().size()];
        for (int i = 0; i < events; i++) {
            simulator.draw(theta, streams.stream(simulator.name(), i), x[i], z[i]);
        }
        return new SimulatorLabels(simulator, theta, x, z);
    }

    /** Return one feature of one event. */
    public double feature(int event, int index) {
        return x[event][index];
    }

    /** Return one latent of one event. */
    public double latent(int event, int index) {
        return z[event][index];
    }

    @Override
    public int size() {
        return x.length;
    }

    @Override
    public int parameters() {
        return generatedAt.length;
    }

    @Override
    public double jointRatio(int event, double[] theta0, double[] theta1) {
        double numerator = simulator.logDensity(x[event], z[event], theta0);
        return StrictMath.exp(numerator - simulator.logDensity(x[event], z[event], theta1));
    }

    @Override
    public void jointScore(int event, double[] theta, double[] score) {
        simulator.score(x[event], z[event], theta, score);
    }

    @Override
    public double importance(int event, double[] theta) {
        return jointRatio(event, theta, generatedAt);
    }
}
