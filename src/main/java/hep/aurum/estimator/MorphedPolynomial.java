package hep.aurum.estimator;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import hep.aurum.param.MonomialBasis;
import hep.aurum.sample.EventSample;
import java.util.Arrays;

/**
 * Turn learned components of the density into the ratio, as the exact polynomial in θ that event weights follow.
 *
 * <p>With the weights \(w_i(\theta) = \sum_j c_{ij}\phi_j(\theta)\) of n events and \(\sigma = \sum_i w_i = \sum_j C_j\phi_j\),
 *
 * <p>\[ r(x|\theta,s) = \frac n{\sigma(\theta)}\sum_j E_s[c_j|x]\,\phi_j(\theta), \qquad E_s[c_j|x] \approx \frac{C_j}n +
 * s_j\,o_j(x), \]
 *
 * <p>where the network's outputs \(o_j\) are in units of the spread \(s_j\) of the events' coefficients, so that a network
 * that says nothing gives \(r = 1\). A polynomial with wrong coefficients can be negative: below \(\epsilon = 0.01\) the
 * logarithm goes on along its tangent, \(\log r \to \log\epsilon + (r-\epsilon)/\epsilon\), and the dependence on θ is exact
 * above.
 *
 * <p>Immutable; {@link Evaluation} holds the scratch space of one thread.
 */
public final class MorphedPolynomial {

    /** Where the logarithm is replaced by its tangent. */
    private static final double FLOOR = 0.01;

    private final MonomialBasis basis;
    private final double events;
    private final double[] total;
    private final double[] spread;

    private MorphedPolynomial(MonomialBasis basis, double events, double[] total, double[] spread) {
        this.basis = basis;
        this.events = events;
        this.total = total;
        this.spread = spread;
    }

    /**
     * Return the polynomial of given sums.
     *
     * @param events n
     * @param total \(C_j\), {@code [m]}
     * @param spread \(s_j\), {@code [m]}
     */
    public static MorphedPolynomial of(MonomialBasis basis, double events, double[] total, double[] spread) {
        Check.length("total", total.length, basis.size());
        Check.length("spread", spread.length, basis.size());
        return new MorphedPolynomial(basis, events, total.clone(), spread.clone());
    }

    /** Return the polynomial of a sample's weights; s is its sampling law. */
    public static MorphedPolynomial of(EventSample sample) {
        double[] total = sample.totalCoefficients();
        double[] spread = new double[total.length];
        int n = sample.size();
        for (int j = 0; j < spread.length; j++) {
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double miss = sample.coefficient(i, j) - total[j] / n;
                squares += miss * miss;
            }
            spread[j] = Math.sqrt(squares / n);
        }
        return new MorphedPolynomial(sample.basis(), n, total, spread);
    }

    /** Return the monomials. */
    public MonomialBasis basis() {
        return basis;
    }

    /** Return the number n of events behind the sums. */
    public double events() {
        return events;
    }

    /** Return the summed coefficients, {@code [m]}. */
    public double[] total() {
        return total.clone();
    }

    /** Return the spreads of the coefficients, {@code [m]}. */
    public double[] spread() {
        return spread.clone();
    }

    /** Open scratch space for one thread. */
    public Evaluation evaluation() {
        return new Evaluation();
    }

    /** Evaluate the ratio at one point after another. */
    public final class Evaluation {

        private final double[] monomials = new double[basis.size()];
        private final double[] slopes = new double[basis.size()];
        private final double[] share = new double[basis.size()];
        private final double[][] shareSlopes = new double[basis.parameters()][basis.size()];
        private final double[] ratioSlopes = new double[basis.parameters()];
        private double ratio;

        private Evaluation() {}

        /**
         * Set θ: compute \(\psi_j = n\phi_j/\sigma\) and \(\partial_a\psi_j = n(\partial_a\phi_j -
         * \phi_j\,\partial_a\sigma/\sigma)/\sigma\).
         *
         * @throws BadModel if the cross-section is not positive there
         */
        public void at(double[] theta) {
            basis.values(theta, monomials);
            double sigma = dot(total, monomials);
            if (!(sigma > 0)) {
                throw new BadModel(
                        "the cross-section after selection is " + sigma + " pb at " + Arrays.toString(theta),
                        "",
                        "narrow the ranges of the parameters, or add generated events");
            }
            for (int j = 0; j < share.length; j++) {
                share[j] = events * monomials[j] / sigma;
            }
            for (int a = 0; a < shareSlopes.length; a++) {
                basis.derivatives(theta, a, slopes);
                double relative = dot(total, slopes) / sigma;
                for (int j = 0; j < share.length; j++) {
                    shareSlopes[a][j] = events * slopes[j] / sigma - share[j] * relative;
                }
            }
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int j = 0; j < a.length; j++) {
                sum += a[j] * b[j];
            }
            return sum;
        }

        /**
         * Return \(\log\hat r\) and compute its gradient in θ.
         *
         * @param outputs \(o_j\), {@code [m]}
         * @param score {@code [k]}, overwritten
         */
        public double logRatio(double[] outputs, double[] score) {
            ratio = 0;
            Arrays.fill(ratioSlopes, 0);
            for (int j = 0; j < outputs.length; j++) {
                double component = total[j] / events + spread[j] * outputs[j];
                ratio += component * share[j];
                for (int a = 0; a < ratioSlopes.length; a++) {
                    ratioSlopes[a] += component * shareSlopes[a][j];
                }
            }
            for (int a = 0; a < score.length; a++) {
                score[a] = logSlope() * ratioSlopes[a];
            }
            return ratio > FLOOR ? StrictMath.log(ratio) : StrictMath.log(FLOOR) + (ratio - FLOOR) / FLOOR;
        }

        private double logSlope() {
            return ratio > FLOOR ? 1 / ratio : 1 / FLOOR;
        }

        /**
         * Return \(\bar f\,\partial f/\partial o_j + \sum_a\bar g_a\,\partial g_a/\partial o_j\) at the outputs of the last
         * {@link #logRatio}, where f is the log ratio and g its gradient.
         *
         * @param df \(\bar f\)
         * @param dg \(\bar g\), {@code [k]}
         */
        public double derivative(int output, double df, double[] dg) {
            double slope = logSlope();
            double curvature = ratio > FLOOR ? -slope * slope : 0;
            double sum = df * slope * share[output];
            for (int a = 0; a < dg.length; a++) {
                sum += dg[a] * (curvature * ratioSlopes[a] * share[output] + slope * shareSlopes[a][output]);
            }
            return spread[output] * sum;
        }
    }
}
