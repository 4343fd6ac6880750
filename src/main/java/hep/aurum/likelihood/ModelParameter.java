package hep.aurum.likelihood;

import hep.aurum.base.Check;

/**
 * Describe one parameter of a statistical model.
 *
 * @param name unique in the model, for example {@code mu} or {@code staterror_SR[3]}
 * @param init where searches begin, inside the interval
 * @param lower lower end of the interval; may be {@code -Infinity}
 * @param upper upper end of the interval; may be {@code Infinity}
 * @param isFixed whether fits hold the parameter at {@code init}
 */
public record ModelParameter(String name, double init, double lower, double upper, boolean isFixed) {

    /** Check the interval. */
    public ModelParameter {
        Check.finite("initial value of " + name, init);
        Check.argument(lower <= upper, "the interval of %s is [%s, %s], expected lower <= upper", name, lower, upper);
        Check.argument(
                isFixed || (init >= lower && init <= upper),
                "the initial value %s of %s lies outside [%s, %s]",
                init,
                name,
                lower,
                upper);
    }

    /** Return this parameter held at a value. */
    public ModelParameter fixedAt(double value) {
        return new ModelParameter(name, value, lower, upper, true);
    }
}
