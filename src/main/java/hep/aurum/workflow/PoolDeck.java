package hep.aurum.workflow;

import hep.aurum.likelihood.joint.PooledEvents.Pool;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Deal the events of one process in an order of their own, each once. For one thread. */
final class PoolDeck {

    /** Share of negative weights up to which experiments are drawn without them. */
    private static final double MOST_NEGATIVE = 0.01;

    private final Pool pool;
    private final int d;
    private final int[] order;
    private int next;
    private double[] weights = {};
    private double mean;
    private double largest;

    private double drawable;

    PoolDeck(Pool pool, UniformRandomProvider random) {
        this.pool = pool;
        this.d = pool.events().length / pool.size();
        this.order = IntStream.range(0, pool.size()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int pick = random.nextInt(i + 1);
            int held = order[pick];
            order[pick] = order[i];
            order[i] = held;
        }
    }

    /** Give the events their weights at a point. */
    void weigh(Map<String, Double> theta) {
        if (weights.length > 0 && pool.parameters().isEmpty()) {
            return;
        }
        weights = pool.weights(theta);
        double positive = 0;
        double negative = 0;
        largest = 0;
        for (double w : weights) {
            positive += Math.max(0, w);
            negative += Math.max(0, -w);
            largest = Math.max(largest, w);
        }
        mean = (positive - negative) / weights.length;
        drawable = positive > 0 && negative <= MOST_NEGATIVE * positive ? positive / largest : 0;
    }

    /** Return how many events could be accepted by their weights; none where too many are negative. */
    double drawable() {
        return drawable;
    }

    boolean isEmpty() {
        return next == order.length;
    }

    /** Copy the next event, and return its weight in units of the mean. */
    double take(double[] events, int row) {
        int chosen = order[next++];
        System.arraycopy(pool.events(), chosen * d, events, row * d, d);
        return weights[chosen] / mean;
    }

    /** Accept an event by its weight; what is refused is not offered again. */
    boolean accept(double[] events, int row, UniformRandomProvider random) {
        while (next < order.length) {
            int chosen = order[next++];
            if (random.nextDouble() * largest < weights[chosen]) {
                System.arraycopy(pool.events(), chosen * d, events, row * d, d);
                return true;
            }
        }
        return false;
    }
}
