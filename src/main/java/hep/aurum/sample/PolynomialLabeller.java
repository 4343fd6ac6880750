package hep.aurum.sample;

import hep.aurum.base.BadModel;
import hep.aurum.param.MonomialBasis;
import java.util.Arrays;

/**
 * Label a sample's events by the polynomials of their weights.
 *
 * <p>\[ r_i = \frac{n w_i}{\sigma}, \qquad r_i t_i = \nabla_\theta r_i = \frac{n}{\sigma^2}(\sigma\nabla w_i -
 * w_i\nabla\sigma), \qquad w_i = \sum_j c_{ij}\phi_j(\theta),\; \sigma = \sum_i w_i \]
 *
 * <p>Holds scratch space: one instance for each thread.
 */
final class PolynomialLabeller implements MinedEvents.Labeller {

    private final EventSample sample;
    private final MonomialBasis basis;
    private final double[] total;
    private final double[] monomials;
    private final double[][] derivatives;

    PolynomialLabeller(EventSample sample, double[] totalCoefficients) {
        this.sample = sample;
        this.basis = sample.basis();
        this.total = totalCoefficients;
        this.monomials = new double[basis.size()];
        this.derivatives = new double[basis.parameters()][basis.size()];
    }

    @Override
    public double ratio(int event, double[] theta, double[] gradient) {
        basis.values(theta, monomials);
        double sigma = 0;
        double weight = 0;
        for (int j = 0; j < monomials.length; j++) {
            sigma += total[j] * monomials[j];
            weight += sample.coefficient(event, j) * monomials[j];
        }
        if (!(sigma > 0)) {
            throw new BadModel(
                    "the cross-section after selection is " + sigma + " pb at " + Arrays.toString(theta),
                    sample.space().names().toString(),
                    "narrow the ranges of the parameters, or add generated events");
        }
        double scale = sample.size() / sigma;
        double ratio = scale * weight;
        for (int a = 0; a < gradient.length; a++) {
            double[] derivative = derivatives[a];
            basis.derivatives(theta, a, derivative);
            double sigmaSlope = 0;
            double weightSlope = 0;
            for (int j = 0; j < derivative.length; j++) {
                sigmaSlope += total[j] * derivative[j];
                weightSlope += sample.coefficient(event, j) * derivative[j];
            }
            gradient[a] = scale * weightSlope - ratio * sigmaSlope / sigma;
        }
        return ratio;
    }
}
