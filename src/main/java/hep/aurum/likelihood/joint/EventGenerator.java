package hep.aurum.likelihood.joint;

import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Make pseudo-data of one channel: from the simulator, never from the learned ratio, which is what they test.
 *
 * <p>Safe for any number of threads.
 */
public interface EventGenerator {

    /**
     * Draw an experiment.
     *
     * @param theta all parameters by name
     * @param rates expected events of each process, {@code [P]}
     * @param random this experiment's own stream
     */
    EventData draw(Map<String, Double> theta, double[] rates, UniformRandomProvider random);

    /**
     * Return representative events with the counts that are expected at a point: the Asimov data.
     *
     * @param theta all parameters by name
     * @param rates expected events of each process, {@code [P]}
     */
    EventData asimov(Map<String, Double> theta, double[] rates);
}
