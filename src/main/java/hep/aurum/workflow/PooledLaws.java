package hep.aurum.workflow;

import hep.aurum.likelihood.joint.EventData;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.sample.EventSample;
import hep.aurum.sample.ProcessShape;
import hep.aurum.trust.Laws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Take the laws of a ratio from stored events that took no part in training, by their weights.
 *
 * <p>The reference law is that of the first process's training events: each event once where parameters shape the process, by
 * its weight otherwise, as {@link ProcessShape#fractions} has it. Weighted events stand for \((\sum w)^2/\sum w^2\) events.
 *
 * @param pool held-out events of all processes, features alone
 */
record PooledLaws(EventSample pool) implements Laws {

    /** Share of negative weights up to which experiments are drawn without them. */
    private static final double MOST_NEGATIVE = 0.01;

    @Override
    public EventData reference(int count, RandomStreams streams) {
        int[] rows = pool.rowsOf(0);
        boolean isShaped = ProcessShape.of(pool, 0).isShaped();
        double[] standard = pool.space().standard().toArray();
        return weighted(
                chosen(rows, count, streams.stream("reference", 0)),
                row -> isShaped ? 1 : pool.weightAt(row, standard));
    }

    @Override
    public EventData at(double[] theta, int count, RandomStreams streams) {
        int[] rows = IntStream.range(0, pool.size()).toArray();
        return weighted(chosen(rows, count, streams.stream("events", 0)), row -> pool.weightAt(row, theta));
    }

    /** Choose rows, every set of them as probable as any other. */
    private static int[] chosen(int[] rows, int count, UniformRandomProvider random) {
        int most = Math.min(count, rows.length);
        for (int i = 0; i < most; i++) {
            int pick = i + random.nextInt(rows.length - i);
            int held = rows[pick];
            rows[pick] = rows[i];
            rows[i] = held;
        }
        return Arrays.copyOf(rows, most);
    }

    private EventData weighted(int[] rows, IntToDoubleFunction weight) {
        double[] weights =
                Arrays.stream(rows).mapToDouble(weight::applyAsDouble).toArray();
        double sum = 0;
        double squares = 0;
        for (double w : weights) {
            sum += w;
            squares += w * w;
        }
        double scale = squares > 0 ? sum / squares : 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= scale;
        }
        return new EventData(features(rows), weights);
    }

    private double[] features(int[] rows) {
        int d = pool.dimension();
        double[] events = new double[rows.length * d];
        for (int i = 0; i < rows.length; i++) {
            for (int a = 0; a < d; a++) {
                events[i * d + a] = pool.feature(rows[i], a);
            }
        }
        return events;
    }

    /**
     * Accept events by their weights, each at most once in all experiments. Of events that are refused none is offered again:
     * what is left of them would not follow their law.
     */
    @Override
    public List<EventData> experiments(List<double[]> thetas, int count, RandomStreams streams) {
        int[] order = chosen(
                IntStream.range(0, pool.size()).toArray(), pool.size(), streams.stream("order of experiments", 0));
        List<EventData> drawn = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < thetas.size(); i++) {
            double largest = largest(thetas.get(i));
            UniformRandomProvider random = streams.stream("experiment", i);
            int[] rows = new int[count];
            int taken = 0;
            while (taken < count && next < order.length) {
                int row = order[next++];
                if (random.nextDouble() * largest < pool.weightAt(row, thetas.get(i))) {
                    rows[taken++] = row;
                }
            }
            if (taken < count) {
                break;
            }
            drawn.add(EventData.of(features(rows), pool.dimension()));
        }
        return drawn;
    }

    /** Return the largest weight; infinity, so that nothing is accepted, where too many are negative. */
    private double largest(double[] theta) {
        double largest = 0;
        double positive = 0;
        double negative = 0;
        for (int row = 0; row < pool.size(); row++) {
            double w = pool.weightAt(row, theta);
            largest = Math.max(largest, w);
            positive += Math.max(0, w);
            negative += Math.max(0, -w);
        }
        return negative <= MOST_NEGATIVE * positive ? largest : Double.POSITIVE_INFINITY;
    }
}
