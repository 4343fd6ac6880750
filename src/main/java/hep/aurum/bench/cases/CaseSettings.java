package hep.aurum.bench.cases;

import hep.aurum.base.Check;
import java.util.Map;
import java.util.Objects;

/** Read the settings of a bench, which are complete. */
final class CaseSettings {

    private CaseSettings() {}

    /** Return a setting. */
    static double number(Map<String, Double> settings, String name) {
        return Objects.requireNonNull(settings.get(name), name);
    }

    /**
     * Return a setting that counts things.
     *
     * @throws IllegalArgumentException if it is not a whole number of at least 1
     */
    static int count(Map<String, Double> settings, String name) {
        double value = number(settings, name);
        Check.argument(
                value >= 1 && value <= Integer.MAX_VALUE && value == Math.rint(value),
                "%s is %s, expected a whole number of at least 1",
                name,
                value);
        return (int) value;
    }
}
