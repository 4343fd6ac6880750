package hep.aurum.likelihood.joint;

import org.jspecify.annotations.Nullable;

/**
 * Give the density of one process at n fixed events relative to the reference law, \(r(x_i|s) = p(x_i|s)/p_{ref}(x_i)\), with
 * derivatives in its m variables s. For one thread.
 *
 * <p>Not the logarithm: the densities of processes add, and an interference may be negative.
 */
public interface EventShape {

    /** Return the number n of events. */
    int size();

    /**
     * Evaluate all events.
     *
     * @param s the variables, {@code [m]}, in the order of {@link ShapeRatio#parameters()}
     * @param ratio {@code [n]}, overwritten
     * @param gradient {@code [n*m]} by rows, overwritten; null if derivatives are not wanted
     * @param hessian {@code [n*m*m]} by rows, overwritten; null together with the gradient
     */
    void evaluate(double[] s, double[] ratio, double @Nullable [] gradient, double @Nullable [] hessian);
}
