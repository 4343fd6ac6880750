package hep.aurum.likelihood.joint;

import hep.aurum.base.Check;

/**
 * Hold the events of one channel with their weights: 1 for recorded events, expected counts for Asimov events.
 *
 * @param events {@code [n*d]} by rows; not to be changed
 * @param weights {@code [n]}, of any sign; not to be changed
 */
public record EventData(double[] events, double[] weights) {

    /** Check the lengths. */
    public EventData {
        Check.argument(
                weights.length == 0 ? events.length == 0 : events.length % weights.length == 0,
                "%d features cannot be those of %d events",
                events.length,
                weights.length);
    }

    /**
     * Hold events that count once.
     *
     * @param dimension number of features
     */
    public static EventData of(double[] events, int dimension) {
        double[] ones = new double[events.length / dimension];
        java.util.Arrays.fill(ones, 1);
        return new EventData(events, ones);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventData data
                && java.util.Arrays.equals(events, data.events)
                && java.util.Arrays.equals(weights, data.weights);
    }

    @Override
    public int hashCode() {
        return 31 * java.util.Arrays.hashCode(events) + java.util.Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return "EventData of " + weights.length + " events";
    }
}
