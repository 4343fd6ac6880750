package hep.aurum.script;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import hep.aurum.math.formula.Formula;
import hep.aurum.math.formula.FormulaEvaluator;
import hep.aurum.math.quadrature.AdaptiveIntegral;
import hep.aurum.plot.figure.DrawStyle;
import hep.aurum.plot.figure.Drawing;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Hold a function of x: a formula as {@link Formula} reads it, or code.
 *
 * <p>Names that the formula does not know are parameters; {@link #setPar} gives them values.
 */
public final class F1D extends Drawn<F1D> {

    private static final int POINTS = 500;

    private final @Nullable Formula formula;
    private final double[] parameters;
    private final DoubleUnaryOperator function;
    private final @Nullable FormulaEvaluator evaluator;
    private double min;
    private double max;
    private int points = POINTS;

    /** Create a function of a formula without an interval: it is drawn over the whole frame. */
    public F1D(String definition) {
        this(definition, definition, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** Create a function of a formula between two ends. */
    public F1D(String definition, double min, double max) {
        this(definition, definition, min, max);
    }

    /** Create a function of a formula with a title. */
    public F1D(String title, String definition, double min, double max) {
        this(title, Formula.parse(definition), min, max);
    }

    /** Create a function of code, such as a lambda, a closure or a Python function. */
    public F1D(String title, RealFunction code, double min, double max) {
        super(title, DrawStyle.line());
        this.formula = null;
        this.parameters = new double[0];
        this.evaluator = null;
        this.function = code::eval;
        interval(min, max);
    }

    private F1D(String title, Formula formula, double min, double max) {
        super(title, DrawStyle.line());
        this.formula = formula;
        this.parameters = new double[formula.parameters().size()];
        Arrays.fill(parameters, Double.NaN);
        FormulaEvaluator work = formula.evaluator();
        this.evaluator = work;
        this.function = x -> work.value(x, parameters);
        interval(min, max);
    }

    /** Take over a formula with the values of its parameters. */
    static F1D of(String title, Formula formula, double[] values, double min, double max) {
        F1D f = new F1D(title, formula, min, max);
        System.arraycopy(values, 0, f.parameters, 0, values.length);
        return f;
    }

    private void interval(double from, double to) {
        Check.argument(from < to, "a function between %s and %s, expected min < max", from, to);
        min = from;
        max = to;
    }

    /** Return the formula; empty for code. */
    public String getDefinition() {
        return formula == null ? "" : formula.text();
    }

    /** Return the names of the parameters in the order in which the formula has them. */
    public List<String> getParNames() {
        return formula == null ? List.of() : formula.parameters();
    }

    /**
     * Set a parameter.
     *
     * @throws NotFound if the formula has no such parameter
     */
    public F1D setPar(String name, double value) {
        parameters[index(name)] = Check.finite(name, value);
        return this;
    }

    /** Return a parameter; NaN as long as it has no value. */
    public double getPar(String name) {
        return parameters[index(name)];
    }

    private int index(String name) {
        int index = getParNames().indexOf(name);
        if (index < 0) {
            throw new NotFound(
                    "no parameter is named \"" + name + "\" in " + getTitle(), "", Names.suggest(name, getParNames()));
        }
        return index;
    }

    /** Return the value at x; NaN or infinite where the function is not defined. */
    public double eval(double x) {
        return ready().applyAsDouble(x);
    }

    /** Return the values at many places. */
    public double[] eval(double[] x) {
        return Arrays.stream(x).map(ready()).toArray();
    }

    /** Return the values at many places. */
    public double[] eval(List<? extends Number> x) {
        return eval(Numbers.array(x));
    }

    private DoubleUnaryOperator ready() {
        for (int i = 0; i < parameters.length; i++) {
            if (Double.isNaN(parameters[i])) {
                String name = getParNames().get(i);
                throw new BadInput(
                        "the parameter \"" + name + "\" of " + getTitle() + " has no value",
                        "",
                        "set it by setPar(\"" + name + "\", value)");
            }
        }
        return function;
    }

    /** Return the integral over the function's own interval, good to 1e-8 of the integral of |f|. */
    public double integral() {
        if (Double.isInfinite(min) && Double.isInfinite(max)) {
            throw new BadInput(
                    "the function " + getTitle() + " has no interval",
                    "",
                    "create it with one, or give the ends: integral(a, b)");
        }
        return integral(min, max);
    }

    /** Return the integral from a to b, which may be infinite, good to 1e-8 of the integral of |f|. */
    public double integral(double a, double b) {
        return AdaptiveIntegral.of(ready(), a, b);
    }

    /**
     * Return the derivative at x, exact for a formula.
     *
     * @throws NotSupported if the function is code
     */
    public double differentiate(double x) {
        ready();
        if (evaluator == null) {
            throw new NotSupported(
                    "the function " + getTitle() + " is code, which is not differentiated",
                    "",
                    "write it as a formula");
        }
        return evaluator.slope(x, parameters);
    }

    /** Return the lower end of the interval. */
    public double getMin() {
        return min;
    }

    /** Return the upper end of the interval. */
    public double getMax() {
        return max;
    }

    /** Replace the interval. */
    public F1D setRange(double from, double to) {
        interval(from, to);
        return this;
    }

    /** Set at how many places the function is evaluated when it is drawn. */
    public F1D setPoints(int count) {
        points = count;
        return this;
    }

    @Nullable Formula formula() {
        return formula;
    }

    double[] parameters() {
        return parameters.clone();
    }

    @Override
    F1D self() {
        return this;
    }

    @Override
    Drawing drawing() {
        DoubleUnaryOperator drawn = ready();
        if (formula == null) {
            return Drawing.of(getTitle(), drawn, min, max, points, style());
        }
        // The figure keeps the values that the parameters have now.
        double[] values = parameters();
        FormulaEvaluator work = formula.evaluator();
        return Drawing.of(getTitle(), x -> work.value(x, values), min, max, points, style());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("F1D \"").append(getTitle()).append('"');
        if (!getDefinition().isEmpty() && !getDefinition().equals(getTitle())) {
            text.append(": ").append(getDefinition());
        }
        for (int i = 0; i < parameters.length; i++) {
            text.append(i == 0 ? " with " : ", ").append(getParNames().get(i));
            text.append(Double.isNaN(parameters[i]) ? " not set" : " = " + parameters[i]);
        }
        return text.toString();
    }
}
