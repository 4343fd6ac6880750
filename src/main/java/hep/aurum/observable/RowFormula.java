package hep.aurum.observable;

import hep.aurum.base.BadInput;
import hep.aurum.event.table.TableRow;
import hep.aurum.observable.collection.RowReader;
import hep.aurum.observable.collection.RowWeight;
import hep.aurum.observable.expression.Expression;
import hep.aurum.observable.expression.ExpressionType;
import hep.aurum.observable.expression.Frame;

/** Compute a weight of a row by an expression of its columns, such as {@code genWeight * LHEReweightingWeight[3]}. */
public final class RowFormula implements RowWeight {

    private final String subject;
    private final Expression expression;
    private final RowReader reader;

    private RowFormula(String subject, Expression expression, RowReader reader) {
        this.subject = subject;
        this.expression = expression;
        this.reader = reader;
    }

    /**
     * Return the formula.
     *
     * @param subject what it gives, in messages, such as {@code the weight "sm"}
     * @param expression a number
     * @param reader of the rows; reads at least what the expression requires
     * @throws BadInput if the expression is no number
     */
    public static RowFormula of(String subject, Expression expression, RowReader reader) {
        return new RowFormula(subject, expression.require(ExpressionType.NUMBER, subject), reader);
    }

    @Override
    public double of(long number, TableRow row) {
        Frame frame = Frame.of(reader.reconstruct(number, row));
        double value = expression.number(frame);
        String missing = frame.missing();
        if (missing != null) {
            throw Refusals.missing(subject, expression, missing, frame, "check the table");
        }
        String hollow = frame.hollow();
        if (hollow != null) {
            throw Refusals.hollow(subject, expression, hollow, frame, "check the table");
        }
        if (!Double.isFinite(value) || frame.isUndefined()) {
            throw Refusals.undefined(subject, expression, value, frame);
        }
        return value;
    }
}
