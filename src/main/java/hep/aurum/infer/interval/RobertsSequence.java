package hep.aurum.infer.interval;

import java.util.ArrayList;
import java.util.List;

/**
 * Spread points evenly over a box by the additive recurrence \(x_n = \{\tfrac12 + n\,\alpha\}\), \(\alpha_j =
 * g^{-j}\), where g is the positive root of \(x^{k+1} = x + 1\): low discrepancy in any dimension, no state.
 *
 * @see <a href="https://doi.org/10.1016/0022-314X(87)90014-8">on such Kronecker sequences: Niederreiter (1987)</a>
 */
final class RobertsSequence {

    private RobertsSequence() {}

    /** Return the first points of the sequence, scaled to the box. */
    static List<double[]> points(int count, Box box) {
        int k = box.size();
        double g = root(k);
        List<double[]> points = new ArrayList<>(count);
        for (int n = 1; n <= count; n++) {
            double[] fractions = new double[k];
            double alpha = 1;
            for (int j = 0; j < k; j++) {
                alpha /= g;
                double value = 0.5 + n * alpha;
                fractions[j] = value - Math.floor(value);
            }
            points.add(box.at(fractions));
        }
        return points;
    }

    /** Solve \(x^{k+1} = x + 1\) by the contraction \(x \leftarrow (1+x)^{1/(k+1)}\). */
    private static double root(int k) {
        double x = 1.5;
        for (int i = 0; i < 64; i++) {
            x = StrictMath.pow(1 + x, 1.0 / (k + 1));
        }
        return x;
    }
}
