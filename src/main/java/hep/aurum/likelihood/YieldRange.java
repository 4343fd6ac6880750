package hep.aurum.likelihood;

import hep.aurum.base.NotSupported;
import java.util.List;

/**
 * Find the extremes of a polynomial in a box: of one that is at most quadratic along each axis exactly along that axis, in
 * sweeps from points spread over the box.
 */
final class YieldRange {

    private static final int STARTS = 64;
    private static final int SWEEPS = 200;
    private static final double TOLERANCE = 1e-15;

    private final PolynomialKernel kernel;
    private final List<ModelParameter> parameters;

    YieldRange(PolynomialKernel kernel, List<ModelParameter> parameters) {
        this.kernel = kernel;
        this.parameters = parameters;
    }

    /** Return the smallest and the largest value; parameters that the polynomial lacks stay where {@code theta} has them. */
    double[] find(double[] theta) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < STARTS; s++) {
            for (int v = 0; v < kernel.variables.length; v++) {
                ModelParameter p = parameters.get(kernel.variables[v]);
                requireFinite(p);
                double fraction = (0.5 + s * StrictMath.pow(0.6180339887498949, v + 1.0)) % 1.0;
                theta[kernel.variables[v]] = p.isFixed() ? p.init() : p.lower() + fraction * (p.upper() - p.lower());
            }
            low = Math.min(low, descend(theta.clone(), 1.0));
            high = Math.max(high, descend(theta.clone(), -1.0));
        }
        return new double[] {low, high};
    }

    private static void requireFinite(ModelParameter p) {
        if (!p.isFixed() && !(Double.isFinite(p.lower()) && Double.isFinite(p.upper()))) {
            throw new NotSupported(
                    "the range of a yield in the unbounded parameter \"" + p.name() + "\"",
                    "",
                    "give it finite bounds");
        }
    }

    /** Move to the best point of each axis in turn: an end, or where the slope vanishes. */
    private double descend(double[] theta, double sign) {
        double value = sign * kernel.value(theta);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double before = value;
            for (int v = 0; v < kernel.variables.length; v++) {
                value = moveAlong(theta, v, sign, value);
            }
            if (before - value <= TOLERANCE * Math.abs(value)) {
                break;
            }
        }
        return sign * value;
    }

    private double moveAlong(double[] theta, int v, double sign, double value) {
        int i = kernel.variables[v];
        ModelParameter p = parameters.get(i);
        if (p.isFixed()) {
            return value;
        }
        kernel.evaluate(theta);
        double curvature = sign * kernel.hessian[v * kernel.variables.length + v];
        double newton = curvature > 0.0 ? theta[i] - sign * kernel.gradient[v] / curvature : theta[i];
        double[] tries = {p.lower(), p.upper(), Math.max(p.lower(), Math.min(p.upper(), newton))};
        double best = value;
        double where = theta[i];
        for (double x : tries) {
            theta[i] = x;
            double there = sign * kernel.value(theta);
            if (there < best) {
                best = there;
                where = x;
            }
        }
        theta[i] = where;
        return best;
    }
}
