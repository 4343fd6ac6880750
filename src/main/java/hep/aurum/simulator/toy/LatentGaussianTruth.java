package hep.aurum.simulator.toy;

import static hep.aurum.simulator.toy.LatentGaussian.FEATURES;
import static hep.aurum.simulator.toy.LatentGaussian.LATENTS;

import hep.aurum.simulator.ExactTruth;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * Evaluate the exact likelihood of the {@link LatentGaussian} with matrices of the latents' size.
 *
 * <p>With \(S = \mathrm{diag}\,\sigma^2\), \(G = A^TA\), \(M = S^{-1}+G\), \(d = x - A\mu\) and \(v = A^Td\), Woodbury's
 * identity gives for \(C = 1 + ASA^T\)
 *
 * <p>\[ d^TC^{-1}d = d^2 - v^TM^{-1}v,\quad \det C = \det S\,\det M,\quad A^TC^{-1}d = S^{-1}M^{-1}v,\quad A^TC^{-1}A =
 * S^{-1} - S^{-1}M^{-1}S^{-1}, \]
 *
 * <p>and with \(w = A^TC^{-1}d\), \(H = A^TC^{-1}A\) the score is \(\sum_i[w_i\,\partial_k\mu_i +
 * \sigma_i^2(w_i^2-H_{ii})\,\partial_k\log\sigma_i]\).
 */
final class LatentGaussianTruth implements ExactTruth {

    private final double[][] gram = new double[LATENTS][LATENTS];

    LatentGaussianTruth() {
        for (int i = 0; i < LATENTS; i++) {
            for (int j = 0; j < LATENTS; j++) {
                for (int r = 0; r < FEATURES; r++) {
                    gram[i][j] += LatentGaussian.mixing(r, i) * LatentGaussian.mixing(r, j);
                }
            }
        }
    }

    /** What θ alone determines: \(M^{-1}\), \(1/\sigma^2\), \(\log\det C\). */
    private record Law(double[][] inverse, double[] precision, double logDeterminant) {}

    private Law law(double[] theta) {
        double[] precision = new double[LATENTS];
        double[][] m = new double[LATENTS][];
        double logDeterminant = 0;
        for (int i = 0; i < LATENTS; i++) {
            double logWidth = LatentGaussian.logWidth(i, theta);
            precision[i] = StrictMath.exp(-2 * logWidth);
            m[i] = gram[i].clone();
            m[i][i] += precision[i];
            logDeterminant += 2 * logWidth;
        }
        CholeskyDecomposition cholesky = new CholeskyDecomposition(new Array2DRowRealMatrix(m, false));
        return new Law(
                cholesky.getSolver().getInverse().getData(),
                precision,
                logDeterminant + StrictMath.log(cholesky.getDeterminant()));
    }

    @Override
    public double logDensity(double[] x, double[] theta) {
        Law law = law(theta);
        double[] v = new double[LATENTS];
        double quadratic = project(x, theta, v);
        for (int i = 0; i < LATENTS; i++) {
            for (int j = 0; j < LATENTS; j++) {
                quadratic -= v[i] * law.inverse[i][j] * v[j];
            }
        }
        return -0.5 * (quadratic + law.logDeterminant + FEATURES * StrictMath.log(2 * Math.PI));
    }

    @Override
    public void score(double[] x, double[] theta, double[] score) {
        Law law = law(theta);
        double[] v = new double[LATENTS];
        project(x, theta, v);
        score[0] = 0;
        score[1] = 0;
        for (int i = 0; i < LATENTS; i++) {
            double p = law.precision[i];
            double w = 0;
            for (int j = 0; j < LATENTS; j++) {
                w += p * law.inverse[i][j] * v[j];
            }
            double h = p - p * law.inverse[i][i] * p;
            for (int k = 0; k < 2; k++) {
                score[k] += w * LatentGaussian.meanSlope(i, k, theta) + (w * w - h) / p * LatentGaussian.widening(i, k);
            }
        }
    }

    /** {@inheritDoc} The rate of this toy does not depend on θ; it is 1 pb. */
    @Override
    public double crossSection(double[] theta) {
        return 1;
    }

    /** Write \(v = A^T(x-A\mu)\) and return \((x-A\mu)^2\). */
    private static double project(double[] x, double[] theta, double[] v) {
        double squares = 0;
        for (int r = 0; r < FEATURES; r++) {
            double d = x[r];
            for (int i = 0; i < LATENTS; i++) {
                d -= LatentGaussian.mixing(r, i) * LatentGaussian.mean(i, theta);
            }
            squares += d * d;
            for (int i = 0; i < LATENTS; i++) {
                v[i] += LatentGaussian.mixing(r, i) * d;
            }
        }
        return squares;
    }
}
