package hep.aurum.infer.fisher;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Compute the information of measurements with Gaussian errors, such as published cross-sections with their covariance.
 *
 * <p>\[ I_{ab} = \partial_a\mu^T\,C^{-1}\,\partial_b\mu +
 * \tfrac12\,\mathrm{tr}\,(C^{-1}\,\partial_aC\;C^{-1}\,\partial_bC). \]
 *
 * <p>Shapes: {@code k} parameters, {@code n} measurements.
 *
 * @see <a href="https://arxiv.org/abs/astro-ph/9603021">Tegmark, Taylor, Heavens: Karhunen-Loève eigenvalue problems,
 *     Eq. (15)</a>
 */
public final class GaussianInformation {

    private GaussianInformation() {}

    /**
     * Return the information of measurements whose covariance does not depend on the parameters.
     *
     * @param names of the parameters
     * @param covariance C, {@code [n][n]}, symmetric and positive definite
     * @param meanGradients \(\partial_a\mu\), {@code [k][n]}
     * @throws BadModel if the covariance is singular
     */
    public static FisherInformation ofMeans(List<String> names, double[][] covariance, double[][] meanGradients) {
        return of(names, covariance, meanGradients, new double[meanGradients.length][0][0]);
    }

    /**
     * Return the information of measurements whose covariance depends on the parameters too.
     *
     * @param names of the parameters
     * @param covariance C, {@code [n][n]}, symmetric and positive definite
     * @param meanGradients \(\partial_a\mu\), {@code [k][n]}
     * @param covarianceGradients \(\partial_aC\), {@code [k][n][n]}; one of no rows is zero
     * @throws BadModel if the covariance is singular
     */
    public static FisherInformation of(
            List<String> names, double[][] covariance, double[][] meanGradients, double[][][] covarianceGradients) {
        int k = FisherInformation.checked(names).size();
        int n = covariance.length;
        Check.length("meanGradients", meanGradients.length, k);
        Check.length("covarianceGradients", covarianceGradients.length, k);
        DMatrixRMaj weight = Symmetric.inverse(square("covariance", covariance, n), measurements(n));
        DMatrixRMaj means = new DMatrixRMaj(k, n);
        List<DMatrixRMaj> relative = new ArrayList<>();
        for (int a = 0; a < k; a++) {
            Check.length("the gradient of the means", meanGradients[a].length, n);
            System.arraycopy(meanGradients[a], 0, means.data, a * n, n);
            double[][] gradient = covarianceGradients[a].length == 0 ? new double[n][n] : covarianceGradients[a];
            relative.add(CommonOps_DDRM.mult(weight, square("the gradient of the covariance", gradient, n), null));
        }
        double[][] information = new double[k][k];
        DMatrixRMaj fromMeans = Symmetric.congruence(means, weight);
        for (int a = 0; a < k; a++) {
            for (int b = 0; b <= a; b++) {
                DMatrixRMaj product = CommonOps_DDRM.mult(relative.get(a), relative.get(b), null);
                information[a][b] = fromMeans.get(a, b) + CommonOps_DDRM.trace(product) / 2;
                information[b][a] = information[a][b];
            }
        }
        return FisherInformation.of(names, information);
    }

    private static DMatrixRMaj square(String what, double[][] rows, int n) {
        Check.length(what, rows.length, n);
        for (double[] row : rows) {
            Check.length("a row of " + what, row.length, n);
        }
        return new DMatrixRMaj(rows);
    }

    private static List<String> measurements(int n) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            names.add("measurement " + i);
        }
        return names;
    }
}
