package hep.aurum.trust;

import hep.aurum.likelihood.joint.EventData;
import org.apache.commons.rng.UniformRandomProvider;

/** Choose some of many events, every set of them as probable as any other. */
final class Subsample {

    private Subsample() {}

    /**
     * Return at most as many events as wanted.
     *
     * @param d number of features
     */
    static EventData of(EventData data, int d, int most, UniformRandomProvider random) {
        int n = data.weights().length;
        if (n <= most) {
            return data;
        }
        int[] rows = new int[n];
        for (int i = 0; i < n; i++) {
            rows[i] = i;
        }
        double[] events = new double[most * d];
        double[] weights = new double[most];
        for (int i = 0; i < most; i++) {
            int pick = i + random.nextInt(n - i);
            int row = rows[pick];
            rows[pick] = rows[i];
            System.arraycopy(data.events(), row * d, events, i * d, d);
            weights[i] = data.weights()[row];
        }
        return new EventData(events, weights);
    }
}
