package hep.aurum.math.optim;

/**
 * Evaluate a scalar function of several variables, with its first and second derivatives.
 *
 * <p>An objective may own scratch memory: use one per thread. It must be finite wherever the box of the search lets the
 * variables go.
 */
public interface Objective {

    /** Return the number of variables {@code k}. */
    int dimension();

    /**
     * Return the value alone.
     *
     * @param x the point {@code [k]}, not modified
     */
    double value(double[] x);

    /**
     * Return the values along one variable, the others held; implementations that are faster at it override this, and may
     * differ from {@link #value} by rounding.
     *
     * @param x the point {@code [k]}, not modified
     * @param i the variable
     * @param places its values
     * @return the values of the function in order
     */
    default double[] valuesAlong(double[] x, int i, double[] places) {
        double[] at = x.clone();
        double[] values = new double[places.length];
        for (int p = 0; p < places.length; p++) {
            at[i] = places[p];
            values[p] = value(at);
        }
        return values;
    }

    /**
     * Return the value and fill in the derivatives.
     *
     * @param x the point {@code [k]}, not modified
     * @param gradient overwritten with the first derivatives {@code [k]}
     * @param hessian overwritten with the second derivatives {@code [k*k]}, row-major, both triangles
     */
    double evaluate(double[] x, double[] gradient, double[] hessian);
}
