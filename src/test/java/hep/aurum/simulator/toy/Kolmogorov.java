package hep.aurum.simulator.toy;

import hep.aurum.math.random.RandomStreams;
import hep.aurum.simulator.SolvedSimulator;
import java.util.Arrays;

/** Hold the draws of one observable against the exact density. */
final class Kolmogorov {

    /** The largest distance times √n exceeds this once in a million experiments. */
    static final double LIMIT = 2.7;

    private static final double STEP = 1e-3;

    private Kolmogorov() {}

    /** √n times the distance between the draws' distribution and the integral of the density from a point below all. */
    static double scaledDistance(SolvedSimulator simulator, double[] theta, int n, double below) {
        double[] seen = draws(simulator, theta, n);
        double[] x = new double[1];
        double distance = 0;
        double cumulative = 0;
        int i = 0;
        for (double at = below; i < n; at += STEP) {
            x[0] = at + STEP / 2;
            cumulative += STEP * StrictMath.exp(simulator.truth().logDensity(x, theta));
            while (i < n && seen[i] <= at + STEP) {
                i++;
            }
            distance = Math.max(distance, Math.abs(cumulative - (double) i / n));
        }
        return distance * Math.sqrt(n);
    }

    private static double[] draws(SolvedSimulator simulator, double[] theta, int n) {
        RandomStreams streams = RandomStreams.of(17);
        double[] seen = new double[n];
        double[] x = new double[1];
        double[] z = new double[simulator.latentNames().size()];
        for (int i = 0; i < n; i++) {
            simulator.draw(theta, streams.stream("test", i), x, z);
            seen[i] = x[0];
        }
        Arrays.sort(seen);
        return seen;
    }
}
