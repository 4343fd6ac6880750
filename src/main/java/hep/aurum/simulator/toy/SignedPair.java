package hep.aurum.simulator.toy;

import hep.aurum.math.random.Draws;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draw a pair of densities of which the numerator comes as events with weights of both signs, as from a generator at next
 * to leading order.
 *
 * <p>\[ p = \tfrac32N(0,1) - \tfrac12N(0,\tfrac14),\quad q = N(0,1),\qquad r(x) = \frac{p(x)}{q(x)} = \tfrac32 -
 * e^{-3x^2/2}. \]
 *
 * <p>p is positive although a quarter of its events count negative. \(E_q[(\log r)^2]\) is 0.154087, and the best binary
 * cross-entropy between the two is 0.676222.
 */
public final class SignedPair {

    private static final double POSITIVE = 1.5;
    private static final double NEGATIVE = 0.5;

    private SignedPair() {}

    /**
     * Carry one event.
     *
     * @param x the observable
     * @param weight the weight, of either sign; its mean is 1
     */
    public record Weighted(double x, double weight) {}

    /** Draw an event of p: with probability 3/4 from N(0, 1) with weight 2, otherwise from N(0, 1/4) with weight −2. */
    public static Weighted numerator(UniformRandomProvider random) {
        double total = POSITIVE + NEGATIVE;
        boolean positive = total * Draws.open(random) < POSITIVE;
        double normal = Draws.gaussian(random);
        return positive ? new Weighted(normal, total) : new Weighted(normal / 2, -total);
    }

    /** Draw an event of q. */
    public static Weighted denominator(UniformRandomProvider random) {
        return new Weighted(Draws.gaussian(random), 1);
    }

    /** Return \(\log r(x)\), the numerator over the denominator. */
    public static double logRatio(double x) {
        return StrictMath.log(POSITIVE - StrictMath.exp(-1.5 * x * x));
    }
}
