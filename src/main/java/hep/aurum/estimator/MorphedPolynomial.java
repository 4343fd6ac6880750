package hep.aurum.estimator;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import hep.aurum.param.MonomialBasis;
import hep.aurum.sample.EventSample;
import java.util.Arrays;
import java.util.Optional;

/**
 * Turn learned components of the density into the ratio, as the exact polynomial in θ that event weights follow.
 *
 * <p>With the weights \(w_i(\theta) = \sum_j c_{ij}\phi_j(\theta)\) of n events and \(\sigma = \sum_i w_i = \sum_j C_j\phi_j\),
 *
 * <p>\[ r(x|\theta,s) = \frac n{\sigma(\theta)}\sum_j E_s[c_j|x]\,\phi_j(\theta). \]
 *
 * <p>A network that says nothing gives \(E_s[c_j|x] = C_j/n\), and so \(r = 1\). Its outputs are either the factor of a sum of
 * squares, where the polynomial is complete of second degree, or the components themselves. Those can make a
 * negative ratio: below \(\epsilon\) the logarithm goes on along its tangent, \(\log r \to \log\epsilon + (r-\epsilon)/\epsilon\),
 * and the dependence on θ is exact above; \(\epsilon\) is \(10^{-4}\) for squares and 0.01 otherwise.
 *
 * <p>Immutable; {@link Evaluation} holds the scratch space of one thread.
 */
public final class MorphedPolynomial {

    private final MonomialBasis basis;
    private final double events;
    private final double[] total;
    private final double[] spread;
    private final boolean square;
    private final MorphingComponents components;

    private MorphedPolynomial(
            MonomialBasis basis,
            double events,
            double[] total,
            double[] spread,
            boolean square,
            MorphingComponents components) {
        this.basis = basis;
        this.events = events;
        this.total = total;
        this.spread = spread;
        this.square = square;
        this.components = components;
    }

    /**
     * Return the polynomial of given sums whose components are the outputs.
     *
     * @param events n
     * @param total \(C_j\), {@code [m]}
     * @param spread \(s_j\), {@code [m]}
     */
    public static MorphedPolynomial additive(MonomialBasis basis, double events, double[] total, double[] spread) {
        Check.length("total", total.length, basis.size());
        Check.length("spread", spread.length, basis.size());
        return new MorphedPolynomial(
                basis,
                events,
                total.clone(),
                spread.clone(),
                false,
                new AdditiveComponents(mean(total, events), spread.clone()));
    }

    /**
     * Return the polynomial of given sums as a sum of squares.
     *
     * @param events n
     * @param total \(C_j\), {@code [m]}
     * @return nothing if the polynomial is not complete of second degree, or its mean not positive definite
     */
    public static Optional<MorphedPolynomial> square(MonomialBasis basis, double events, double[] total) {
        Check.length("total", total.length, basis.size());
        return SquareComponents.of(basis, mean(total, events))
                .map(c -> new MorphedPolynomial(basis, events, total.clone(), new double[total.length], true, c));
    }

    private static double[] mean(double[] total, double events) {
        return Arrays.stream(total).map(sum -> sum / events).toArray();
    }

    /** Return the polynomial of a sample's weights, as a sum of squares where it is one; s is its sampling law. */
    public static MorphedPolynomial of(EventSample sample) {
        double[] total = sample.totalCoefficients();
        return square(sample.basis(), sample.size(), total)
                .orElseGet(() -> additive(sample.basis(), sample.size(), total, spread(sample, total)));
    }

    private static double[] spread(EventSample sample, double[] total) {
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
        return spread;
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

    /** Return whether the outputs are the factor of a sum of squares. */
    public boolean isSquare() {
        return square;
    }

    /** Return the number of outputs. */
    public int outputs() {
        return components.outputs();
    }

    /** Return the spreads of the coefficients, {@code [m]}; zeros for a sum of squares, which does without. */
    public double[] spread() {
        return spread.clone();
    }

    /**
     * Return the conditional means \(E_s[c_j|x]\) that outputs stand for, {@code [m]}: polynomials of at most second degree.
     *
     * @param outputs {@code [outputs()]}
     */
    public double[] components(double[] outputs) {
        double[] values = new double[basis.size()];
        components.components(outputs, values);
        return values;
    }

    /** Return \(\epsilon\), the ratio below which the logarithm goes on along its tangent. */
    public double floor() {
        return components.floor();
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
        private final double[] component = new double[basis.size()];
        private final double[] upstream = new double[basis.size()];
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
         * @param outputs {@code [outputs()]}
         * @param score {@code [k]}, overwritten
         */
        public double logRatio(double[] outputs, double[] score) {
            components.components(outputs, component);
            ratio = dot(component, share);
            for (int a = 0; a < ratioSlopes.length; a++) {
                ratioSlopes[a] = dot(component, shareSlopes[a]);
            }
            for (int a = 0; a < score.length; a++) {
                score[a] = logSlope() * ratioSlopes[a];
            }
            double floor = components.floor();
            return ratio > floor ? StrictMath.log(ratio) : StrictMath.log(floor) + (ratio - floor) / floor;
        }

        private double logSlope() {
            return 1 / Math.max(ratio, components.floor());
        }

        /**
         * Compute \(\bar f\,\partial f/\partial o_j + \sum_a\bar g_a\,\partial g_a/\partial o_j\) at the outputs of the last
         * {@link #logRatio}, where f is the log ratio and g its gradient.
         *
         * @param outputs {@code [outputs()]}, those of the last {@link #logRatio}
         * @param df \(\bar f\)
         * @param dg \(\bar g\), {@code [k]}
         * @param derivatives {@code [outputs()]}, overwritten
         */
        public void derivatives(double[] outputs, double df, double[] dg, double[] derivatives) {
            double slope = logSlope();
            double curvature = ratio > components.floor() ? -slope * slope : 0;
            for (int j = 0; j < upstream.length; j++) {
                double sum = df * slope * share[j];
                for (int a = 0; a < dg.length; a++) {
                    sum += dg[a] * (curvature * ratioSlopes[a] * share[j] + slope * shareSlopes[a][j]);
                }
                upstream[j] = sum;
            }
            components.pullBack(outputs, upstream, derivatives);
        }
    }
}
