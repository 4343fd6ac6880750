package hep.aurum.infer.fisher;

import hep.aurum.base.Check;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.StatisticalModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Compute the information of a statistical model, its auxiliary measurements included: half the curvature of −2 ln L of
 * the data that it expects (Asimov data),
 *
 * <p>\[ I_{ab}(\theta) = \frac12\,\frac{\partial^2(-2\ln L_A)}{\partial\theta_a\,\partial\theta_b}\Bigm|_\theta. \]
 *
 * <p>Exact for counts, whose −2 ln L is linear in the data. Parameters that the model fixes have no row. At a kink of
 * an interpolation the curvature is that of one side.
 *
 * @see <a href="https://arxiv.org/abs/1007.1727">Cowan, Cranmer, Gross, Vitells, section 3.2</a>
 */
public final class ModelInformation {

    private ModelInformation() {}

    /**
     * Return the information at a point.
     *
     * @param theta the point, {@code [parameters]}, fixed ones included
     */
    public static FisherInformation of(StatisticalModel model, double[] theta) {
        List<ModelParameter> parameters = model.parameters();
        int n = parameters.size();
        Check.length("theta", theta.length, n);
        double[] hessian = new double[n * n];
        model.asimov(theta).twiceNll().evaluate(theta, new double[n], hessian);
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (!parameters.get(i).isFixed()) {
                rows.add(i);
            }
        }
        double[][] matrix = new double[rows.size()][rows.size()];
        for (int a = 0; a < matrix.length; a++) {
            for (int b = 0; b < matrix.length; b++) {
                matrix[a][b] = hessian[rows.get(a) * n + rows.get(b)] / 2;
            }
        }
        return FisherInformation.of(
                rows.stream().map(i -> parameters.get(i).name()).toList(), matrix);
    }
}
