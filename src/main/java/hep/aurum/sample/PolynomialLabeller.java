package hep.aurum.sample;

import hep.aurum.base.BadInput;
import hep.aurum.base.BadModel;
import hep.aurum.math.array.RowTable;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.ParameterSpace;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Label events by the polynomials of their weights, whose coefficients lie in memory or on disk.
 *
 * <p>\[ r_i = \frac{n w_i}{\sigma}, \qquad r_i t_i = \nabla_\theta r_i = \frac{n}{\sigma^2}(\sigma\nabla w_i -
 * w_i\nabla\sigma), \qquad w_i = \sum_j c_{ij}\phi_j(\theta),\; \sigma = \sum_i w_i \]
 *
 * <p>Holds scratch space: one instance for each thread.
 */
final class PolynomialLabeller implements MinedEvents.Labeller {

    private final ParameterSpace space;
    private final RowTable coefficients;
    private final MonomialBasis basis;
    private final double[] total;
    private final double[] monomials;
    private final double[][] derivatives;

    /**
     * Create a labeller.
     *
     * @param coefficients {@code [n][m]}, in pb
     * @param total their sums, {@code [m]}
     */
    PolynomialLabeller(ParameterSpace space, MonomialBasis basis, RowTable coefficients, double[] total) {
        this.space = space;
        this.basis = basis;
        this.coefficients = coefficients;
        this.total = total;
        this.monomials = new double[basis.size()];
        this.derivatives = new double[basis.parameters()][basis.size()];
    }

    /**
     * Return the sums of coefficients, {@code [m]}, added in the order of the events.
     *
     * @param coefficients {@code [n][m]}
     * @param origin of each event, for messages
     * @param where the coefficients are from, for messages
     * @throws BadInput if a coefficient is not finite
     */
    static double[] total(RowTable coefficients, IntToLongFunction origin, String where) {
        double[] total = new double[coefficients.columns()];
        for (int i = 0; i < coefficients.rows(); i++) {
            for (int j = 0; j < total.length; j++) {
                double coefficient = coefficients.get(i, j);
                if (!Double.isFinite(coefficient)) {
                    throw new BadInput(
                            "coefficient " + j + " of the weight of generator event " + origin.applyAsLong(i) + " is "
                                    + coefficient,
                            where + " row " + i + ", column " + j,
                            "check the weights of this event in the file that it came from");
                }
                total[j] += coefficient;
            }
        }
        return total;
    }

    @Override
    public double ratio(int event, double[] theta, double[] gradient) {
        basis.values(theta, monomials);
        double sigma = 0;
        double weight = 0;
        for (int j = 0; j < monomials.length; j++) {
            sigma += total[j] * monomials[j];
            weight += coefficients.get(event, j) * monomials[j];
        }
        if (!(sigma > 0)) {
            throw new BadModel(
                    "the cross-section after selection is " + sigma + " pb at " + Arrays.toString(theta),
                    space.names().toString(),
                    "narrow the ranges of the parameters, or add generated events");
        }
        double scale = coefficients.rows() / sigma;
        double ratio = scale * weight;
        for (int a = 0; a < gradient.length; a++) {
            double[] derivative = derivatives[a];
            basis.derivatives(theta, a, derivative);
            double sigmaSlope = 0;
            double weightSlope = 0;
            for (int j = 0; j < derivative.length; j++) {
                sigmaSlope += total[j] * derivative[j];
                weightSlope += coefficients.get(event, j) * derivative[j];
            }
            gradient[a] = scale * weightSlope - ratio * sigmaSlope / sigma;
        }
        return ratio;
    }
}
