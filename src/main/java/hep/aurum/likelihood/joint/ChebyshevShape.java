package hep.aurum.likelihood.joint;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.Parameter;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hold the log ratios of fixed events as Chebyshev series in the one parameter that they depend on.
 *
 * <p>\[ \log r(x_i|s) = \sum_{j=0}^N c_{ij}T_j(u), \qquad u = \frac{2s-a-b}{b-a} \]
 *
 * <p>with the values of the ratio itself at \(u_j = \cos(\pi j/N)\). A learned ratio is smooth in its parameter, so that the series
 * ends within the single precision of a network: N is doubled from 16 until the last two coefficients of every event are below 1e-6.
 * A fit then costs one pass through the network for each node in place of several for each of its steps, and derivatives are exact.
 *
 * @see <a href="https://doi.org/10.1137/1.9781611975949">Trefethen, Approximation Theory and Approximation Practice (2019), chapters
 *     3 and 8</a>
 */
final class ChebyshevShape implements EventShape {

    private static final int FEWEST = 16;
    private static final int MOST = 64;
    private static final double TAIL = 1e-6;

    private final double low;
    private final double high;
    private final int n;
    private final int order;

    /** {@code [n*(order+1)]} by rows. */
    private final double[] coefficients;

    private ChebyshevShape(Parameter range, int n, int order, double[] coefficients) {
        low = range.min();
        high = range.max();
        this.n = n;
        this.order = order;
        this.coefficients = coefficients;
    }

    /**
     * Tabulate a ratio of one parameter.
     *
     * @param events {@code [n*d]} by rows
     * @return nothing if the ratio has no series that short
     */
    static Optional<ChebyshevShape> of(RatioEstimator estimator, double[] events, int threads) {
        Parameter range = estimator.space().get(0);
        int n = events.length / estimator.featureNames().size();
        for (int order = FEWEST; order <= MOST; order *= 2) {
            double[] values = new double[n * (order + 1)];
            estimator.logRatios(events, nodes(range, order), values, threads);
            double[] coefficients = transform(values, n, order);
            if (isShort(coefficients, n, order)) {
                return Optional.of(new ChebyshevShape(range, n, order, coefficients));
            }
        }
        return Optional.empty();
    }

    private static double[] nodes(Parameter range, int order) {
        double[] nodes = new double[order + 1];
        Arrays.setAll(nodes, j -> 0.5
                * (range.min() + range.max() + (range.max() - range.min()) * StrictMath.cos(Math.PI * j / order)));
        // The ends are exact: a ratio may refuse what lies beyond them.
        nodes[0] = range.max();
        nodes[order] = range.min();
        return nodes;
    }

    /** Turn values at the nodes into coefficients: a cosine transform with halved ends. */
    private static double[] transform(double[] values, int n, int order) {
        int size = order + 1;
        double[] cosines = new double[2 * order];
        Arrays.setAll(cosines, j -> StrictMath.cos(Math.PI * j / order));
        double[] coefficients = new double[values.length];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < size; k++) {
                double sum = 0.5 * (values[i * size] + (k % 2 == 0 ? 1 : -1) * values[i * size + order]);
                for (int j = 1; j < order; j++) {
                    sum += values[i * size + j] * cosines[j * k % (2 * order)];
                }
                coefficients[i * size + k] = sum * (k == 0 || k == order ? 1 : 2) / order;
            }
        }
        return coefficients;
    }

    private static boolean isShort(double[] coefficients, int n, int order) {
        for (int i = 0; i < n; i++) {
            int last = i * (order + 1) + order;
            double tail = Math.max(Math.abs(coefficients[last]), Math.abs(coefficients[last - 1]));
            // Not a number is no series either.
            if (!(tail < TAIL)) {
                return false;
            }
        }
        return true;
    }

    /** Return whether a value of the parameter lies where the series holds. */
    boolean covers(double s) {
        return s >= low && s <= high;
    }

    @Override
    public int size() {
        return n;
    }

    @Override
    public void evaluate(double[] s, double[] ratio, double @Nullable [] gradient, double @Nullable [] hessian) {
        int size = order + 1;
        double[] terms = new double[3 * size];
        polynomials(2 * (s[0] - low) / (high - low) - 1, terms);
        double scale = 2 / (high - low);
        for (int i = 0; i < n; i++) {
            double value = 0;
            double slope = 0;
            double bend = 0;
            for (int k = 0; k < size; k++) {
                double c = coefficients[i * size + k];
                value += c * terms[k];
                slope += c * terms[size + k];
                bend += c * terms[2 * size + k];
            }
            ratio[i] = StrictMath.exp(value);
            if (gradient != null && hessian != null) {
                double score = slope * scale;
                gradient[i] = ratio[i] * score;
                hessian[i] = ratio[i] * (bend * scale * scale + score * score);
            }
        }
    }

    /** Fill in \(T_k, T_k', T_k''\) by the recurrence \(T_{k+1} = 2uT_k - T_{k-1}\) and its derivatives. */
    private void polynomials(double u, double[] terms) {
        int size = order + 1;
        terms[0] = 1;
        terms[1] = u;
        terms[size + 1] = 1;
        for (int k = 1; k < order; k++) {
            terms[k + 1] = 2 * u * terms[k] - terms[k - 1];
            terms[size + k + 1] = 2 * terms[k] + 2 * u * terms[size + k] - terms[size + k - 1];
            terms[2 * size + k + 1] = 4 * terms[size + k] + 2 * u * terms[2 * size + k] - terms[2 * size + k - 1];
        }
    }
}
