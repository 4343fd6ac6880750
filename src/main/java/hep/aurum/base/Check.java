package hep.aurum.base;

import java.util.Locale;

/** Check arguments; every message says the rule and the offending value. */
public final class Check {

    private Check() {}

    /**
     * Require a condition of an argument.
     *
     * @param condition what must hold
     * @param rule the message, a {@link String#format} pattern
     * @param values the values that the pattern prints
     * @throws IllegalArgumentException if the condition does not hold
     */
    public static void argument(boolean condition, String rule, Object... values) {
        if (!condition) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, rule, values));
        }
    }

    /**
     * Require that an array has a given length.
     *
     * @throws IllegalArgumentException if it has not
     */
    public static void length(String name, int actual, int expected) {
        // Asked first, so that a check that passes does not box its numbers.
        if (actual != expected) {
            argument(false, "%s has %d entries, expected %d", name, actual, expected);
        }
    }

    /**
     * Require a finite number.
     *
     * @return the number
     * @throws IllegalArgumentException if it is infinite or not a number
     */
    public static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            argument(false, "%s is %s, expected a finite number", name, value);
        }
        return value;
    }
}
