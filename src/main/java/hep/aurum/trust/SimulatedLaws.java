package hep.aurum.trust;

import hep.aurum.likelihood.joint.EventData;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.simulator.Simulator;

/** Draw as many events as are wanted from a simulator, for a ratio to the law at one of its points. */
public final class SimulatedLaws implements Laws {

    private final Simulator simulator;
    private final double[] reference;

    /**
     * Hold a simulator.
     *
     * @param simulator whose events count once each
     * @param reference the point s of the reference law, {@code [k]}
     */
    public SimulatedLaws(Simulator simulator, double[] reference) {
        hep.aurum.base.Check.length(
                "the reference point", reference.length, simulator.space().size());
        this.simulator = simulator;
        this.reference = reference.clone();
    }

    @Override
    public EventData reference(int count, RandomStreams streams) {
        return at(reference, count, streams.part("reference"));
    }

    @Override
    public EventData at(double[] theta, int count, RandomStreams streams) {
        int d = simulator.featureNames().size();
        double[] x = new double[d];
        double[] z = new double[simulator.latentNames().size()];
        double[] events = new double[count * d];
        for (int i = 0; i < count; i++) {
            simulator.draw(theta, streams.stream("event", i), x, z);
            System.arraycopy(x, 0, events, i * d, d);
        }
        return EventData.of(events, d);
    }
}
