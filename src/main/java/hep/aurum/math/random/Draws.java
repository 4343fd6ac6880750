package hep.aurum.math.random;

import hep.aurum.base.Check;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draw from the standard laws with the same bits on every platform: {@link StrictMath} throughout, no tables, no state.
 */
public final class Draws {

    /** Above this mean a Poisson variable is the sum of independent parts, so that \(e^{-\nu}\) cannot underflow. */
    private static final double POISSON_PART = 64;

    private Draws() {}

    /** Draw from the open interval (0, 1). */
    public static double open(UniformRandomProvider random) {
        // The centre of one of 2^53 cells: neither 0 nor 1 can come out.
        return ((random.nextLong() >>> 11) + 0.5) * 0x1.0p-53;
    }

    /** Draw from N(0, 1) by Box and Muller's transformation. */
    public static double gaussian(UniformRandomProvider random) {
        double radius = Math.sqrt(-2 * StrictMath.log(open(random)));
        return radius * StrictMath.cos(2 * Math.PI * open(random));
    }

    /** Draw from the exponential law of mean 1. */
    public static double exponential(UniformRandomProvider random) {
        return -StrictMath.log(open(random));
    }

    /**
     * Draw from the Poisson law by inversion, in time proportional to the mean.
     *
     * @param mean \(\nu \ge 0\)
     */
    public static int poisson(UniformRandomProvider random, double mean) {
        Check.argument(mean >= 0 && mean < 1e9, "the mean of a Poisson law is %s, expected 0 to 1e9", mean);
        int count = 0;
        double left = mean;
        while (left > POISSON_PART) {
            count += small(random, POISSON_PART);
            left -= POISSON_PART;
        }
        return count + small(random, left);
    }

    private static int small(UniformRandomProvider random, double mean) {
        double u = open(random);
        double probability = StrictMath.exp(-mean);
        double cumulative = probability;
        int n = 0;
        // The terms underflow long before n = 1000 for means up to 64; the bound only guards against rounding of the
        // sum.
        while (u > cumulative && n < 1000) {
            n++;
            probability *= mean / n;
            cumulative += probability;
        }
        return n;
    }
}
