package hep.aurum.param;

import hep.aurum.base.Check;
import java.util.Arrays;

/** Hold one point θ of a parameter space; immutable, equal by value. */
public final class ParameterPoint {

    private final double[] values;

    private ParameterPoint(double[] values) {
        this.values = values;
    }

    /**
     * Return a point with the given components.
     *
     * @throws IllegalArgumentException if a component is not finite
     */
    public static ParameterPoint of(double... values) {
        for (double value : values) {
            Check.finite("a component of theta", value);
        }
        return new ParameterPoint(values.clone());
    }

    /** Return the number of components. */
    public int size() {
        return values.length;
    }

    /** Return one component. */
    public double get(int index) {
        return values[index];
    }

    /** Return a copy of the components. */
    public double[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParameterPoint point && Arrays.equals(values, point.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
