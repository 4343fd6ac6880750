package hep.aurum.trust;

import hep.aurum.likelihood.joint.EventData;
import hep.aurum.math.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;

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

    /**
     * Draw experiments that share no event, so that what is found in one says nothing about another. Their events count once
     * each.
     *
     * @param thetas truth of each experiment, {@code [k]}
     * @param count events of each
     * @param streams every experiment has streams of its own
     * @return those of the first truths; fewer than asked for where stored events run out
     */
    default List<EventData> experiments(List<double[]> thetas, int count, RandomStreams streams) {
        List<EventData> drawn = new ArrayList<>(thetas.size());
        for (int i = 0; i < thetas.size(); i++) {
            drawn.add(at(thetas.get(i), count, streams.part("experiment " + i)));
        }
        return drawn;
    }
}
