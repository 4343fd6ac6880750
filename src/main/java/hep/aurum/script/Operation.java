package hep.aurum.script;

import hep.aurum.base.Check;
import hep.aurum.base.NotFound;
import hep.aurum.hist.Histogram1D;

/** Combine two independent numbers with errors. */
enum Operation {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE;

    static Operation of(String sign) {
        return switch (sign) {
            case "+" -> ADD;
            case "-" -> SUBTRACT;
            case "*" -> MULTIPLY;
            case "/" -> DIVIDE;
            default -> throw new NotFound("no operation is named \"" + sign + "\"", "", "known: +, -, *, /");
        };
    }

    double value(double a, double b) {
        return switch (this) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> b == 0 ? 0 : a / b;
        };
    }

    /** Return the error of the result by linear propagation. */
    double error(double a, double errorA, double b, double errorB) {
        return switch (this) {
            case ADD, SUBTRACT -> root(errorA, errorB);
            case MULTIPLY -> root(b * errorA, a * errorB);
            case DIVIDE -> b == 0 ? 0 : root(errorA / b, a / b * (errorB / b));
        };
    }

    private static double root(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }

    Histogram1D heights(Histogram1D a, Histogram1D b) {
        Check.argument(a.axis().hasEdgesOf(b.axis()), "cannot combine %s and %s: edges differ", a.axis(), b.axis());
        double[] heights = new double[a.axis().bins()];
        double[] errors = new double[heights.length];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = value(a.height(i), b.height(i));
            errors[i] = error(a.height(i), a.error(i), b.height(i), b.error(i));
        }
        return Histogram1D.ofHeights(a.title(), a.axis(), heights, errors);
    }
}
