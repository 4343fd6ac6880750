package hep.aurum.bench.cases;

import hep.aurum.base.NotSupported;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.EventGenerator;
import hep.aurum.math.random.Draws;
import hep.aurum.simulator.Simulator;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draw experiments of one process from its simulator, every event anew.
 *
 * @param simulator of the one parameter
 * @param parameter its name in the model
 */
record SimulatorDraws(Simulator simulator, String parameter) implements EventGenerator {

    @Override
    public EventData draw(Map<String, Double> theta, double[] rates, UniformRandomProvider random) {
        return draw(Objects.requireNonNull(theta.get(parameter)), rates[0], random);
    }

    /** Draw an experiment at a value of the parameter with a mean number of events. */
    EventData draw(double theta, double mean, UniformRandomProvider random) {
        int d = simulator.featureNames().size();
        double[] events = new double[Draws.poisson(random, mean) * d];
        double[] x = new double[d];
        double[] z = new double[simulator.latentNames().size()];
        double[] at = {theta};
        for (int i = 0; i < events.length; i += d) {
            simulator.draw(at, random, x, z);
            System.arraycopy(x, 0, events, i, d);
        }
        return EventData.of(events, d);
    }

    @Override
    public EventData asimov(Map<String, Double> theta, double[] rates) {
        throw new NotSupported("Asimov data of a simulator", "", "draw toys");
    }
}
