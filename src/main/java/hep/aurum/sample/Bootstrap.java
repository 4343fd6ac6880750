package hep.aurum.sample;

import hep.aurum.base.Check;
import hep.aurum.math.random.Draws;
import hep.aurum.math.random.RandomStreams;
import java.util.function.IntUnaryOperator;

/**
 * Resample generator events: in a replica every event counts a Poisson(1) number of times.
 *
 * <p>The count depends on the seed, the replica and the event's origin alone. So all copies of one generator event count
 * alike and their correlation is kept, an event counts the same in every part and subset of a sample, and nothing depends on
 * the order of events or on threads. In contrast to drawing n of n with replacement, the size of a replica fluctuates, as that
 * of an experiment does, and no event needs to know of the others.
 *
 * <p>For weighted events a sum \(T = \sum_o w_o\) over origins has in the replicas the mean T and the variance \(\sum_o
 * w_o^2\); the mean of n numbers has the variance \(\sum_i(x_i-\bar x)^2/n^2\), up to terms of the order \(1/n^2\).
 * Immutable.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron: Bootstrap methods: another look at the jackknife (1979)</a>
 */
public final class Bootstrap {

    /** Counts of more rows than these, 64 MB, are drawn anew each time. */
    private static final int MOST_KEPT = 1 << 24;

    private final RandomStreams streams;

    private Bootstrap(RandomStreams streams) {
        this.streams = streams;
    }

    /**
     * Return one replica.
     *
     * @param streams the random streams of the study
     * @param replica its number, from 0
     */
    public static Bootstrap of(RandomStreams streams, int replica) {
        Check.argument(replica >= 0, "replica %d, expected 0 or more", replica);
        return new Bootstrap(streams.part("bootstrap").part("replica " + replica));
    }

    /** Return how many times the generator event counts: Poisson(1). */
    public int count(long origin) {
        return Draws.poisson(streams.stream("event", origin), 1);
    }

    /** Return how many times each row counts, for events that are met again in every epoch; the counts of few are kept. */
    public IntUnaryOperator counter(MinedEvents sample) {
        if (sample.size() > MOST_KEPT) {
            return i -> count(sample.origin(i));
        }
        int[] counts = counts(sample);
        return i -> counts[i];
    }

    /** Return how many times each example counts, without keeping the counts: there may be more than memory holds. */
    public IntUnaryOperator counter(LabelledSample sample) {
        return i -> count(sample.origin(i));
    }

    /** Return how many times each row of a sample counts. */
    public int[] counts(MinedEvents sample) {
        int[] counts = new int[sample.size()];
        for (int i = 0; i < counts.length; i++) {
            // Copies follow each other as a rule.
            counts[i] = i > 0 && sample.origin(i) == sample.origin(i - 1) ? counts[i - 1] : count(sample.origin(i));
        }
        return counts;
    }
}
