package hep.aurum.planted.hist;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;

/** Does the same things as {@link Offender} in the allowed way. */
public final class Innocent {

    private static final double[] NODES = {1, 2};

    private final UniformRandomProvider random;

    /** Keep a stream of random numbers. */
    public Innocent(UniformRandomProvider random) {
        this.random = random;
    }

    /** Work by the rules. */
    public byte[] work() {
        double x = StrictMath.exp(Math.sqrt(Math.abs(random.nextDouble()))) + NODES[0];
        return String.format(Locale.ROOT, "%g", x).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }
}
