package hep.aurum.bench;

import hep.aurum.base.Check;
import java.util.Map;
import java.util.Objects;

/** Read the settings of a bench, which are complete. */
public final class BenchSettings {

    private BenchSettings() {}

    /** Return a setting. */
    public static double number(Map<String, Double> settings, String name) {
        return Objects.requireNonNull(settings.get(name), name);
    }

    /**
     * Return a setting that is a number of things.
     *
     * @throws IllegalArgumentException if it is not a whole number, or negative
     */
    public static int count(Map<String, Double> settings, String name) {
        return count(settings, name, 0);
    }

    /**
     * Return a setting that is a number of things, of which some are needed.
     *
     * @throws IllegalArgumentException if it is not a whole number, or less than needed
     */
    public static int count(Map<String, Double> settings, String name, int least) {
        double value = number(settings, name);
        Check.argument(
                value >= least && value <= Integer.MAX_VALUE && value == Math.rint(value),
                "%s is %s, expected a whole number of at least %d",
                name,
                value,
                least);
        return (int) value;
    }
}
