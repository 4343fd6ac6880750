package hep.aurum.math.formula;

import org.jspecify.annotations.Nullable;

/**
 * Hold one step of a formula: a number, a variable, or an operation on the results of earlier steps.
 *
 * @param kind what the step does
 * @param a number of the first operand's step, or of a parameter
 * @param b number of the second operand's step
 * @param number the number of a {@code NUMBER}
 * @param function the function of a {@code CALL}
 */
record Step(
        Kind kind, int a, int b, double number, @Nullable UnaryFunction function) {

    /** Say what a step does. */
    enum Kind {
        NUMBER,
        VARIABLE,
        PARAMETER,
        CALL,
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        POWER,
        MIN,
        MAX
    }

    static Step number(double number) {
        return new Step(Kind.NUMBER, -1, -1, number, null);
    }

    static Step variable() {
        return new Step(Kind.VARIABLE, -1, -1, 0, null);
    }

    static Step parameter(int index) {
        return new Step(Kind.PARAMETER, index, -1, 0, null);
    }

    static Step call(UnaryFunction function, int a) {
        return new Step(Kind.CALL, a, -1, 0, function);
    }

    static Step of(Kind kind, int a, int b) {
        return new Step(kind, a, b, 0, null);
    }

    boolean isBinary() {
        return b >= 0;
    }

    double value(double u, double w) {
        return switch (kind) {
            case ADD -> u + w;
            case SUBTRACT -> u - w;
            case MULTIPLY -> u * w;
            case DIVIDE -> u / w;
            case POWER -> StrictMath.pow(u, w);
            case MIN -> Math.min(u, w);
            case MAX -> Math.max(u, w);
            default -> throw new IllegalStateException(kind + " has no two operands");
        };
    }
}
