package hep.aurum.estimator.calibrate;

import java.util.List;

/**
 * Calibrate by the monotone function of the score that fits the labels best: weighted isotonic regression.
 *
 * <p>With the labels y = 1 in the denominator and 0 in the numerator, and both laws scaled to the same total weight,
 *
 * <p>\[ \hat s_{\rm cal} = \arg\min_{s \text{ monotone}} \sum_i w_i\,(y_i - s_i)^2, \qquad \hat r_{\rm cal} =
 * \frac{1-\hat s_{\rm cal}}{\hat s_{\rm cal}} = \frac AB, \]
 *
 * <p>which is solved in one pass over the sorted events by pooling neighbours that violate the order into blocks; A and B are a
 * block's weights in the numerator and the denominator. Equal scores are one event. With negative weights the problem need
 * not be convex; a block whose A or B is negative is merged with a neighbour like one that violates the order, so that every
 * block has \(0 \le \hat s_{\rm cal} \le 1\) and the sums over any run of whole blocks are kept.
 *
 * <p>The lowest block may have A = 0 and the highest B = 0, where the ratio would be 0 or infinite. Half a typical event,
 * \(\frac12\sum w^2/\sum w\), stands for the missing ones, as in Jeffreys' estimate of a rate from n = 0 counts, n + ½; its log r
 * has the variance \(1/(n+\frac12) = 2\) from it. If that breaks the order, the block is merged with its neighbour.
 *
 * <p>Between the means of the blocks' log ratios the calibrated log ratio is interpolated, beyond the outer ones it is constant.
 * The mean squared error falls like \(n^{-2/3}\); the lines take away about a third of that of the steps. The uncertainty counts the events of a block as if the block had been fixed
 * beforehand, and so is too small. Works in \(O(n\log n)\), for the sorting; the rest is \(O(n)\). Immutable.
 *
 * @see <a href="https://doi.org/10.1145/775047.775151">Zadrozny, Elkan: Transforming classifier scores into accurate multiclass
 *     probability estimates (2002)</a>
 * @see <a href="https://doi.org/10.1214/aoms/1177728423">Ayer, Brunk, Ewing, Reid, Silverman: An empirical distribution function
 *     for sampling with incomplete information (1955)</a>
 */
public final class IsotonicCalibration implements Calibrator {

    private final boolean interpolated;

    private IsotonicCalibration(boolean interpolated) {
        this.interpolated = interpolated;
    }

    /** Return the method, interpolating. */
    public static IsotonicCalibration withDefaults() {
        return new IsotonicCalibration(true);
    }

    /** Return the method with straight lines between the blocks' centres, or else with steps. */
    public IsotonicCalibration withInterpolation(boolean value) {
        return new IsotonicCalibration(value);
    }

    @Override
    public Calibration calibrate(ScoreSample sample) {
        Blocks blocks = pool(sample);
        // Half an event may exceed the next block's ratio; merged with it, the block has events of both laws.
        if (blocks.size() > 1 && blocks.numerator(0) == 0 && first(blocks, sample) >= blocks.logRatio(1)) {
            blocks.mergeBottom();
        }
        int top = blocks.size() - 1;
        if (top > 0 && blocks.denominator(top) == 0 && last(blocks, sample) <= blocks.logRatio(top - 1)) {
            blocks.mergeTop();
        }
        return clipped(blocks, sample);
    }

    private static Blocks pool(ScoreSample sample) {
        Blocks blocks = new Blocks(sample, sample.size());
        for (int end = 0; end < sample.size(); ) {
            end = sample.endOfTie(end);
            blocks.push(end);
            while (blocks.size() > 1 && isOutOfOrder(blocks)) {
                blocks.mergeTop();
            }
        }
        return blocks;
    }

    private static boolean isOutOfOrder(Blocks blocks) {
        int top = blocks.size() - 1;
        return !isRatio(blocks, top) || !isRatio(blocks, top - 1) || !blocks.rises(top - 1);
    }

    private static boolean isRatio(Blocks blocks, int block) {
        double a = blocks.numerator(block);
        double b = blocks.denominator(block);
        return a >= 0 && b >= 0 && a + b > 0;
    }

    private Calibration clipped(Blocks blocks, ScoreSample sample) {
        Calibration raw = Calibration.of(blocks, interpolated, List.of());
        int top = blocks.size() - 1;
        boolean low = blocks.numerator(0) == 0;
        boolean high = blocks.denominator(top) == 0;
        return raw.withEnds(
                low ? first(blocks, sample) : blocks.logRatio(0),
                low ? Math.sqrt(2 + blocks.relativeVarianceOfDenominator(0)) : blocks.uncertainty(0),
                high ? last(blocks, sample) : blocks.logRatio(top),
                high ? Math.sqrt(2 + blocks.relativeVarianceOfNumerator(top)) : blocks.uncertainty(top));
    }

    private static double first(Blocks blocks, ScoreSample sample) {
        return StrictMath.log(0.5 * sample.typicalNumerator() / blocks.denominator(0));
    }

    private static double last(Blocks blocks, ScoreSample sample) {
        return StrictMath.log(blocks.numerator(blocks.size() - 1) / (0.5 * sample.typicalDenominator()));
    }
}
