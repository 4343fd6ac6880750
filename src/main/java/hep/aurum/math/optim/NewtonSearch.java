package hep.aurum.math.optim;

/** Walk through one minimisation of {@link BoundedNewton}: the point, its derivatives and the work space. */
final class NewtonSearch {

    /** Relative rounding error of a sum of many terms, below which a change of the value means nothing. */
    private static final double NOISE = 1e-14;

    /** A distance that the rounding of large terms, which cancel in the value, may hide. */
    private static final double BELOW_ROUNDING = 1e-8;

    private static final double FIRST_DAMPING = 1e-3;
    private static final double MAX_DAMPING = 1e16;
    private static final double FLAT_RIDGE = 1e-9;

    private final Objective objective;
    private final Box box;
    private final double tolerance;
    private final int maxIterations;
    private final int n;
    private final Cholesky cholesky;
    private final double[] rhs;
    private final double[] step;
    private final boolean[] moving;
    private final int[] index;

    /** Variables by the number of others that they are coupled to, the fewest first, as the factorisation likes it. */
    private final int[] order;

    private double[] x;
    private double[] gradient;
    private double[] hessian;
    private double[] trial;
    private double[] trialGradient;
    private double[] trialHessian;
    private double value;
    private double damping;
    private double distance = Double.POSITIVE_INFINITY;
    private int worst = -1;
    private boolean isFlat;
    private boolean hasNewtonFactor;

    NewtonSearch(Objective objective, Box box, double tolerance, int maxIterations) {
        this.objective = objective;
        this.box = box;
        this.tolerance = tolerance;
        this.maxIterations = maxIterations;
        n = objective.dimension();
        cholesky = Cholesky.of(n);
        rhs = new double[n];
        step = new double[n];
        moving = new boolean[n];
        index = new int[n];
        order = new int[n];
        x = new double[n];
        gradient = new double[n];
        hessian = new double[n * n];
        trial = new double[n];
        trialGradient = new double[n];
        trialHessian = new double[n * n];
    }

    Minimum run(double[] start) {
        for (int i = 0; i < n; i++) {
            x[i] = box.clamp(i, start[i]);
        }
        value = objective.evaluate(x, gradient, hessian);
        Coupling.order(hessian, order);
        for (int iteration = 0; iteration < maxIterations; iteration++) {
            markFree();
            boolean isThere = measureDistance() && distance <= tolerance;
            if (isThere) {
                polish();
                return end(iteration, isFlat ? Minimum.Status.FLAT : Minimum.Status.CONVERGED);
            }
            if (!advance()) {
                markFree();
                if (measureDistance() && distance <= BELOW_ROUNDING) {
                    polish();
                    return end(iteration, Minimum.Status.CONVERGED);
                }
                return end(iteration, Minimum.Status.STALLED);
            }
        }
        markFree();
        measureDistance();
        return end(maxIterations, Minimum.Status.EXHAUSTED);
    }

    /**
     * Take the last Newton step without another evaluation: the point is off by the root of the distance, and this step makes
     * it as exact as the value. The distance that is reported is the one before.
     */
    private void polish() {
        if (isFlat) {
            return;
        }
        int m = countMoving();
        for (int i = 0; i < n; i++) {
            step[i] = 0.0;
        }
        for (int a = 0; a < m; a++) {
            int i = index[a];
            step[i] = box.clamp(i, x[i] - rhs[a]) - x[i];
        }
        value -= predictedFall();
        for (int i = 0; i < n; i++) {
            gradient[i] += Dot.of(hessian, i * n, step, 0, n);
        }
        for (int a = 0; a < m; a++) {
            x[index[a]] = box.clamp(index[a], x[index[a]] - rhs[a]);
        }
    }

    /** Take one step that lowers the value, with as much damping as it needs. */
    private boolean advance() {
        while (damping <= MAX_DAMPING) {
            markFree();
            if (solveInsideBox()) {
                double predicted = predictedFall();
                for (int i = 0; i < n; i++) {
                    trial[i] = box.clamp(i, x[i] + step[i]);
                }
                double trialValue = objective.evaluate(trial, trialGradient, trialHessian);
                double noise = NOISE * Math.max(1.0, Math.abs(value));
                double fall = value - trialValue;
                boolean isTiny = predicted >= 0.0 && predicted <= 10.0 * noise;
                if (predicted > 0.0 && (fall >= 0.1 * predicted || (isTiny && fall >= -100.0 * noise))) {
                    accept(trialValue);
                    if (fall >= 0.75 * predicted || isTiny) {
                        damping = damping < 1e-6 ? 0.0 : damping * 0.1;
                    }
                    return true;
                }
            }
            damping = damping == 0.0 ? FIRST_DAMPING : damping * 8.0;
        }
        damping = 0.0;
        return false;
    }

    private void accept(double trialValue) {
        double[] swap = x;
        x = trial;
        trial = swap;
        swap = gradient;
        gradient = trialGradient;
        trialGradient = swap;
        swap = hessian;
        hessian = trialHessian;
        trialHessian = swap;
        value = trialValue;
    }

    /** Mark the variables that are neither fixed, nor pressed against an end of their interval, nor without effect. */
    private void markFree() {
        for (int i = 0; i < n; i++) {
            boolean isPressed =
                    (x[i] <= box.lower(i) && gradient[i] > 0.0) || (x[i] >= box.upper(i) && gradient[i] < 0.0);
            boolean hasNoEffect = gradient[i] == 0.0 && hessian[i * n + i] == 0.0;
            moving[i] = !box.isFixed(i) && !isPressed && !hasNoEffect;
        }
    }

    /** Compute the distance to the minimum over the free variables; false where the Hessian is indefinite. */
    private boolean measureDistance() {
        isFlat = false;
        hasNewtonFactor = factorMoving(0.0);
        if (!hasNewtonFactor) {
            isFlat = true;
            if (!factorMoving(FLAT_RIDGE)) {
                distance = Double.POSITIVE_INFINITY;
                return false;
            }
        }
        int m = countMoving();
        for (int a = 0; a < m; a++) {
            rhs[a] = gradient[index[a]];
        }
        cholesky.solve(rhs);
        distance = 0.0;
        double largest = 0.0;
        for (int a = 0; a < m; a++) {
            double part = 0.5 * rhs[a] * gradient[index[a]];
            distance += part;
            if (Math.abs(part) > largest) {
                largest = Math.abs(part);
                worst = index[a];
            }
        }
        return true;
    }

    /** Solve for the step; a variable that would leave its interval goes to its end and the others are solved again. */
    private boolean solveInsideBox() {
        for (int i = 0; i < n; i++) {
            step[i] = 0.0;
        }
        for (int round = 0; round <= n; round++) {
            // The factor of the undamped matrix is at hand from the measurement of the distance.
            boolean isFactored = hasNewtonFactor && round == 0 && damping == 0.0;
            if (!isFactored && !factorMoving(damping)) {
                return false;
            }
            hasNewtonFactor = hasNewtonFactor && isFactored;
            int m = countMoving();
            fillRightHandSide(m);
            cholesky.solve(rhs);
            boolean isInside = true;
            for (int a = 0; a < m; a++) {
                int i = index[a];
                double target = x[i] + rhs[a];
                if (target < box.lower(i) || target > box.upper(i)) {
                    step[i] = box.clamp(i, target) - x[i];
                    moving[i] = false;
                    isInside = false;
                }
            }
            if (isInside) {
                for (int a = 0; a < m; a++) {
                    step[index[a]] = rhs[a];
                }
                return true;
            }
        }
        return false;
    }

    /** The right-hand side −g − H s, with s the steps of the variables that were put on an end of their interval. */
    private void fillRightHandSide(int m) {
        for (int a = 0; a < m; a++) {
            int row = index[a] * n;
            double sum = -gradient[index[a]];
            for (int j = 0; j < n; j++) {
                if (!moving[j] && step[j] != 0.0) {
                    sum -= hessian[row + j] * step[j];
                }
            }
            rhs[a] = sum;
        }
    }

    private boolean factorMoving(double ridge) {
        int m = countMoving();
        double[] matrix = cholesky.matrix();
        for (int a = 0; a < m; a++) {
            int row = index[a] * n;
            for (int b = a; b < m; b++) {
                matrix[a * m + b] = hessian[row + index[b]];
            }
            // A negative curvature is damped by its size, so that some damping always makes the matrix definite.
            double diagonal = matrix[a * m + a];
            if (ridge > 0.0 && diagonal <= 0.0) {
                matrix[a * m + a] = Math.max(-diagonal, 1e-8);
            }
        }
        boolean isDefinite = cholesky.factor(m, ridge);
        if (!isDefinite) {
            worst = index[cholesky.failedPivot()];
        }
        return isDefinite;
    }

    private int countMoving() {
        int m = 0;
        for (int i : order) {
            if (moving[i]) {
                index[m++] = i;
            }
        }
        return m;
    }

    /** The fall of the value that the quadratic model promises for the step. */
    private double predictedFall() {
        double fall = 0.0;
        for (int i = 0; i < n; i++) {
            if (step[i] != 0.0) {
                int row = i * n;
                fall -= step[i] * (gradient[i] + 0.5 * Dot.of(hessian, row, step, 0, n));
            }
        }
        return fall;
    }

    private Minimum end(int iterations, Minimum.Status status) {
        return new Minimum(x, gradient, hessian, moving, value, distance, worst, iterations, status);
    }
}
