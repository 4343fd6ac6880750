package hep.aurum.sample;

import hep.aurum.param.MonomialBasis;
import hep.aurum.param.ParameterPoint;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Give the cross-section after selection as a polynomial in the parameters, with its Monte Carlo uncertainty.
 *
 * <p>\[ \sigma(\theta) = \sum_j C_j\phi_j(\theta),\quad C_j = \sum_i c_{ij}, \qquad \operatorname{cov}(C_j, C_k) = \sum_i
 * c_{ij}c_{ik}, \qquad \Delta\sigma(\theta) = \sqrt{\sum_i w_i(\theta)^2}. \]
 *
 * <p>Rows of one generator event that follow each other, such as its smeared copies, count as one event.
 *
 * <p>The uncertainty is that of a sample whose number of events is Poisson; for a fixed number of generated events, most of
 * which are selected, it is conservative. The uncertainty of the generator's own integration is not in it.
 *
 * <p>Units: pb. Immutable.
 */
public final class CrossSection {

    private static final long NONE = -1;

    private final MonomialBasis basis;
    private final double[] coefficients;
    private final double[] covariance;
    private final int events;

    private CrossSection(MonomialBasis basis, double[] coefficients, double[] covariance, int events) {
        this.basis = basis;
        this.coefficients = coefficients;
        this.covariance = covariance;
        this.events = events;
    }

    /** Sum the whole sample. */
    public static CrossSection of(EventSample sample) {
        return of(sample, event -> true);
    }

    /**
     * Sum the events of one process.
     *
     * @param process its position in {@link EventSample#processes()}
     */
    public static CrossSection ofProcess(EventSample sample, int process) {
        return of(sample, event -> sample.process(event) == process);
    }

    /** Sum the events that pass a condition on their row. */
    public static CrossSection of(EventSample sample, IntPredicate accepts) {
        Sum sum = new Sum(sample.basis());
        double[] c = new double[sample.basis().size()];
        long open = NONE;
        for (int i = 0; i < sample.size(); i++) {
            if (accepts.test(i)) {
                if (open != NONE && open != sample.origin(i)) {
                    sum.add(c);
                    Arrays.fill(c, 0);
                }
                open = sample.origin(i);
                for (int j = 0; j < c.length; j++) {
                    c[j] += sample.coefficient(i, j);
                }
            }
        }
        if (open != NONE) {
            sum.add(c);
        }
        return sum.scaled(1);
    }

    /** Collect events one by one. Not for use by several threads. */
    public static final class Sum {

        private final MonomialBasis basis;
        private final double[] first;
        private final double[] second;
        private int events;

        /** Start at zero. */
        public Sum(MonomialBasis basis) {
            this.basis = basis;
            this.first = new double[basis.size()];
            this.second = new double[basis.size() * basis.size()];
        }

        /** Add an event with the given coefficients {@code [m]}. */
        public void add(double[] c) {
            events++;
            for (int j = 0; j < c.length; j++) {
                first[j] += c[j];
                for (int l = 0; l < c.length; l++) {
                    second[j * c.length + l] += c[j] * c[l];
                }
            }
        }

        /** Return the number of events so far. */
        public int events() {
            return events;
        }

        /** Return the cross-section of the events so far, each weight multiplied by a factor. */
        public CrossSection scaled(double factor) {
            double[] sum = first.clone();
            double[] covariance = second.clone();
            for (int j = 0; j < sum.length; j++) {
                sum[j] *= factor;
            }
            for (int j = 0; j < covariance.length; j++) {
                covariance[j] *= factor * factor;
            }
            return new CrossSection(basis, sum, covariance, events);
        }
    }

    /** Return the monomials. */
    public MonomialBasis basis() {
        return basis;
    }

    /** Return the number of events in the sum. */
    public int events() {
        return events;
    }

    /** Return the coefficients in pb, {@code [m]}. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** Return the coefficient \(C_j\) in pb. */
    public double coefficient(int monomial) {
        return coefficients[monomial];
    }

    /** Return the covariance of two coefficients in pb². */
    public double covariance(int first, int second) {
        return covariance[first * coefficients.length + second];
    }

    /** Return \(\sigma(\theta)\) in pb. */
    public double value(ParameterPoint theta) {
        return value(theta.toArray());
    }

    /** Return \(\sigma(\theta)\) in pb; {@code theta [k]}. Allocates nothing. */
    public double value(double[] theta) {
        double sum = 0;
        for (int j = 0; j < coefficients.length; j++) {
            sum += coefficients[j] * basis.value(j, theta);
        }
        return sum;
    }

    /** Return the Monte Carlo uncertainty \(\Delta\sigma(\theta)\) in pb. */
    public double uncertainty(ParameterPoint theta) {
        double[] monomials = basis.values(theta);
        int m = monomials.length;
        double variance = 0;
        for (int j = 0; j < m; j++) {
            for (int l = 0; l < m; l++) {
                variance += covariance[j * m + l] * monomials[j] * monomials[l];
            }
        }
        // A sum of squares, which rounding may leave a little below zero where every weight vanishes.
        return Math.sqrt(Math.max(0, variance));
    }

    /** Return the effective number of events \((\sum w)^2/\sum w^2\) at θ; 0 where the cross-section vanishes. */
    public double effectiveEvents(ParameterPoint theta) {
        double value = value(theta);
        double uncertainty = uncertainty(theta);
        return value == 0 || uncertainty == 0 ? 0 : value / uncertainty * (value / uncertainty);
    }

    /**
     * Compute the gradient \(\nabla_\theta\sigma\) in pb. Allocates nothing.
     *
     * @param theta {@code [k]}
     * @param gradient {@code [k]}, overwritten
     */
    public void gradient(double[] theta, double[] gradient) {
        for (int a = 0; a < gradient.length; a++) {
            double sum = 0;
            for (int j = 0; j < coefficients.length; j++) {
                sum += coefficients[j] * basis.derivative(j, theta, a);
            }
            gradient[a] = sum;
        }
    }
}
