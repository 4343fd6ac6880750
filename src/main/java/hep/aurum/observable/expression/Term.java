package hep.aurum.observable.expression;

import hep.aurum.physics.FourVector;

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

/** True or false. */
record ConditionTerm(ConditionCode code) implements Term {

    @Override
    public ExpressionType type() {
        return ExpressionType.CONDITION;
    }
}

/** A four-vector. */
record VectorTerm(VectorCode code) implements Term {

    @Override
    public ExpressionType type() {
        return ExpressionType.VECTOR;
    }
}

/** Some of the event's objects, under the name that messages use. */
record CollectionTerm(CollectionCode code, String text) implements Term {

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

/** Say whether the object at a position of the event belongs to a collection. */
@FunctionalInterface
interface CollectionCode {
    boolean contains(Frame frame, int position);
}
