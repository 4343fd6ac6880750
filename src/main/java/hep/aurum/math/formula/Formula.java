package hep.aurum.math.formula;

import hep.aurum.base.BadInput;
import java.util.List;

/**
 * Hold a real function of {@code x} with parameters, read from text.
 *
 * <p>Written are {@code + - * /}, {@code ^} or {@code **} for powers (from the right; they bind tighter than a sign, so
 * {@code -x^2} is not positive), parentheses, {@code pi}, {@code exp log ln log10 sqrt abs sin cos tan asin acos atan sinh
 * cosh tanh erf erfc}, {@code pow(u, n)}, {@code min(u, v)}, {@code max(u, v)} and {@code gauss(u, mean, sigma)}
 * \(= e^{-(u-\mathrm{mean})^2/2\sigma^2}\). {@code log} is the natural logarithm. {@code x[0]} is {@code x}, as AIDA
 * scripts have it. Every other name is a parameter.
 *
 * <p>Immutable; an evaluator is a work space of one thread.
 */
public final class Formula {

    /** Longest text, in characters. */
    public static final int MAX_LENGTH = 2000;

    /** Deepest nesting of parentheses, calls, signs and powers. */
    public static final int MAX_DEPTH = 100;

    /** Largest number of parameters. */
    public static final int MAX_PARAMETERS = 32;

    private final String text;
    private final List<String> parameters;
    private final List<Step> steps;

    Formula(String text, List<String> parameters, List<Step> steps) {
        this.text = text;
        this.parameters = List.copyOf(parameters);
        this.steps = List.copyOf(steps);
    }

    /**
     * Read a formula; its parameters are numbered as they appear.
     *
     * @throws BadInput if the text is no formula, with the place and the nearest name
     */
    public static Formula parse(String text) {
        return new FormulaParser(text, List.of(), false).parse();
    }

    /**
     * Read a formula with given parameters in a given order.
     *
     * @throws BadInput if the text is no formula or has a name that is not among them
     */
    public static Formula parse(String text, List<String> parameters) {
        return new FormulaParser(text, parameters, true).parse();
    }

    /** Return the text. */
    public String text() {
        return text;
    }

    /** Return the names of the parameters {@code [k]}. */
    public List<String> parameters() {
        return parameters;
    }

    /** Return whether the value depends on x. */
    public boolean hasVariable() {
        return steps.stream().anyMatch(step -> step.kind() == Step.Kind.VARIABLE);
    }

    /** Create a work space that evaluates this formula. */
    public FormulaEvaluator evaluator() {
        return new FormulaEvaluator(steps.toArray(new Step[0]), parameters.size());
    }

    @Override
    public String toString() {
        return text;
    }
}
