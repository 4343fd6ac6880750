package hep.aurum.math.optim;

/** A smooth function of k variables with its gradient. */
@FunctionalInterface
public interface Differentiable {

    /**
     * Evaluate the function and its gradient.
     *
     * @param point {@code [k]}
     * @param gradient {@code [k]}, overwritten
     * @return the value
     */
    double evaluate(double[] point, double[] gradient);
}
