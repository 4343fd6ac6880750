package hep.aurum.estimator;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Fit a polynomial in parameters and nuisances, which vanishes where all nuisances are 0, to logarithms of means.
 *
 * <p>The means are over one and the same sample, so that they are a smooth function without noise. The degree grows until the
 * polynomial follows them, or until there are fewer than two points for each monomial. Parameters are scaled to ±1. Immutable.
 */
final class LogMeanFit {

    private static final int MOST_DEGREE = 8;

    /** An error in log r that multiplies with thousands of events and is still seen nowhere. */
    private static final double GOOD = 1e-7;

    private final MonomialBasis basis;
    private final double[] coefficients;
    private final double[] centre;
    private final double[] scale;
    private final double misfit;

    private LogMeanFit(MonomialBasis basis, double[] coefficients, double[] centre, double[] scale, double misfit) {
        this.basis = basis;
        this.coefficients = coefficients;
        this.centre = centre;
        this.scale = scale;
        this.misfit = misfit;
    }

    /**
     * Fit.
     *
     * @param nuisances how many of the last components of a point are nuisances
     * @param points each {@code [k+q]}
     * @param logMeans one for each point
     */
    static LogMeanFit of(ParameterSpace space, int nuisances, List<double[]> points, double[] logMeans) {
        int parameters = space.size() - nuisances;
        double[] centre = new double[space.size()];
        double[] scale = new double[space.size()];
        for (int a = 0; a < centre.length; a++) {
            Parameter p = space.get(a);
            // A nuisance keeps its zero, at which the polynomial has to vanish.
            centre[a] = a < parameters ? (p.min() + p.max()) / 2 : 0;
            scale[a] = a < parameters ? (p.max() - p.min()) / 2 : Math.max(-p.min(), p.max());
        }
        LogMeanFit best = fit(basis(space.size(), nuisances, 2), centre, scale, points, logMeans);
        for (int degree = 3; degree <= MOST_DEGREE && best.misfit > GOOD; degree++) {
            MonomialBasis basis = basis(space.size(), nuisances, degree);
            if (points.size() < 2 * basis.size()) {
                return best;
            }
            LogMeanFit next = fit(basis, centre, scale, points, logMeans);
            best = next.misfit < best.misfit ? next : best;
        }
        return best;
    }

    private static MonomialBasis basis(int parameters, int nuisances, int degree) {
        MonomialBasis all = MonomialBasis.complete(parameters, degree);
        List<int[]> rows = new ArrayList<>();
        for (int j = 0; j < all.size(); j++) {
            int[] row = new int[parameters];
            int power = 0;
            for (int a = 0; a < parameters; a++) {
                row[a] = all.exponent(j, a);
                power += a >= parameters - nuisances ? row[a] : 0;
            }
            if (power > 0) {
                rows.add(row);
            }
        }
        return MonomialBasis.of(parameters, rows.toArray(int[][]::new));
    }

    private static LogMeanFit fit(
            MonomialBasis basis, double[] centre, double[] scale, List<double[]> points, double[] logMeans) {
        Check.argument(points.size() >= 2 * basis.size(), "%d points for %d coefficients", points.size(), basis.size());
        DMatrixRMaj design = new DMatrixRMaj(points.size(), basis.size());
        double[] row = new double[basis.size()];
        for (int i = 0; i < logMeans.length; i++) {
            basis.values(scaled(points.get(i), centre, scale), row);
            System.arraycopy(row, 0, design.data, i * row.length, row.length);
        }
        DMatrixRMaj target = DMatrixRMaj.wrap(logMeans.length, 1, logMeans.clone());
        DMatrixRMaj solution = new DMatrixRMaj(basis.size(), 1);
        if (!CommonOps_DDRM.solve(design, target, solution)) {
            throw new BadInput("the normalisation over the nuisances cannot be fitted", "", "spread the points");
        }
        DMatrixRMaj fitted = CommonOps_DDRM.mult(design, solution, null);
        double misfit = 0;
        for (int i = 0; i < logMeans.length; i++) {
            misfit = Math.max(misfit, Math.abs(fitted.get(i) - logMeans[i]));
        }
        return new LogMeanFit(basis, solution.data.clone(), centre, scale, misfit);
    }

    /** Return the logarithm of a mean, or refuse. */
    static double logOfPositive(double mean, double[] point) {
        if (!(mean > 0 && Double.isFinite(mean))) {
            throw new BadInput(
                    "the mean of the varied ratio over the reference events is " + mean,
                    "point " + Arrays.toString(point),
                    "use more events of the reference law, fewer negative weights, or points closer to it");
        }
        return StrictMath.log(mean);
    }

    private static double[] scaled(double[] point, double[] centre, double[] scale) {
        double[] u = new double[point.length];
        for (int a = 0; a < u.length; a++) {
            u[a] = (point[a] - centre[a]) / scale[a];
        }
        return u;
    }

    double misfit() {
        return misfit;
    }

    double value(double[] point) {
        double[] u = scaled(point, centre, scale);
        double sum = 0;
        for (int j = 0; j < coefficients.length; j++) {
            sum += coefficients[j] * basis.value(j, u);
        }
        return sum;
    }

    double[] gradient(double[] point) {
        double[] u = scaled(point, centre, scale);
        double[] gradient = new double[u.length];
        for (int a = 0; a < u.length; a++) {
            for (int j = 0; j < coefficients.length; j++) {
                gradient[a] += coefficients[j] * basis.derivative(j, u, a) / scale[a];
            }
        }
        return gradient;
    }
}
