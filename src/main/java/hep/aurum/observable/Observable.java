package hep.aurum.observable;

import hep.aurum.base.BadInput;
import hep.aurum.observable.expression.Expression;
import hep.aurum.observable.expression.ExpressionType;
import hep.aurum.observable.expression.Frame;
import hep.aurum.observable.expression.Scope;

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

    private Observable(String name, Expression expression, boolean hasDefault, double defaultValue, String unit) {
        this.name = name;
        this.expression = expression;
        this.hasDefault = hasDefault;
        this.defaultValue = defaultValue;
        this.unit = unit;
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
        return new Observable(name, expression, false, 0, expression.unit());
    }

    /**
     * Return this observable with a value for events that lack an object that it needs.
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
        return new Observable(name, expression, true, value, unit);
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
        return new Observable(name, expression, hasDefault, defaultValue, symbol);
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
