package hep.aurum.bench;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Hold the figures of one method at one number of events.
 *
 * @param bench whose they are
 * @param method what was trained
 * @param events simulated events in all
 * @param seeds trainings that were averaged
 * @param mse mean over the seeds of the mean squared error
 * @param mseSpread its standard deviation over the seeds; not a number for one seed
 * @param published the published figure
 * @param trivial the figure of saying \(\log r = 0\)
 * @param trainSeconds mean time of a training
 * @param samplesPerSecond samples trained on in a second
 * @param evaluationsPerSecond values of one event at one point evaluated in a second
 * @param more other figures by name, averaged
 */
public record BenchRow(
        String bench,
        String method,
        int events,
        int seeds,
        double mse,
        double mseSpread,
        OptionalDouble published,
        double trivial,
        double trainSeconds,
        double samplesPerSecond,
        double evaluationsPerSecond,
        Map<String, Double> more) {

    /** Copy the map. */
    public BenchRow {
        more = Map.copyOf(more);
    }

    /** Return this row with another figure. */
    public BenchRow with(String name, double value) {
        Map<String, Double> all = new TreeMap<>(more);
        all.put(name, value);
        return new BenchRow(
                bench,
                method,
                events,
                seeds,
                mse,
                mseSpread,
                published,
                trivial,
                trainSeconds,
                samplesPerSecond,
                evaluationsPerSecond,
                all);
    }
}
