package hep.aurum.param;

import hep.aurum.base.Check;

/**
 * Name one parameter of the theory and the interval in which it is studied.
 *
 * @param name as in the study file, for example {@code cHW} or {@code mu}
 * @param min lower end of the range, finite
 * @param max upper end of the range, above {@code min}
 * @param standard the value of the null theory (the Standard Model's, or a nominal strength), inside the range
 */
public record Parameter(String name, double min, double max, double standard) {

    /** Check the range. */
    public Parameter {
        Check.argument(!name.isBlank(), "a parameter has a blank name");
        Check.finite("lower end of " + name, min);
        Check.finite("upper end of " + name, max);
        Check.argument(min < max, "the range of %s is [%s, %s], expected min < max", name, min, max);
        Check.argument(
                standard >= min && standard <= max,
                "the standard value %s of %s lies outside [%s, %s]",
                standard,
                name,
                min,
                max);
    }

    /** Return whether a value lies inside the range, its ends included. */
    public boolean contains(double value) {
        return value >= min && value <= max;
    }
}
