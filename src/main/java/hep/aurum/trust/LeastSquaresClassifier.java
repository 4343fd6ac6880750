package hep.aurum.trust;

import hep.aurum.base.BadModel;
import hep.aurum.math.optim.Cholesky;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * Tell truths from draws by a linear function of features, fitted by least squares to labels 1 and 0: Fisher's discriminant.
 *
 * <p>The matrix of normal equations does not depend on the labels and its inverse serves all of them; so a thousand permutations
 * cost as much as one fit.
 */
final class LeastSquaresClassifier {

    private static final double RIDGE = 1e-6;

    private final int features;
    /** Difference of the two rows of every pair, {@code [n*f]}. */
    private final double[] differences;

    private final double[] inverse;
    /** Moments of the features at the data, {@code [f*f]}. */
    private final double[] momentsHere;

    private LeastSquaresClassifier(int features, double[] differences, double[] inverse, double[] momentsHere) {
        this.features = features;
        this.differences = differences;
        this.inverse = inverse;
        this.momentsHere = momentsHere;
    }

    /**
     * Prepare.
     *
     * @param pairs {@code [2n*f]} by rows: truth and draw of each experiment in turn
     * @param features f
     * @param here {@code [l*f]} by rows, where the classifier is asked
     * @param weights {@code [l]}
     */
    static LeastSquaresClassifier of(double[] pairs, int features, double[] here, double[] weights) {
        int n = pairs.length / features / 2;
        double[] ones = new double[2 * n];
        Arrays.fill(ones, 1);
        double[] normal = moments(pairs, features, ones);
        double[] differences = new double[n * features];
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < features; a++) {
                differences[i * features + a] = pairs[2 * i * features + a] - pairs[(2 * i + 1) * features + a];
            }
        }
        return new LeastSquaresClassifier(
                features, differences, inverse(normal, features), moments(here, features, weights));
    }

    private static double[] inverse(double[] matrix, int rows) {
        Cholesky cholesky = Cholesky.of(rows);
        System.arraycopy(matrix, 0, cholesky.matrix(), 0, matrix.length);
        double[] inverse = new double[matrix.length];
        if (!cholesky.factor(rows, RIDGE)) {
            throw new BadModel("the posteriors of experiments are all alike: the data say nothing", "", "");
        }
        cholesky.inverse(inverse);
        return inverse;
    }

    private static double[] moments(double[] rows, int f, double[] weights) {
        double[] sums = new double[f * f];
        for (int i = 0; i < weights.length; i++) {
            for (int a = 0; a < f; a++) {
                for (int b = 0; b < f; b++) {
                    sums[a * f + b] += weights[i] * rows[i * f + a] * rows[i * f + b];
                }
            }
        }
        return sums;
    }

    /**
     * Return the weighted mean of the squared distance of the classifier from ½ at the data.
     *
     * @param random swaps the labels of each pair by chance; null leaves them
     */
    double statistic(@Nullable UniformRandomProvider random) {
        // With labels ±½ the constant drops out and the right-hand side is half the sum of signed differences.
        double[] right = new double[features];
        for (int i = 0; i < differences.length; i += features) {
            double sign = random == null || random.nextBoolean() ? 0.5 : -0.5;
            for (int a = 0; a < features; a++) {
                right[a] += sign * differences[i + a];
            }
        }
        double[] slope = new double[features];
        for (int a = 0; a < features; a++) {
            for (int b = 0; b < features; b++) {
                slope[a] += inverse[a * features + b] * right[b];
            }
        }
        double sum = 0;
        for (int a = 0; a < features; a++) {
            for (int b = 0; b < features; b++) {
                sum += slope[a] * momentsHere[a * features + b] * slope[b];
            }
        }
        return sum;
    }
}
