package hep.aurum.observable;

import hep.aurum.base.BadInput;
import hep.aurum.observable.expression.Expression;
import hep.aurum.observable.expression.ExpressionType;
import hep.aurum.observable.expression.Frame;
import hep.aurum.observable.expression.Scope;
import java.util.List;

/**
 * Name one feature of an event: an expression, and what stands for it when an object that it needs is missing. Immutable.
 *
 * <p>A condition is a feature, too: 1 if it holds, else 0.
 */
public final class Observable {

    private final String name;
    private final Expression expression;
    private final boolean hasDefault;
    private final double defaultValue;
    private final String unit;
    private final String flag;

    private Observable(
            String name, Expression expression, boolean hasDefault, double defaultValue, String unit, String flag) {
        this.name = name;
        this.expression = expression;
        this.hasDefault = hasDefault;
        this.defaultValue = defaultValue;
        this.unit = unit;
        this.flag = flag;
    }

    /**
     * Return an observable without a default.
     *
     * @param name its name in tables and plots
     * @param text an expression of a number or a condition
     * @param scope which names the text may use
     * @throws BadInput if the name is blank or the text is malformed; {@link hep.aurum.base.NotFound} for unknown names
     */
    public static Observable of(String name, String text, Scope scope) {
        return of(name, Expression.parse(text, scope));
    }

    /** Return an observable without a default from an expression that was read before. */
    public static Observable of(String name, Expression expression) {
        if (name.isBlank()) {
            throw new BadInput("an observable has no name", expression.text(), "name it");
        }
        if (!expression.isValue()) {
            expression.require(ExpressionType.NUMBER, "the observable " + name);
        }
        return new Observable(name, expression, false, 0, expression.unit(), "");
    }

    /**
     * Return this observable with a value for events that lack an object that it needs, or have no number in a column.
     *
     * @throws BadInput if the value is not finite
     */
    public Observable withDefault(double value) {
        if (!Double.isFinite(value)) {
            throw new BadInput(
                    "the default of the observable " + name + " is " + value + ", expected a finite number",
                    expression.text(),
                    "");
        }
        return new Observable(name, expression, true, value, unit, flag);
    }

    /**
     * Return this observable with a second feature that tells its default from a value: 1 for a value, 0 for the default.
     *
     * @param flagName name of the second feature
     * @throws BadInput if the name is blank or no default is declared
     */
    public Observable withFlag(String flagName) {
        if (flagName.isBlank() || !hasDefault) {
            throw new BadInput(
                    "the flag \"" + flagName + "\" of the observable " + name + " has no "
                            + (hasDefault ? "name" : "default to tell from a value"),
                    expression.text(),
                    hasDefault ? "name it" : "declare a default");
        }
        return new Observable(name, expression, true, defaultValue, unit, flagName);
    }

    /** Return the names of its features: its own and, where it has one, that of its flag. */
    public List<String> features() {
        return flag.isEmpty() ? List.of(name) : List.of(name, flag);
    }

    /** Return the name. */
    public String name() {
        return name;
    }

    /** Return the expression. */
    public Expression expression() {
        return expression;
    }

    /** Return this observable with a unit for axis labels, where it cannot be derived. */
    public Observable withUnit(String symbol) {
        return new Observable(name, expression, hasDefault, defaultValue, symbol, flag);
    }

    /** Return the unit for axis labels, {@code GeV} or {@code rad}; empty if there is none or it is unclear. */
    public String unit() {
        return unit;
    }

    /** Return whether a default is declared. */
    public boolean hasDefault() {
        return hasDefault;
    }

    /**
     * Compute the features for the event of a frame: the value, and the flag if there is one.
     *
     * @return the place in {@code out} behind them
     * @throws BadInput as {@link #value} does
     */
    int evaluate(Frame frame, double[] out, int place) {
        out[place] = value(frame);
        if (flag.isEmpty()) {
            return place + 1;
        }
        out[place + 1] = frame.missing() == null && frame.hollow() == null ? 1 : 0;
        return place + 2;
    }

    /**
     * Compute the value for the event of a frame.
     *
     * @throws BadInput if an object is missing and no default is declared, or if the value is not finite; the message
     *     names observable, event and remedy
     */
    double value(Frame frame) {
        frame.clear();
        double value = expression.number(frame);
        String missing = frame.missing();
        if (missing != null) {
            if (hasDefault) {
                return defaultValue;
            }
            throw Refusals.missing(
                    "the observable " + name, expression, missing, frame, "declare a default for " + name);
        }
        String hollow = frame.hollow();
        if (hollow != null) {
            if (hasDefault) {
                return defaultValue;
            }
            throw Refusals.hollow("the observable " + name, expression, hollow, frame, "declare a default for " + name);
        }
        if (!Double.isFinite(value) || frame.isUndefined()) {
            throw Refusals.undefined("the observable " + name, expression, value, frame);
        }
        return value;
    }

    @Override
    public String toString() {
        return name + ": " + expression;
    }
}
