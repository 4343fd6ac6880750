package hep.aurum.simulator.process;

import hep.aurum.base.Check;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.ParameterPoint;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Hand out seeds for programs, all of them different.
 *
 * <p>A seed depends on the seed of the study, the point θ and the number of the job at this point, so that jobs and points
 * that are added later leave the seeds, and with them the files, of the others as they are. Two that fall together, with a
 * probability of n²/2 in the size of the range, are told apart by drawing the later one again. Not for several threads.
 */
public final class JobSeeds {

    /** The largest seed that Pythia takes; most generators take more. */
    public static final long LARGEST_STANDARD = 900_000_000;

    private final RandomStreams streams;
    private final long min;
    private final long max;
    private final Set<Long> taken = new HashSet<>();

    private JobSeeds(RandomStreams streams, long min, long max) {
        this.streams = streams;
        this.min = min;
        this.max = max;
    }

    /**
     * Return the seeds of a study.
     *
     * @param streams of the study's seed, and of the process
     * @param min the smallest seed, not negative
     * @param max the largest seed
     */
    public static JobSeeds of(RandomStreams streams, long min, long max) {
        Check.argument(min >= 0 && min <= max && max < Long.MAX_VALUE, "there are no seeds from %s to %s", min, max);
        return new JobSeeds(streams, min, max);
    }

    /** Return the seeds from 1 to {@link #LARGEST_STANDARD}. */
    public static JobSeeds of(RandomStreams streams) {
        return of(streams, 1, LARGEST_STANDARD);
    }

    /**
     * Return the seed of one job.
     *
     * @param theta its point
     * @param index its number at this point
     * @throws IllegalArgumentException if all seeds are taken
     */
    public long next(ParameterPoint theta, long index) {
        Check.argument(taken.size() < max - min + 1, "there are no more seeds from %s to %s", min, max);
        StringBuilder purpose = new StringBuilder("seed");
        for (double value : theta.toArray()) {
            purpose.append(' ').append(Long.toHexString(Double.doubleToLongBits(value + 0.0)));
        }
        UniformRandomProvider random = streams.stream(purpose.toString(), index);
        long seed = random.nextLong(min, max + 1);
        while (!taken.add(seed)) {
            seed = random.nextLong(min, max + 1);
        }
        return seed;
    }
}
