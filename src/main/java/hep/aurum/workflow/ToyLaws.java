package hep.aurum.workflow;

import hep.aurum.likelihood.joint.EventData;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.simulator.PolynomialProcess;
import hep.aurum.simulator.toy.Toy;
import hep.aurum.trust.Laws;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draw new events of a toy: as many as wanted, none of which was trained on.
 *
 * @param toy all processes of the study
 * @param first the process whose law is the reference of the ratio, drawn where its training events were
 */
record ToyLaws(Toy toy, PolynomialProcess first) implements Laws {

    @Override
    public EventData reference(int count, RandomStreams streams) {
        double[] theta = toy.reference().toArray();
        return draw(count, first.latents(), streams, (random, x, z) -> first.draw(theta, random, x, z));
    }

    @Override
    public EventData at(double[] theta, int count, RandomStreams streams) {
        int latents = toy.latentNames().size();
        return draw(count, latents, streams, (random, x, z) -> toy.draw(theta, random, x, z));
    }

    private EventData draw(int count, int latents, RandomStreams streams, Drawing drawing) {
        int d = toy.featureNames().size();
        double[] events = new double[count * d];
        double[] x = new double[d];
        double[] z = new double[latents];
        for (int i = 0; i < count; i++) {
            drawing.draw(streams.stream("event", i), x, z);
            System.arraycopy(x, 0, events, i * d, d);
        }
        return EventData.of(events, d);
    }

    /** Draw one event. */
    private interface Drawing {
        void draw(UniformRandomProvider random, double[] x, double[] z);
    }
}
