package hep.aurum.bench;

import java.util.Map;
import java.util.TreeMap;

/**
 * Hold what one training reached.
 *
 * @param mse the mean squared error of what was learned
 * @param trainSeconds time on the wall clock of all networks together
 * @param trainedSamples how many samples were trained on in that time, each counted in every epoch and network
 * @param evaluationsPerSecond how many values of one event at one point are evaluated in a second
 * @param more other figures by name, such as a cross-entropy
 */
public record BenchScore(
        double mse, double trainSeconds, double trainedSamples, double evaluationsPerSecond, Map<String, Double> more) {

    /** Copy the map. */
    public BenchScore {
        more = Map.copyOf(more);
    }

    /** Return this score with another figure. */
    public BenchScore with(String name, double value) {
        Map<String, Double> all = new TreeMap<>(more);
        all.put(name, value);
        return new BenchScore(mse, trainSeconds, trainedSamples, evaluationsPerSecond, all);
    }
}
