package hep.aurum.estimator;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.ParameterSpace;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Normalise a learned ratio, so that it integrates to one at every θ.
 *
 * <p>A density's ratio to the reference law s obeys \(c(\theta) = E_s[\hat r(x|\theta, s)] = 1\); a network does so only
 * roughly, and n events multiply the error: an offset of .005 in \(\log\hat r\) moves \(-2\ln L\) of a thousand events by ten.
 * Therefore
 *
 * <p>\[ \log\hat r_{\rm normalised} = \log\hat r - \log c(\theta), \qquad \log c(\theta) \approx \sum_j c_j\phi_j(\theta), \]
 *
 * <p>with a low polynomial fitted to the means over the sample's events at points spread over the ranges. Its uncertainty is
 * that of the means, \(\sqrt{{\rm Var}_s[\hat r]/n}\). Immutable.
 */
public final class NormalisedRatio implements RatioEstimator {

    private final RatioEstimator base;
    private final MonomialBasis basis;
    private final double[] coefficients;

    private NormalisedRatio(RatioEstimator base, MonomialBasis basis, double[] coefficients) {
        this.base = base;
        this.basis = basis;
        this.coefficients = coefficients;
    }

    /** Return a ratio with a given \(\log c(\theta)\). */
    public static NormalisedRatio of(RatioEstimator base, MonomialBasis basis, double[] coefficients) {
        Check.length("coefficients", coefficients.length, basis.size());
        Check.length("parameters", basis.parameters(), base.space().size());
        return new NormalisedRatio(base, basis, coefficients.clone());
    }

    /**
     * Normalise a ratio over a sample of its reference law.
     *
     * @param base the learned ratio
     * @param events {@code [n*d]} by rows, each counting once
     * @param points more than there are monomials up to degree 4 (3 from four parameters on), each {@code [k]}, spread over
     *     the ranges
     * @param threads how many threads may work; the result does not depend on it
     */
    public static NormalisedRatio over(RatioEstimator base, double[] events, List<double[]> points, int threads) {
        int k = base.space().size();
        MonomialBasis basis = MonomialBasis.complete(k, k > 3 ? 3 : 4);
        Check.argument(points.size() > basis.size(), "%d points for %d coefficients", points.size(), basis.size());
        double[] logMeans = logMeans(base, events, points, threads);
        DMatrixRMaj design = new DMatrixRMaj(points.size(), basis.size());
        DMatrixRMaj target = new DMatrixRMaj(points.size(), 1);
        double[] row = new double[basis.size()];
        for (int i = 0; i < logMeans.length; i++) {
            basis.values(points.get(i), row);
            for (int j = 0; j < row.length; j++) {
                design.set(i, j, row[j]);
            }
            target.set(i, 0, logMeans[i]);
        }
        DMatrixRMaj solution = new DMatrixRMaj(basis.size(), 1);
        if (!CommonOps_DDRM.solve(design, target, solution)) {
            throw new BadInput("the normalisation of the learned ratio cannot be fitted", "", "spread the points");
        }
        return new NormalisedRatio(base, basis, solution.data.clone());
    }

    private static double[] logMeans(RatioEstimator base, double[] events, List<double[]> points, int threads) {
        int n = events.length / base.featureNames().size();
        double[] one = new double[n];
        double[] logMeans = new double[points.size()];
        for (int j = 0; j < logMeans.length; j++) {
            base.logRatios(events, points.get(j), one, threads);
            double sum = 0;
            for (double f : one) {
                sum += StrictMath.exp(f);
            }
            logMeans[j] = StrictMath.log(sum / n);
        }
        return logMeans;
    }

    /** Return the ratio that is normalised. */
    public RatioEstimator base() {
        return base;
    }

    /** Return the monomials of \(\log c\). */
    public MonomialBasis basis() {
        return basis;
    }

    /** Return the coefficients of \(\log c\). */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** Return \(\log c(\theta)\), by which the base ratio was off. */
    public double logNormalisation(double[] theta) {
        double sum = 0;
        for (int j = 0; j < coefficients.length; j++) {
            sum += coefficients[j] * basis.value(j, theta);
        }
        return sum;
    }

    @Override
    public ParameterSpace space() {
        return base.space();
    }

    @Override
    public List<String> featureNames() {
        return base.featureNames();
    }

    @Override
    public String describe() {
        return base.describe() + ", normalised";
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        return base.logRatio(x, theta) - logNormalisation(theta);
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        double logRatio = base.logRatioAndScore(x, theta, score);
        for (int a = 0; a < score.length; a++) {
            score[a] -= slope(theta, a);
        }
        return logRatio - logNormalisation(theta);
    }

    private double slope(double[] theta, int parameter) {
        double sum = 0;
        for (int j = 0; j < coefficients.length; j++) {
            sum += coefficients[j] * basis.derivative(j, theta, parameter);
        }
        return sum;
    }

    @Override
    public void logRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        base.logRatios(events, thetas, logRatios, threads);
        int k = space().size();
        int points = points(thetas);
        double[] offsets = new double[points];
        for (int j = 0; j < points; j++) {
            offsets[j] = logNormalisation(Arrays.copyOfRange(thetas, j * k, (j + 1) * k));
        }
        for (int i = 0; i < logRatios.length; i++) {
            logRatios[i] -= offsets[i % points];
        }
    }

    @Override
    public void logRatiosAndScores(double[] events, double[] theta, double[] logRatios, double[] scores, int threads) {
        base.logRatiosAndScores(events, theta, logRatios, scores, threads);
        int k = theta.length;
        double offset = logNormalisation(theta);
        double[] slopes = new double[k];
        for (int a = 0; a < k; a++) {
            slopes[a] = slope(theta, a);
        }
        for (int i = 0; i < logRatios.length; i++) {
            logRatios[i] -= offset;
            for (int a = 0; a < k; a++) {
                scores[i * k + a] -= slopes[a];
            }
        }
    }
}
