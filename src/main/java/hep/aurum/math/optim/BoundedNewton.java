package hep.aurum.math.optim;

import hep.aurum.base.Check;

/**
 * Minimise inside a box by Newton's method with an active set and adaptive damping.
 *
 * <p>Each step solves \( (H + \lambda\,\mathrm{diag}H)\,p = -g \) over the variables that are free to move; a variable
 * that would leave its interval is put on the end of it and the rest is solved again. The damping λ grows when the
 * matrix is not positive definite or the value falls by less than a tenth of what the quadratic model predicts, and
 * shrinks to exactly zero near the minimum, where convergence is quadratic.
 *
 * <p>Use it where second derivatives are exact and cheap, as for binned likelihoods. For functions with noise or without
 * derivatives use another method.
 *
 * @see <a href="https://doi.org/10.1137/1.9780898718577">Conn, Gould, Toint: Trust-Region Methods (2000), section 6</a>
 * @see <a href="https://doi.org/10.1137/0320018">Bertsekas: Projected Newton methods (1982), for the active set</a>
 */
public final class BoundedNewton {

    private static final BoundedNewton DEFAULT = new BoundedNewton(1e-12, 200);

    private final double tolerance;
    private final int maxIterations;

    private BoundedNewton(double tolerance, int maxIterations) {
        this.tolerance = tolerance;
        this.maxIterations = maxIterations;
    }

    /** Return a search that stops at a distance of 1e-12 to the minimum, after at most 200 steps. */
    public static BoundedNewton withDefaults() {
        return DEFAULT;
    }

    /** Return this search with another distance at which to stop, in units of the objective. */
    public BoundedNewton withTolerance(double newTolerance) {
        Check.argument(newTolerance > 0.0, "the tolerance is %s, expected a positive number", newTolerance);
        return new BoundedNewton(newTolerance, maxIterations);
    }

    /** Return this search with another limit to the number of steps. */
    public BoundedNewton withMaxIterations(int newMaxIterations) {
        Check.argument(newMaxIterations > 0, "the number of steps is %d, expected at least 1", newMaxIterations);
        return new BoundedNewton(tolerance, newMaxIterations);
    }

    /**
     * Search from a point.
     *
     * @param objective what to minimise
     * @param start where to begin {@code [k]}; moved into the box
     * @param box the intervals of the variables
     * @return where the search ended; ask {@link Minimum#isConverged()}
     */
    public Minimum minimize(Objective objective, double[] start, Box box) {
        Check.length("start", start.length, objective.dimension());
        Check.length("box", box.dimension(), objective.dimension());
        return new NewtonSearch(objective, box, tolerance, maxIterations).run(start);
    }
}
