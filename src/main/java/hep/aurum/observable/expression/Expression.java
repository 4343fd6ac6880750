package hep.aurum.observable.expression;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotFound;
import hep.aurum.observable.collection.Requirements;

/**
 * Hold one expression, read and checked. Immutable and safe for any number of threads.
 *
 * <p>Example: {@code mass(photon[1] + photon[2])}. The language is described in the manual's page on observables.
 */
public final class Expression {

    private final String text;
    private final Term term;
    private final int operations;
    private final int filterDepth;
    private final Requirements requirements;

    Expression(String text, Term term, int operations, int filterDepth, Requirements requirements) {
        this.text = text;
        this.term = term;
        this.operations = operations;
        this.filterDepth = filterDepth;
        this.requirements = requirements;
    }

    /**
     * Read an expression.
     *
     * @param text at most 4096 characters, 64 levels, two levels of filters and 1000 operations
     * @param scope which names it may use
     * @throws BadInput if the text is malformed or its types do not fit; the message names the column, what was found and
     *     what was expected
     * @throws NotFound if a name is unknown; the message suggests the nearest
     */
    public static Expression parse(String text, Scope scope) {
        return Parser.parse(text, scope);
    }

    /** Return the expression as it was written. */
    public String text() {
        return text;
    }

    /** Return what the expression stands for. */
    public ExpressionType type() {
        return term.type();
    }

    /** Return whether the expression is a number or a condition, which can be evaluated. */
    public boolean isValue() {
        return term instanceof ScalarTerm || term instanceof ConditionTerm;
    }

    /** Return the unit of a number, {@code GeV}, {@code GeV^2} or {@code rad}; empty if it has none or it is unclear. */
    public String unit() {
        return term instanceof ScalarTerm scalar ? scalar.unit().symbol() : "";
    }

    /**
     * Return this expression if its type is the wanted one.
     *
     * @param purpose what it is for, in messages
     * @throws BadInput if it is not
     */
    public Expression require(ExpressionType wanted, String purpose) {
        if (type() != wanted) {
            throw new BadInput(
                    purpose + " is " + type().description() + ", expected " + wanted.description(),
                    Lexer.clip(text),
                    Operators.conversion(type(), wanted));
        }
        return this;
    }

    /**
     * Compute the number; 1 or 0 for a condition.
     *
     * <p>The answer holds only if afterwards {@link Frame#missing()} is null and {@link Frame#isUndefined()} is false;
     * both are kept from evaluation to evaluation until {@link Frame#clear()}. A number that is not finite is the
     * caller's to refuse.
     */
    public double number(Frame frame) {
        return term instanceof ScalarTerm scalar
                ? scalar.code().at(frame)
                : ((ConditionTerm) term).code().at(frame) ? 1 : 0;
    }

    /** Compute the condition; see {@link #number(Frame)} for when the answer holds. */
    public boolean holds(Frame frame) {
        return ((ConditionTerm) term).code().at(frame);
    }

    /**
     * Return whether the object at a position of the event belongs to the collection; see {@link #number(Frame)} for when
     * the answer holds.
     */
    public boolean contains(Frame frame, int position) {
        return ((CollectionTerm) term).code().contains(frame, position);
    }

    /** Return what of a table it needs; nothing if it is of generated events. */
    public Requirements requirements() {
        return requirements;
    }

    Term term() {
        return term;
    }

    int operations() {
        return operations;
    }

    int filterDepth() {
        return filterDepth;
    }

    @Override
    public String toString() {
        return text;
    }
}
