package hep.aurum.math.optim;

import hep.aurum.base.Check;
import java.util.Arrays;

/**
 * Find a local minimum of a smooth function inside a box by a projected quasi-Newton method.
 *
 * <p>Each step solves \(B\,p = -g\) on the free variables, where the inverse of B is the BFGS approximation; variables at a
 * bound whose gradient points outwards stay there. The step is projected onto the box and halved until the Armijo
 * condition holds. Meant for few variables (k up to some tens) and functions that are costly to evaluate.
 *
 * @see <a href="https://doi.org/10.1137/0320018">Bertsekas: Projected Newton methods (1982)</a>
 */
public final class BoundedBfgs {

    private static final double ARMIJO = 1e-4;
    private static final int MAX_HALVINGS = 40;

    private final double[] lower;
    private final double[] upper;
    private final double tolerance;
    private final int maxIterations;

    private BoundedBfgs(double[] lower, double[] upper, double tolerance, int maxIterations) {
        this.lower = lower;
        this.upper = upper;
        this.tolerance = tolerance;
        this.maxIterations = maxIterations;
    }

    /**
     * Return a minimiser for a box; a variable with equal bounds is fixed.
     *
     * @param lower {@code [k]}
     * @param upper {@code [k]}
     */
    public static BoundedBfgs inside(double[] lower, double[] upper) {
        Check.length("upper", upper.length, lower.length);
        return new BoundedBfgs(lower.clone(), upper.clone(), 1e-9, 200);
    }

    /**
     * Return the same minimiser with another tolerance.
     *
     * @param tolerance largest estimated distance to the minimum, in units of the function, at which it stops
     */
    public BoundedBfgs withTolerance(double tolerance) {
        return new BoundedBfgs(lower, upper, tolerance, maxIterations);
    }

    /**
     * Minimise from a starting point.
     *
     * @param start {@code [k]}; moved into the box first
     */
    public LocalMinimum minimise(Differentiable function, double[] start) {
        return new Run(function, start).go();
    }

    /** How a line search ended. */
    private enum Outcome {
        MOVED,
        NOTHING_TO_GAIN,
        STUCK
    }

    /** The state of one minimisation. */
    private final class Run {
        private final int k = lower.length;
        private final Differentiable function;
        private final double[][] inverse = new double[k][k];
        private double[] x;
        private double[] g = new double[k];
        private double value;

        Run(Differentiable function, double[] start) {
            this.function = function;
            this.x = project(start.clone());
            this.value = function.evaluate(x, g);
        }

        LocalMinimum go() {
            resetInverse();
            boolean fresh = true;
            for (int iteration = 0; iteration < maxIterations; iteration++) {
                double[] step = direction();
                double distance = -0.5 * dot(g, step);
                if (distance <= tolerance) {
                    return result(true, distance);
                }
                switch (advance(step)) {
                    case MOVED -> fresh = false;
                    case NOTHING_TO_GAIN -> {
                        return result(true, distance);
                    }
                    case STUCK -> {
                        if (fresh) {
                            return result(false, distance);
                        }
                        resetInverse();
                        fresh = true;
                    }
                }
            }
            return result(false, Double.NaN);
        }

        private LocalMinimum result(boolean converged, double distance) {
            boolean atBound = false;
            for (int i = 0; i < k; i++) {
                atBound |= lower[i] < upper[i] && (x[i] == lower[i] || x[i] == upper[i]);
            }
            return LocalMinimum.of(x, value, converged, atBound, distance);
        }

        /** Scale the steepest descent to a hundredth of the box, so that the first step is modest. */
        private void resetInverse() {
            double norm = projectedGradientNorm();
            for (int i = 0; i < k; i++) {
                Arrays.fill(inverse[i], 0);
                inverse[i][i] = norm > 0 ? 0.01 * width() / norm : 1;
            }
        }

        private double width() {
            double width = 0;
            for (int i = 0; i < k; i++) {
                width = Math.max(width, upper[i] - lower[i]);
            }
            return width;
        }

        private boolean isHeld(int i) {
            return lower[i] == upper[i] || (x[i] <= lower[i] && g[i] >= 0) || (x[i] >= upper[i] && g[i] <= 0);
        }

        private double projectedGradientNorm() {
            double sum = 0;
            for (int i = 0; i < k; i++) {
                sum += isHeld(i) ? 0 : g[i] * g[i];
            }
            return Math.sqrt(sum);
        }

        private double[] direction() {
            double[] step = new double[k];
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k && !isHeld(i); j++) {
                    step[i] -= isHeld(j) ? 0 : inverse[i][j] * g[j];
                }
            }
            return step;
        }

        /** Halve the step until it pays, or until what it could gain is below the tolerance (or the function's noise). */
        private Outcome advance(double[] step) {
            double[] newGradient = new double[k];
            double length = 1;
            for (int halving = 0; halving < MAX_HALVINGS; halving++) {
                double[] candidate = new double[k];
                for (int i = 0; i < k; i++) {
                    candidate[i] = x[i] + length * step[i];
                }
                project(candidate);
                double decrease = 0;
                for (int i = 0; i < k; i++) {
                    decrease += g[i] * (candidate[i] - x[i]);
                }
                if (-0.5 * decrease <= tolerance) {
                    return Outcome.NOTHING_TO_GAIN;
                }
                double newValue = function.evaluate(candidate, newGradient);
                if (newValue <= value + ARMIJO * decrease) {
                    update(candidate, newGradient);
                    x = candidate;
                    g = newGradient;
                    value = newValue;
                    return Outcome.MOVED;
                }
                length *= 0.5;
            }
            return Outcome.STUCK;
        }

        /** BFGS update of the inverse metric, skipped where the curvature is not positive. */
        private void update(double[] newX, double[] newG) {
            double[] s = new double[k];
            double[] y = new double[k];
            for (int i = 0; i < k; i++) {
                s[i] = newX[i] - x[i];
                y[i] = newG[i] - g[i];
            }
            double sy = dot(s, y);
            if (sy <= 1e-12 * Math.sqrt(dot(s, s) * dot(y, y))) {
                return;
            }
            double[] hy = new double[k];
            for (int i = 0; i < k; i++) {
                hy[i] = dot(inverse[i], y);
            }
            double factor = (1 + dot(y, hy) / sy) / sy;
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    inverse[i][j] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
                }
            }
        }

        private double[] project(double[] point) {
            for (int i = 0; i < k; i++) {
                point[i] = Math.min(Math.max(point[i], lower[i]), upper[i]);
            }
            return point;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
