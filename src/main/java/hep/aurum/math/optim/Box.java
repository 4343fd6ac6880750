package hep.aurum.math.optim;

import hep.aurum.base.Check;

/** Hold the interval of every variable; an interval of zero length holds its variable fixed. */
public final class Box {

    private final double[] lower;
    private final double[] upper;

    private Box(double[] lower, double[] upper) {
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * Return the box between two corners.
     *
     * @param lower the lower ends {@code [k]}; may be {@code -Infinity}
     * @param upper the upper ends {@code [k]}, none below its lower end; may be {@code Infinity}
     */
    public static Box of(double[] lower, double[] upper) {
        Check.length("upper ends", upper.length, lower.length);
        for (int i = 0; i < lower.length; i++) {
            Check.argument(lower[i] <= upper[i], "variable %d has the interval [%s, %s]", i, lower[i], upper[i]);
        }
        return new Box(lower.clone(), upper.clone());
    }

    /** Return the number of variables. */
    public int dimension() {
        return lower.length;
    }

    /** Return the lower end of a variable. */
    public double lower(int i) {
        return lower[i];
    }

    /** Return the upper end of a variable. */
    public double upper(int i) {
        return upper[i];
    }

    /** Return whether a variable has no room. */
    public boolean isFixed(int i) {
        return !(lower[i] < upper[i]);
    }

    /** Return this box with one variable held at a value, which may lie outside its former interval. */
    public Box withFixed(int i, double value) {
        double[] newLower = lower.clone();
        double[] newUpper = upper.clone();
        newLower[i] = value;
        newUpper[i] = value;
        return new Box(newLower, newUpper);
    }

    /** Return this box with another lower end for one variable, at most its upper end. */
    public Box withLower(int i, double value) {
        double[] newLower = lower.clone();
        newLower[i] = value;
        return of(newLower, upper);
    }

    /** Return the value nearest to {@code value} inside the interval of a variable. */
    public double clamp(int i, double value) {
        return Math.max(lower[i], Math.min(upper[i], value));
    }
}
