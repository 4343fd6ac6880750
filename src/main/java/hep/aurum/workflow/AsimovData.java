package hep.aurum.workflow;

import hep.aurum.param.ParameterPoint;
import hep.aurum.sample.EventSample;

/**
 * Hold the Asimov data of a point: simulated events, each weighted with the number that the experiment expects of it. Their
 * sum is the expected number of events.
 */
final class AsimovData {

    private final EventSample events;
    private final double[] weights;

    private AsimovData(EventSample events, double[] weights) {
        this.events = events;
        this.weights = weights;
    }

    /**
     * Weight events for a point.
     *
     * @param events simulated events that took no part in training
     * @param theta the point
     * @param expected the expected number of events there
     */
    static AsimovData of(EventSample events, ParameterPoint theta, double expected) {
        double[] monomials = events.basis().values(theta);
        double[] weights = new double[events.size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = events.weight(i, monomials);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= expected / sum;
        }
        return new AsimovData(events, weights);
    }

    EventSample events() {
        return events;
    }

    double[] weights() {
        return weights.clone();
    }
}
