package hep.aurum.observable.detector;

import hep.aurum.math.random.RandomStreams;
import org.apache.commons.rng.UniformRandomProvider;

/** Draw what a detector response needs from one stream. {@link StrictMath}, so that every Java draws the same. */
final class ResponseRandom {

    private static final double LARGEST_MEAN = 500;

    /** Golden ratio times \(2^{64}\), odd: see {@link #key}. */
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final UniformRandomProvider stream;
    private double spare;
    private boolean hasSpare;

    ResponseRandom(UniformRandomProvider stream) {
        this.stream = stream;
    }

    /** Return the numbers of one response to one event; see {@link Detector#reconstruct} for the bounds. */
    static ResponseRandom of(RandomStreams streams, long eventId, int copy) {
        return new ResponseRandom(streams.stream("detector response", key(eventId, copy)));
    }

    /**
     * Number the pair (event, copy). Multiples of the golden ratio keep a distance of at least
     * \(2^{64} / (\sqrt5\, c)\) for \(c\) copies, so that in the documented range no two pairs collide.
     */
    private static long key(long eventId, int copy) {
        return eventId + copy * GOLDEN;
    }

    /** Return a number from [0, 1). */
    double uniform() {
        return stream.nextDouble();
    }

    /**
     * Return a standard normal number.
     *
     * @see <a href="https://doi.org/10.1137/1006063">Marsaglia, Bray: A convenient method for generating normal variables
     *     (1964)</a>
     */
    double gaussian() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * stream.nextDouble() - 1;
            y = 2 * stream.nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * factor;
        hasSpare = true;
        return x * factor;
    }

    /** Return an exponential number of mean 1. */
    double exponential() {
        return -StrictMath.log1p(-stream.nextDouble());
    }

    /** Return a Poisson number; a large mean is a sum of smaller ones, whose exponentials do not vanish. */
    int poisson(double mean) {
        int count = 0;
        double left = mean;
        for (; left > LARGEST_MEAN; left -= LARGEST_MEAN) {
            count += smallPoisson(LARGEST_MEAN);
        }
        return count + smallPoisson(left);
    }

    /** Count uniform factors until their product falls below \(e^{-\nu}\). */
    private int smallPoisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = -1;
        double product = 1;
        do {
            product *= stream.nextDouble();
            count++;
        } while (product > limit);
        return count;
    }
}
