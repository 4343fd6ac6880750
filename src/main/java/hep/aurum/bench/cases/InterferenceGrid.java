package hep.aurum.bench.cases;

import hep.aurum.base.NotSupported;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.EventGenerator;
import hep.aurum.simulator.toy.InterferenceToy;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Integrate over both observables of the interference toy in place of drawing events.
 *
 * @param toy the simulator
 */
record InterferenceGrid(InterferenceToy toy) implements EventGenerator {

    /** Cells of one axis, and how many standard deviations of an observable the grid reaches. */
    private static final int SIDE = 240;

    private static final double REACH = 9;
    private static final int BINS = 400;

    @Override
    public EventData draw(Map<String, Double> theta, double[] rates, UniformRandomProvider random) {
        throw new NotSupported("toys of a grid", "", "draw them from the simulator");
    }

    @Override
    public EventData asimov(Map<String, Double> theta, double[] rates) {
        double sigma = Math.sqrt(1 + toy.options().smearing() * toy.options().smearing());
        double width = 2 * REACH * sigma / SIDE;
        double[] kappa = {theta.getOrDefault("kappa", Double.NaN)};
        double[] points = new double[2 * SIDE * SIDE];
        double[] weights = new double[SIDE * SIDE];
        double[] x = new double[2];
        for (int i = 0; i < weights.length; i++) {
            x[0] = (i / SIDE + 0.5) * width - REACH * sigma;
            x[1] = (i % SIDE + 0.5) * width - REACH * sigma;
            points[2 * i] = x[0];
            points[2 * i + 1] = x[1];
            weights[i] = rates[0] * StrictMath.exp(toy.truth().logDensity(x, kappa)) * width * width;
        }
        return new EventData(points, weights);
    }

    /**
     * Return the expected significance of κ by the law of one observable, \(\nu\,\phi(x)\,[1 + \kappa^2(m^2+\tau^2)]\) with \(m =
     * ax\), in many bins.
     */
    static double histogram(double nu, double kappa, double smearing) {
        double variance = 1 + smearing * smearing;
        double sigma = Math.sqrt(variance);
        double tau2 = smearing * smearing / variance;
        double width = 2 * REACH * sigma / BINS;
        double[] signal = new double[BINS];
        double[] background = new double[BINS];
        for (int b = 0; b < BINS; b++) {
            double x = (b + 0.5) * width - REACH * sigma;
            double m = x / variance;
            background[b] = nu * width * StrictMath.exp(-0.5 * x * x / variance) / (sigma * Math.sqrt(2 * Math.PI));
            signal[b] = background[b] * kappa * kappa * (m * m + tau2);
        }
        return ExactTemplates.expectedZ(signal, background);
    }
}
