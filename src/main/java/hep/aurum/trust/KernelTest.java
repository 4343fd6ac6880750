package hep.aurum.trust;

import hep.aurum.math.random.RandomStreams;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Compare two samples by the squared maximum mean discrepancy of a Gaussian kernel, whose width is the median distance of their
 * events in standardised features.
 *
 * @param discrepancy \(\frac1{n^2}\sum k(x,x') + \frac1{m^2}\sum k(y,y') - \frac2{nm}\sum k(x,y)\)
 * @param mean of it over permutations
 * @param error standard deviation of it over permutations
 * @param pValue share of permutations with at least this discrepancy, the sample itself being one
 */
record KernelTest(double discrepancy, double mean, double error, double pValue) {

    private static final int PERMUTATIONS = 4999;

    /**
     * Compare.
     *
     * @param x {@code [n*d]} by rows
     * @param y {@code [m*d]} by rows
     */
    static KernelTest of(double[] x, double[] y, int d, RandomStreams streams) {
        int n = x.length / d;
        int size = n + y.length / d;
        double[] pooled = Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, pooled, x.length, y.length);
        float[] kernel = kernel(standardised(pooled, d), size, d);
        double[] rows = new double[size];
        double total = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                rows[i] += kernel[i * size + j];
            }
            total += rows[i];
        }
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        double found = discrepancy(kernel, rows, total, order, n);
        UniformRandomProvider random = streams.stream("permutations", 0);
        int asLarge = 1;
        double sum = 0;
        double squares = 0;
        for (int p = 0; p < PERMUTATIONS; p++) {
            shuffleFirst(order, n, random);
            double value = discrepancy(kernel, rows, total, order, n);
            asLarge += value >= found ? 1 : 0;
            sum += value;
            squares += value * value;
        }
        double mean = sum / PERMUTATIONS;
        double variance = Math.max(0, squares / PERMUTATIONS - mean * mean);
        return new KernelTest(found, mean, Math.sqrt(variance), asLarge / (PERMUTATIONS + 1.0));
    }

    private static void shuffleFirst(int[] order, int n, UniformRandomProvider random) {
        for (int i = 0; i < n; i++) {
            int pick = i + random.nextInt(order.length - i);
            int held = order[pick];
            order[pick] = order[i];
            order[i] = held;
        }
    }

    /** The sums over the second sample follow from those of rows and of everything. */
    private static double discrepancy(float[] kernel, double[] rows, double total, int[] order, int n) {
        int size = rows.length;
        double within = 0;
        double touching = 0;
        for (int i = 0; i < n; i++) {
            int row = order[i] * size;
            touching += rows[order[i]];
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += kernel[row + order[j]];
            }
            within += sum;
        }
        double across = touching - within;
        double others = total - 2 * across - within;
        double m = (double) size - n;
        return within / ((double) n * n) + others / (m * m) - 2 * across / (n * m);
    }

    private static double[] standardised(double[] events, int d) {
        int n = events.length / d;
        double[] result = events.clone();
        for (int a = 0; a < d; a++) {
            double mean = 0;
            double squares = 0;
            for (int i = a; i < events.length; i += d) {
                mean += events[i] / n;
            }
            for (int i = a; i < events.length; i += d) {
                squares += (events[i] - mean) * (events[i] - mean) / n;
            }
            double deviation = squares > 0 ? Math.sqrt(squares) : 1;
            for (int i = a; i < events.length; i += d) {
                result[i] = (events[i] - mean) / deviation;
            }
        }
        return result;
    }

    private static float[] kernel(double[] events, int size, int d) {
        float[] squares = new float[size * size];
        float[] distances = new float[size * (size - 1) / 2];
        int at = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int a = 0; a < d; a++) {
                    double step = events[i * d + a] - events[j * d + a];
                    sum += step * step;
                }
                squares[i * size + j] = (float) sum;
                squares[j * size + i] = (float) sum;
                distances[at++] = (float) sum;
            }
        }
        Arrays.sort(distances);
        double median = distances[distances.length / 2] > 0 ? distances[distances.length / 2] : 1;
        for (int i = 0; i < squares.length; i++) {
            squares[i] = (float) StrictMath.exp(-0.5 * squares[i] / median);
        }
        return squares;
    }
}
