package hep.aurum.hist;

import hep.aurum.base.Check;
import java.util.Arrays;

/**
 * Say by how much values change if one source of uncertainty moves down or up by one standard deviation.
 *
 * <p>The changes are signed: both may have the same sign. NaN says nothing about that value.
 */
public final class ErrorSource {

    private final String name;
    private final double[] down;
    private final double[] up;

    private ErrorSource(String name, double[] down, double[] up) {
        this.name = name;
        this.down = down;
        this.up = up;
    }

    /**
     * Create a source.
     *
     * @param name for example {@code stat}; may be empty
     * @param down {@code [values]} changes of the values
     * @param up {@code [values]}
     */
    public static ErrorSource of(String name, double[] down, double[] up) {
        Check.length("changes upwards", up.length, down.length);
        return new ErrorSource(name, down.clone(), up.clone());
    }

    /** Return the name. */
    public String name() {
        return name;
    }

    /** Return the number of values that it speaks about. */
    public int size() {
        return down.length;
    }

    /** Return the change of value {@code i} downwards; NaN if it is not said. */
    public double down(int i) {
        return down[i];
    }

    /** Return the change of value {@code i} upwards; NaN if it is not said. */
    public double up(int i) {
        return up[i];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ErrorSource source
                && name.equals(source.name)
                && Arrays.equals(down, source.down)
                && Arrays.equals(up, source.up);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(down);
    }

    @Override
    public String toString() {
        return "error source " + name + " of " + size() + " values";
    }
}
