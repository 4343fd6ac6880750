package hep.aurum.math.optim;

import java.util.List;

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

    /** Evaluate the function alone; implementations to which the gradient costs extra override this. */
    default double value(double[] point) {
        return evaluate(point, new double[point.length]);
    }

    /**
     * Evaluate the function at many points; implementations that are faster at it override this.
     *
     * @param points each {@code [k]}
     * @return the values in order
     */
    default double[] values(List<double[]> points) {
        return points.stream().mapToDouble(this::value).toArray();
    }
}
