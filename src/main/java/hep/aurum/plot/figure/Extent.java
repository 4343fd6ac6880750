package hep.aurum.plot.figure;

import java.util.function.DoubleUnaryOperator;

/** Collect the ends of values, and the smallest positive one, for which a logarithmic axis must have room. */
final class Extent {

    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double positive = Double.POSITIVE_INFINITY;

    /** Take a value in; one that is not finite is left out. */
    Extent add(double value) {
        if (Double.isFinite(value)) {
            min = Math.min(min, value);
            max = Math.max(max, value);
            positive = value > 0 ? Math.min(positive, value) : positive;
        }
        return this;
    }

    /** Return whether nothing was taken in. */
    boolean isEmpty() {
        return min > max;
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }

    /** Return the smallest positive value, infinite if there is none. */
    double positive() {
        return positive;
    }

    /** Take in the values of a function at places of a window. */
    void addAll(DoubleUnaryOperator f, double[] places) {
        for (double x : places) {
            add(f.applyAsDouble(x));
        }
    }
}
