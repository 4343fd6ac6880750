package hep.aurum.likelihood.binned;

import java.util.List;

/**
 * Hold the counts of one channel.
 *
 * @param name of the channel
 * @param data events by bin; fractions are allowed, as in Asimov data
 */
public record Observation(String name, List<Double> data) {

    /** Copy the list. */
    public Observation {
        data = List.copyOf(data);
    }
}
