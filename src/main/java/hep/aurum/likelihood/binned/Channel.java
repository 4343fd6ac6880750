package hep.aurum.likelihood.binned;

import java.util.List;

/**
 * Hold the samples of one region of phase space.
 *
 * @param name of the region
 * @param samples at least one, all with the same number of bins
 */
public record Channel(String name, List<Sample> samples) {

    /** Copy the list. */
    public Channel {
        samples = List.copyOf(samples);
    }

    /** Return the number of bins. */
    public int bins() {
        return samples.isEmpty() ? 0 : samples.get(0).data().size();
    }
}
