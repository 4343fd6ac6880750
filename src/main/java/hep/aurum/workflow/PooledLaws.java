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
 * <p>Copies of one generated event are no independent events: the first stands for all of them that passed the selection, with their
 * number for a weight. The events of the first process are dealt out in two halves, one for the reference law and one for the laws
 * at θ, so that no event is in two samples that are compared.
 */
final class PooledLaws implements Laws {

    /** Share of negative weights up to which experiments are drawn without them. */
    private static final double MOST_NEGATIVE = 0.01;

    private static final RandomStreams DEAL = RandomStreams.of(0).part("reference events");

    private final EventSample pool;
    private final int[] reference;
    private final int[] others;

    /** For each row that is used, how many events it stands for. */
    private final double[] counts;

    /** By how much what is left of the first process stands for all of it. */
    private final double left;

    private PooledLaws(EventSample pool, int[] reference, int[] others, double[] counts, double left) {
        this.pool = pool;
        this.reference = reference;
        this.others = others;
        this.counts = counts;
        this.left = left;
    }

    /**
     * Deal out a pool.
     *
     * @param pool held-out events of all processes, features alone; copies of an event follow each other
     */
    static PooledLaws of(EventSample pool) {
        double[] counts = new double[pool.size()];
        int first = 0;
        for (int row = 0; row < counts.length; row++) {
            boolean isCopy =
                    row > 0 && pool.origin(row) == pool.origin(row - 1) && pool.process(row) == pool.process(row - 1);
            first = isCopy ? first : row;
            counts[first]++;
        }
        int[] rows =
                IntStream.range(0, counts.length).filter(row -> counts[row] > 0).toArray();
        int[] reference = Arrays.stream(rows)
                .filter(row -> pool.process(row) == 0 && isDealtToTheReference(pool.origin(row)))
                .toArray();
        int[] others = Arrays.stream(rows)
                .filter(row -> pool.process(row) != 0 || !isDealtToTheReference(pool.origin(row)))
                .toArray();
        long firstProcess =
                Arrays.stream(rows).filter(row -> pool.process(row) == 0).count();
        double left = firstProcess - reference.length;
        return new PooledLaws(pool, reference, others, counts, firstProcess / left);
    }

    private static boolean isDealtToTheReference(long origin) {
        return DEAL.stream("event", origin).nextBoolean();
    }

    @Override
    public EventData reference(int count, RandomStreams streams) {
        boolean isShaped = ProcessShape.of(pool, 0).isShaped();
        double[] standard = pool.space().standard().toArray();
        return weighted(
                chosen(reference, count, streams.stream("reference", 0)),
                row -> counts[row] * (isShaped ? 1 : pool.weightAt(row, standard)));
    }

    @Override
    public EventData at(double[] theta, int count, RandomStreams streams) {
        return weighted(
                chosen(others, count, streams.stream("events", 0)),
                row -> weight(row, theta) * (pool.process(row) == 0 ? left : 1));
    }

    private double weight(int row, double[] theta) {
        return counts[row] * pool.weightAt(row, theta);
    }

    /** Choose rows, every set of them as probable as any other. */
    private static int[] chosen(int[] from, int count, UniformRandomProvider random) {
        int[] rows = from.clone();
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
        int[] all = IntStream.concat(Arrays.stream(reference), Arrays.stream(others))
                .toArray();
        int[] order = chosen(all, all.length, streams.stream("order of experiments", 0));
        List<EventData> drawn = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < thetas.size(); i++) {
            double largest = largest(thetas.get(i));
            UniformRandomProvider random = streams.stream("experiment", i);
            int[] rows = new int[count];
            int taken = 0;
            while (taken < count && next < order.length) {
                int row = order[next++];
                if (random.nextDouble() * largest < weight(row, thetas.get(i))) {
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
        for (int row = 0; row < counts.length; row++) {
            double w = weight(row, theta);
            largest = Math.max(largest, w);
            positive += Math.max(0, w);
            negative += Math.max(0, -w);
        }
        return negative <= MOST_NEGATIVE * positive ? largest : Double.POSITIVE_INFINITY;
    }
}
