package hep.aurum.likelihood.joint;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Hold the log ratios of fixed events as Chebyshev series in the one parameter that they depend on.
 *
 * <p>\[ \log r(x_i|s) = \sum_{j=0}^N c_{ij}T_j(u), \qquad u = \frac{2s-a-b}{b-a} \]
 *
 * <p>with the values of the ratio itself at \(u_j = \cos(\pi j/N)\). A learned ratio is smooth in its parameter, so that the series
 * ends within the single precision of a network: for each event N is doubled from 16 until its last two coefficients are below 1e-6. An
 * event's series depends on no other event. A fit then costs one pass through the network for each node in place of several for each of
 * its steps, and derivatives are exact.
 *
 * @see <a href="https://doi.org/10.1137/1.9781611975949">Trefethen, Approximation Theory and Approximation Practice (2019), chapters
 *     3 and 8</a>
 */
final class ChebyshevShape implements EventShape {

    private static final int FEWEST = 16;
    private static final int MOST = 256;
    private static final double TAIL = 1e-6;

    private final double low;
    private final double high;

    /** A series for each event, {@code [n][N+1]}. */
    private final double[][] series;

    private final int longest;

    private ChebyshevShape(Parameter range, double[][] series) {
        low = range.min();
        high = range.max();
        this.series = series;
        longest = Arrays.stream(series).mapToInt(one -> one.length).max().orElse(FEWEST + 1);
    }

    /**
     * Tabulate a ratio of one parameter.
     *
     * @param events {@code [n*d]} by rows
     * @param margin how far beyond its range the parameter may go, in units of the range
     * @return nothing if the ratio of an event has no series that short
     */
    static Optional<ChebyshevShape> of(RatioEstimator estimator, double[] events, double margin, int threads) {
        Parameter own = estimator.space().get(0);
        double beyond = margin * (own.max() - own.min());
        Parameter range = new Parameter(own.name(), own.min() - beyond, own.max() + beyond, own.standard());
        int d = estimator.featureNames().size();
        double[][] series = new double[events.length / d][];
        int[] open = IntStream.range(0, series.length).toArray();
        for (int order = FEWEST; order <= MOST && open.length > 0; order *= 2) {
            double[] values = new double[open.length * (order + 1)];
            estimator.logRatios(rows(events, d, open), nodes(range, order), values, threads);
            double[] cosines = cosines(order);
            for (int i = 0; i < open.length; i++) {
                double[] one = transform(values, i * (order + 1), order, cosines);
                series[open[i]] = isShort(one) ? one : null;
            }
            open = Arrays.stream(open).filter(i -> series[i] == null).toArray();
        }
        return open.length > 0 ? Optional.empty() : Optional.of(new ChebyshevShape(range, series));
    }

    private static double[] rows(double[] events, int d, int[] which) {
        double[] rows = new double[which.length * d];
        for (int i = 0; i < which.length; i++) {
            System.arraycopy(events, which[i] * d, rows, i * d, d);
        }
        return rows;
    }

    private static double[] nodes(Parameter range, int order) {
        double[] nodes = new double[order + 1];
        Arrays.setAll(
                nodes,
                j -> 0.5
                        * (range.min()
                                + range.max()
                                + (range.max() - range.min()) * StrictMath.cos(Math.PI * j / order)));
        // The ends are exact: a ratio may refuse what lies beyond them.
        nodes[0] = range.max();
        nodes[order] = range.min();
        return nodes;
    }

    private static double[] cosines(int order) {
        double[] cosines = new double[2 * order];
        Arrays.setAll(cosines, j -> StrictMath.cos(Math.PI * j / order));
        return cosines;
    }

    /** Turn an event's values at the nodes into coefficients: a cosine transform with halved ends. */
    private static double[] transform(double[] values, int first, int order, double[] cosines) {
        double[] coefficients = new double[order + 1];
        for (int k = 0; k <= order; k++) {
            double sum = 0.5 * (values[first] + (k % 2 == 0 ? 1 : -1) * values[first + order]);
            for (int j = 1; j < order; j++) {
                sum += values[first + j] * cosines[j * k % (2 * order)];
            }
            coefficients[k] = sum * (k == 0 || k == order ? 1 : 2) / order;
        }
        return coefficients;
    }

    private static boolean isShort(double[] coefficients) {
        int order = coefficients.length - 1;
        // Not a number is no series either.
        return Math.max(Math.abs(coefficients[order]), Math.abs(coefficients[order - 1])) < TAIL;
    }

    /** Return whether a value of the parameter lies where the series holds. */
    boolean covers(double s) {
        return s >= low && s <= high;
    }

    @Override
    public int size() {
        return series.length;
    }

    @Override
    public void evaluate(double[] s, double[] ratio, double @Nullable [] gradient, double @Nullable [] hessian) {
        double[] terms = new double[3 * longest];
        polynomials(2 * (s[0] - low) / (high - low) - 1, terms);
        double scale = 2 / (high - low);
        for (int i = 0; i < series.length; i++) {
            double[] one = series[i];
            double value = 0;
            double slope = 0;
            double bend = 0;
            for (int k = 0; k < one.length; k++) {
                double c = one[k];
                value += c * terms[k];
                slope += c * terms[longest + k];
                bend += c * terms[2 * longest + k];
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
        int size = longest;
        terms[0] = 1;
        terms[1] = u;
        terms[size + 1] = 1;
        for (int k = 1; k < size - 1; k++) {
            terms[k + 1] = 2 * u * terms[k] - terms[k - 1];
            terms[size + k + 1] = 2 * terms[k] + 2 * u * terms[size + k] - terms[size + k - 1];
            terms[2 * size + k + 1] = 4 * terms[size + k] + 2 * u * terms[2 * size + k] - terms[2 * size + k - 1];
        }
    }
}
