package hep.aurum.observable.expression;

import hep.aurum.physics.FourVector;

/** Compose the code of operators. */
final class Operators {

    private Operators() {}

    @FunctionalInterface
    private interface Relation {
        boolean holds(double a, double b);
    }

    /** A comparison with an undefined number is noted: it is neither true nor false. */
    static ConditionCode comparison(String operator, ScalarCode a, ScalarCode b) {
        Relation relation = relation(operator);
        return frame -> {
            double x = a.at(frame);
            double y = b.at(frame);
            if (Double.isNaN(x) || Double.isNaN(y)) {
                frame.noteUndefined();
            }
            return relation.holds(x, y);
        };
    }

    private static Relation relation(String operator) {
        return switch (operator) {
            case "<" -> (a, b) -> a < b;
            case "<=" -> (a, b) -> a <= b;
            case ">" -> (a, b) -> a > b;
            case ">=" -> (a, b) -> a >= b;
            case "==" -> (a, b) -> a == b;
            default -> (a, b) -> a != b;
        };
    }

    static VectorTerm vectorSum(VectorCode a, VectorCode b, boolean plus) {
        return new VectorTerm(
                plus
                        ? frame -> a.at(frame).plus(b.at(frame))
                        : frame -> a.at(frame).minus(b.at(frame)));
    }

    static VectorTerm negated(VectorCode a) {
        return new VectorTerm(frame -> FourVector.ZERO.minus(a.at(frame)));
    }

    static ScalarTerm negated(ScalarTerm a) {
        if (a.isLiteral()) {
            return ScalarTerm.literal(-a.literal());
        }
        ScalarCode code = a.code();
        return ScalarTerm.of(frame -> -code.at(frame), a.unit());
    }

    static ScalarTerm sum(ScalarTerm left, ScalarTerm right, boolean plus) {
        ScalarCode a = left.code();
        ScalarCode b = right.code();
        return ScalarTerm.of(
                plus ? frame -> a.at(frame) + b.at(frame) : frame -> a.at(frame) - b.at(frame),
                Unit.common(left, right));
    }

    static ScalarTerm product(ScalarTerm left, ScalarTerm right) {
        ScalarCode a = left.code();
        ScalarCode b = right.code();
        return ScalarTerm.of(frame -> a.at(frame) * b.at(frame), left.unit().times(right.unit()));
    }

    static ScalarTerm quotient(ScalarTerm left, ScalarTerm right) {
        ScalarCode a = left.code();
        ScalarCode b = right.code();
        return ScalarTerm.of(frame -> a.at(frame) / b.at(frame), left.unit().over(right.unit()));
    }

    static ScalarTerm power(ScalarTerm base, ScalarTerm exponent) {
        ScalarCode a = base.code();
        ScalarCode b = exponent.code();
        Unit unit = exponent.isLiteral()
                ? base.unit().power(exponent.literal())
                : base.unit().equals(Unit.NONE) ? Unit.NONE : Unit.UNKNOWN;
        if (exponent.literal() == 2) {
            return ScalarTerm.of(
                    frame -> {
                        double x = a.at(frame);
                        return x * x;
                    },
                    unit);
        }
        return ScalarTerm.of(frame -> StrictMath.pow(a.at(frame), b.at(frame)), unit);
    }

    /** Say how to make what is wanted from what was found. */
    static String conversion(ExpressionType found, ExpressionType wanted) {
        return switch (wanted) {
            case NUMBER ->
                switch (found) {
                    case VECTOR -> "take a property of it, for example pt(...) or mass(...)";
                    case COLLECTION -> "count(...) and ht(...) give the number and the summed transverse momentum";
                    default -> "if(condition, 1, 0) makes a number of a condition; a < b < c is a < b and b < c";
                };
            case CONDITION -> "compare numbers, for example pt(photon[1]) > 30";
            case VECTOR ->
                found == ExpressionType.COLLECTION
                        ? "choose one object, for example jet[1], or add all with sum(jet)"
                        : "for example photon[1], photon[1] + photon[2], sum(jet) or met";
            case COLLECTION -> "for example jet, jet{pt > 30} or pdg(22)";
        };
    }
}
