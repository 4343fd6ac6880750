package hep.aurum.trust;

import hep.aurum.likelihood.joint.EventData;
import hep.aurum.math.random.RandomStreams;

/**
 * Give independent events of the laws that a ratio is about: never those that it was trained on.
 *
 * <p>Weights add up to the number of events that count, and may be of either sign. A law that rests on stored events returns at
 * most as many as there are. Safe for any number of threads.
 */
public interface Laws {

    /**
     * Draw events of the reference law s of the ratio.
     *
     * @param count how many are wanted
     * @param streams event i has a stream of its own
     */
    EventData reference(int count, RandomStreams streams);

    /**
     * Draw events of the simulator at a point.
     *
     * @param theta {@code [k]}
     * @param count how many are wanted
     * @param streams event i has a stream of its own
     */
    EventData at(double[] theta, int count, RandomStreams streams);
}
