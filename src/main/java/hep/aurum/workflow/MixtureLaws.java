package hep.aurum.workflow;

import hep.aurum.likelihood.joint.EventData;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.simulator.Simulator;
import hep.aurum.trust.Laws;
import java.util.List;

/**
 * Draw observations of a simulator: at a point, or of the mixture of laws that its ratio is normalised over.
 *
 * @param simulator what draws
 * @param mixture the points of the mixture, each {@code [k]}; not to be changed
 */
record MixtureLaws(Simulator simulator, List<double[]> mixture) implements Laws {

    /** Copy the list. */
    MixtureLaws {
        mixture = List.copyOf(mixture);
    }

    @Override
    public EventData reference(int count, RandomStreams streams) {
        return EventData.of(draw(mixture, 0, count, streams), dimension());
    }

    @Override
    public EventData at(double[] theta, int count, RandomStreams streams) {
        return EventData.of(rows(theta, 0, count, streams), dimension());
    }

    /** Return the number of features. */
    int dimension() {
        return simulator.featureNames().size();
    }

    /** Draw observations at a point, {@code [count*d]} by rows, from position {@code first} of the streams on. */
    double[] rows(double[] theta, long first, int count, RandomStreams streams) {
        return draw(List.of(theta), first, count, streams);
    }

    private double[] draw(List<double[]> points, long first, int count, RandomStreams streams) {
        int d = dimension();
        double[] rows = new double[count * d];
        double[] x = new double[d];
        double[] z = new double[simulator.latentNames().size()];
        for (int i = 0; i < count; i++) {
            long position = first + i;
            simulator.draw(
                    points.get((int) (position % points.size())), streams.stream(simulator.name(), position), x, z);
            System.arraycopy(x, 0, rows, i * d, d);
        }
        return rows;
    }
}
