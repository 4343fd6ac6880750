package hep.aurum.observable.expression;

import hep.aurum.observable.collection.ObjectCollection;
import hep.aurum.physics.FourVector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One node of a parsed expression: a type that was checked, and the code that computes it. */
sealed interface Term permits ScalarTerm, ConditionTerm, VectorTerm, CollectionTerm {

    ExpressionType type();
}

/** A number; {@code literal} is its value if it is written as digits, else not a number. */
record ScalarTerm(ScalarCode code, Unit unit, double literal) implements Term {

    static ScalarTerm of(ScalarCode code, Unit unit) {
        return new ScalarTerm(code, unit, Double.NaN);
    }

    static ScalarTerm literal(double value) {
        return new ScalarTerm(frame -> value, Unit.NONE, value);
    }

    boolean isLiteral() {
        return !Double.isNaN(literal);
    }

    @Override
    public ExpressionType type() {
        return ExpressionType.NUMBER;
    }
}

/** True or false; {@code column} if it is a value of a table, which stands for 1 and 0 as well. */
record ConditionTerm(ConditionCode code, boolean column) implements Term {

    ConditionTerm(ConditionCode code) {
        this(code, false);
    }

    @Override
    public ExpressionType type() {
        return ExpressionType.CONDITION;
    }
}

/**
 * A four-vector; that of one object where {@code object} is not null. The object is from one of the collections of
 * {@code owners}, which is empty for generated events.
 */
record VectorTerm(VectorCode code, @Nullable ObjectCode object, List<ObjectCollection> owners) implements Term {

    VectorTerm(VectorCode code) {
        this(code, null, List.of());
    }

    @Override
    public ExpressionType type() {
        return ExpressionType.VECTOR;
    }
}

/** Some of the event's objects, under the name that messages use, with the collections of a table that they are from. */
record CollectionTerm(CollectionCode code, String text, List<ObjectCollection> owners) implements Term {

    @Override
    public ExpressionType type() {
        return ExpressionType.COLLECTION;
    }
}

@FunctionalInterface
interface ScalarCode {
    double at(Frame frame);
}

@FunctionalInterface
interface ConditionCode {
    boolean at(Frame frame);
}

/** Vector code never returns null: a missing object is noted in the frame and stands as a vector of undefined numbers. */
@FunctionalInterface
interface VectorCode {
    FourVector at(Frame frame);
}

/** Return the position of an object in the event; −1 where there is none, which is noted in the frame. */
@FunctionalInterface
interface ObjectCode {
    int at(Frame frame);
}

/** Say whether the object at a position of the event belongs to a collection. */
@FunctionalInterface
interface CollectionCode {
    boolean contains(Frame frame, int position);
}
