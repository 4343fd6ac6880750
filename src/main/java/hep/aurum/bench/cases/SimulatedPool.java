package hep.aurum.bench.cases;

import hep.aurum.base.NotSupported;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.EventGenerator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Give Asimov data from independent events of the simulator, each process at the point of the truth.
 *
 * @param features of the events of each process, by rows
 * @param dimension number of features
 */
record SimulatedPool(List<double[]> features, int dimension) implements EventGenerator {

    @Override
    public EventData draw(Map<String, Double> theta, double[] rates, UniformRandomProvider random) {
        throw new NotSupported("toys of a fixed pool of events", "", "draw them from the simulator");
    }

    @Override
    public EventData asimov(Map<String, Double> theta, double[] rates) {
        int size = features.stream().mapToInt(rows -> rows.length).sum();
        double[] events = new double[size];
        double[] weights = new double[size / dimension];
        int at = 0;
        for (int p = 0; p < rates.length; p++) {
            double[] rows = features.get(p);
            int count = rows.length / dimension;
            System.arraycopy(rows, 0, events, at * dimension, rows.length);
            Arrays.fill(weights, at, at + count, rates[p] / count);
            at += count;
        }
        return new EventData(events, weights);
    }
}
