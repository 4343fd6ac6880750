package hep.aurum.infer.fit;

import hep.aurum.base.Check;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hold the covariance of fitted parameters, \( V = 2\,(\partial^2(-2\ln L))^{-1} \).
 *
 * <p>Fixed parameters have no row. Rows follow {@link #names()}.
 */
public final class Covariance {

    private final List<String> names;
    private final double[] values;

    private Covariance(List<String> names, double[] values) {
        this.names = names;
        this.values = values;
    }

    /**
     * Return a covariance matrix.
     *
     * @param names of the rows
     * @param values row-major, {@code [n*n]}
     */
    public static Covariance of(List<String> names, double[] values) {
        return new Covariance(List.copyOf(names), values.clone());
    }

    /** Return the names of the rows. */
    public List<String> names() {
        return names;
    }

    /** Return the covariance of two rows. */
    public double get(int i, int j) {
        return values[i * names.size() + j];
    }

    /** Return the correlation of two rows, from −1 to 1. */
    public double correlation(int i, int j) {
        return get(i, j) / Math.sqrt(get(i, i) * get(j, j));
    }

    /**
     * Return the correlation of two parameters.
     *
     * @throws NotFound if one of them is not in the matrix
     */
    public double correlation(String first, String second) {
        return correlation(row(first), row(second));
    }

    /** Return all correlations {@code [n][n]}, rows and columns in the order of {@link #names()}. */
    public double[][] correlations() {
        int n = names.size();
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = i == j ? 1.0 : correlation(i, j);
            }
        }
        return matrix;
    }

    /**
     * Return the variance of a linear function of the parameters, \( \sum_{ij} s_i V_{ij} s_j \).
     *
     * @param slopes of the function {@code [n]}; rows with a slope of zero cost nothing
     */
    public double variance(double[] slopes) {
        int n = names.size();
        Check.length("slopes", slopes.length, n);
        int[] touched = IntStream.range(0, n).filter(i -> slopes[i] != 0.0).toArray();
        double variance = 0.0;
        for (int i : touched) {
            double sum = 0.0;
            for (int j : touched) {
                sum += values[i * n + j] * slopes[j];
            }
            variance += slopes[i] * sum;
        }
        return variance;
    }

    private int row(String name) {
        int row = names.indexOf(name);
        if (row < 0) {
            throw new NotFound("no row \"" + name + "\" in the covariance", "", Names.suggest(name, names));
        }
        return row;
    }
}
