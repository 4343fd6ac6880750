package hep.aurum.math.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Hand out independent streams of random numbers keyed by (seed, purpose, index).
 *
 * <p>A stream depends on its key alone, never on the order in which streams are asked for nor on the thread that asks,
 * so a computation split over tasks gives the same bits on any number of threads. The generator is the counter-based
 * Philox4x64-10, whose distinct keys give statistically independent sequences.
 *
 * @see <a href="https://doi.org/10.1145/2063384.2063405">Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as
 *     1, 2, 3 (2011)</a>
 */
public final class RandomStreams {

    private final long seed;

    private RandomStreams(long seed) {
        this.seed = seed;
    }

    /** Return the streams of a seed. */
    public static RandomStreams of(long seed) {
        return new RandomStreams(seed);
    }

    /** Return the seed. */
    public long seed() {
        return seed;
    }

    /** Return the streams of a part of the work, independent of every other part's. */
    public RandomStreams part(String purpose) {
        return new RandomStreams(mix(seed ^ hash(purpose)));
    }

    /**
     * Open one stream.
     *
     * @param purpose what the numbers are for
     * @param index which task of this purpose: an event, a toy, an epoch
     */
    public UniformRandomProvider stream(String purpose, long index) {
        long first = mix(seed ^ hash(purpose));
        long second = mix(first + mix(index));
        // Key (2 words) and counter (4 words) of Philox4x64; the counter starts at zero.
        return RandomSource.PHILOX_4X64.create(new long[] {first, second, 0, 0, 0, 0});
    }

    /** FNV-1a, written out because {@link String#hashCode} has only 32 bits. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The finaliser of SplitMix64: a bijection that spreads neighbouring keys. */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
