package hep.aurum.math.optim;

/**
 * Describe where a minimisation ended.
 *
 * <p>The estimated distance to the minimum is \( \frac12 g^T H^{-1} g \) over the variables that are free to move: the
 * amount by which a quadratic function would still fall.
 */
public final class Minimum {

    /** Say how a minimisation ended. */
    public enum Status {
        /** The distance to the minimum is below the tolerance and the Hessian of the free variables positive definite. */
        CONVERGED,
        /** As {@link #CONVERGED}, but some direction is flat: the minimum is not a single point. */
        FLAT,
        /** No step lowers the value although the derivatives say so: a kink, or derivatives that are wrong. */
        STALLED,
        /** The number of iterations is used up. */
        EXHAUSTED
    }

    private final double[] point;
    private final double[] gradient;
    private final double[] hessian;
    private final boolean[] free;
    private final double value;
    private final double distance;
    private final int worst;
    private final int iterations;
    private final Status status;

    Minimum(
            double[] point,
            double[] gradient,
            double[] hessian,
            boolean[] free,
            double value,
            double distance,
            int worst,
            int iterations,
            Status status) {
        this.point = point;
        this.gradient = gradient;
        this.hessian = hessian;
        this.free = free;
        this.value = value;
        this.distance = distance;
        this.worst = worst;
        this.iterations = iterations;
        this.status = status;
    }

    /** Return the point {@code [k]}. */
    public double[] point() {
        return point.clone();
    }

    /** Return one coordinate of the point. */
    public double point(int i) {
        return point[i];
    }

    /** Return the value of the objective there. */
    public double value() {
        return value;
    }

    /** Return the Hessian there, {@code [k*k]}. */
    public double[] hessian() {
        return hessian.clone();
    }

    /** Return the Euclidean norm of the gradient over the free variables. */
    public double gradientNorm() {
        double sum = 0.0;
        for (int i = 0; i < gradient.length; i++) {
            if (free[i]) {
                sum += gradient[i] * gradient[i];
            }
        }
        return Math.sqrt(sum);
    }

    /** Return whether a variable is neither fixed nor held at an end of its interval by the gradient. */
    public boolean isFree(int i) {
        return free[i];
    }

    /** Return the estimated distance to the minimum, in units of the objective. */
    public double distance() {
        return distance;
    }

    /** Return the variable that contributes most to {@link #distance()}, or spoils the Hessian; -1 if there is none. */
    public int worst() {
        return worst;
    }

    /** Return the number of steps. */
    public int iterations() {
        return iterations;
    }

    /** Return how the search ended. */
    public Status status() {
        return status;
    }

    /** Return whether the search found a minimum, flat directions included. */
    public boolean isConverged() {
        return status == Status.CONVERGED || status == Status.FLAT;
    }
}
