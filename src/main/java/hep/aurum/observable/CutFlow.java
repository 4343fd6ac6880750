package hep.aurum.observable;

import hep.aurum.base.Check;
import java.util.List;

/**
 * Count the events that pass each cut, and sum their weights. Not for use by several threads: give each task its own and
 * {@link #merge} them in a fixed order, so that the sums have the same bits on any number of threads.
 */
public final class CutFlow {

    private final List<String> cuts;
    private final long[] events;
    private final double[] sumOfWeights;
    private final double[] sumOfSquares;

    CutFlow(List<String> cuts) {
        this.cuts = List.copyOf(cuts);
        this.events = new long[cuts.size() + 1];
        this.sumOfWeights = new double[cuts.size() + 1];
        this.sumOfSquares = new double[cuts.size() + 1];
    }

    /**
     * Count one event.
     *
     * @param passed how many cuts it passed before the first that it failed
     * @param weight its weight
     */
    public void add(int passed, double weight) {
        Check.argument(passed >= 0 && passed <= cuts.size(), "%d cuts passed of %d", passed, cuts.size());
        for (int i = 0; i <= passed; i++) {
            events[i]++;
            sumOfWeights[i] += weight;
            sumOfSquares[i] += weight * weight;
        }
    }

    /** Add what another cut flow of the same selection counted. */
    public void merge(CutFlow other) {
        Check.argument(cuts.equals(other.cuts), "cut flows of different selections: %s and %s", cuts, other.cuts);
        for (int i = 0; i < events.length; i++) {
            events[i] += other.events[i];
            sumOfWeights[i] += other.sumOfWeights[i];
            sumOfSquares[i] += other.sumOfSquares[i];
        }
    }

    /** Return the cuts as they were written. */
    public List<String> cuts() {
        return cuts;
    }

    /** Return the number of events after the first cuts; after 0 cuts, all events. */
    public long events(int afterCuts) {
        return events[afterCuts];
    }

    /** Return the sum of weights after the first cuts. */
    public double sumOfWeights(int afterCuts) {
        return sumOfWeights[afterCuts];
    }

    /** Return the sum of squared weights after the first cuts; its root is the Monte Carlo error of the sum. */
    public double sumOfSquaredWeights(int afterCuts) {
        return sumOfSquares[afterCuts];
    }
}
