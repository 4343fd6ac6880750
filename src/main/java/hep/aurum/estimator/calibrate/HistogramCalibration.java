package hep.aurum.estimator.calibrate;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import java.util.List;
import java.util.Locale;

/**
 * Calibrate by the ratio of two histograms of the score.
 *
 * <p>\[ \hat r_{\rm cal}(\hat s) = \frac{\sum_{i\in{\rm bin}} a_i\,/\sum_i a_i}{\sum_{i\in{\rm bin}} b_i\,/\sum_i b_i} \]
 *
 * <p>with a and b the events' weights in the numerator and the denominator. Bins hold equal parts of the even mix of the two
 * laws, \(2\,n^{2/5}\) bins for n effective events of the smaller unless a number is set. From low to high, a bin in which a
 * law has no positive sum or fewer effective events \((\sum w)^2/\sum w^2\) than the minimum is merged with the next one, and
 * the last one with those before it; {@link Calibration#warnings} says so. Equal scores stay in one bin.
 *
 * <p>The statistical variance of log r is \(\sum_i(a_i/A - b_i/B)^2\). With interpolation the error from the width h of the bins
 * falls like \(h^2\), except beyond the outer centres. So the mean squared error of log r has a part that falls like
 * \(n^{-3/5}\), of the counts, and one of the two outer bins, about like \(n^{-2/5}\). Weights may be negative event by event. Works in \(O(n\log n)\), for the
 * sorting. Immutable.
 *
 * @see <a href="https://arxiv.org/abs/1506.02169">Cranmer, Pavez, Louppe, on calibration by univariate densities</a>
 * @see <a href="https://doi.org/10.1214/aoms/1177731569">Mann, Wald: On the choice of the number of class intervals (1942), for
 *     the growth of the number of bins as the power 2/5 of n</a>
 */
public final class HistogramCalibration implements Calibrator {

    private final int bins;
    private final double minimum;
    private final boolean monotone;
    private final boolean interpolated;

    private HistogramCalibration(int bins, double minimum, boolean monotone, boolean interpolated) {
        this.bins = bins;
        this.minimum = minimum;
        this.monotone = monotone;
        this.interpolated = interpolated;
    }

    /** Return the method with as many bins as fit the number of events, at least 10 effective events of each law in each. */
    public static HistogramCalibration withDefaults() {
        return new HistogramCalibration(0, 10, false, true);
    }

    /** Return the method with a fixed number of bins before merging. */
    public HistogramCalibration withBins(int value) {
        Check.argument(value >= 1 && value <= 1 << 20, "%d bins, expected 1 to 1048576", value);
        return new HistogramCalibration(value, minimum, monotone, interpolated);
    }

    /** Return the method with another least number of effective events of each law in a bin. */
    public HistogramCalibration withMinimum(double value) {
        Check.argument(value >= 1, "a minimum of %s effective events, expected at least 1", value);
        return new HistogramCalibration(bins, value, monotone, interpolated);
    }

    /** Return the method that also merges neighbours until the calibrated ratio rises with the estimator's. */
    public HistogramCalibration withMonotone(boolean value) {
        return new HistogramCalibration(bins, minimum, value, interpolated);
    }

    /** Return the method with straight lines between the bin centres, or else with steps. */
    public HistogramCalibration withInterpolation(boolean value) {
        return new HistogramCalibration(bins, minimum, monotone, value);
    }

    @Override
    public Calibration calibrate(ScoreSample sample) {
        int wanted = bins > 0 ? bins : usualBins(sample.effectiveSize());
        Blocks blocks = new Blocks(sample, wanted);
        MergeCount merged = new MergeCount();
        double mass = mass(sample);
        double filled = 0;
        int made = 0;
        int quantile = 0;
        int end = 0;
        double next = tie(sample, 0);
        while (end < sample.size()) {
            // A tie may reach over several quantiles; the next one that is free ends the bin, at the tie nearest to it.
            quantile = Math.max(quantile + 1, (int) (filled / mass * wanted) + 1);
            do {
                filled += next;
                end = sample.endOfTie(end);
                next = end < sample.size() ? tie(sample, end) : 0;
            } while (end < sample.size() && (quantile >= wanted || filled + 0.5 * next < mass * quantile / wanted));
            blocks.push(end);
            made++;
            mergeTop(blocks, merged);
        }
        mergeLast(blocks, merged);
        require(blocks);
        return Calibration.of(blocks, interpolated, merged.warnings(made, minimum));
    }

    private void mergeLast(Blocks blocks, MergeCount merged) {
        while (blocks.size() > 1) {
            int top = blocks.size() - 1;
            if (!blocks.isFilled(top, minimum)) {
                merged.count(blocks.low(top));
            } else if (!monotone || blocks.rises(top - 1)) {
                return;
            }
            blocks.mergeTop();
        }
    }

    /** A block that is not filled takes in the next one; with the monotone option so does one that does not rise. */
    private void mergeTop(Blocks blocks, MergeCount merged) {
        while (blocks.size() > 1) {
            int below = blocks.size() - 2;
            if (!blocks.isFilled(below, minimum)) {
                merged.count(blocks.low(below));
            } else if (!monotone || !blocks.isFilled(below + 1, minimum) || blocks.rises(below)) {
                return;
            }
            blocks.mergeTop();
        }
    }

    private void require(Blocks blocks) {
        if (!blocks.isFilled(0, minimum)) {
            throw new BadInput(
                    String.format(Locale.ROOT, "fewer than %.3g effective events to calibrate with", minimum),
                    "",
                    "use more events, or lower the minimum");
        }
    }

    static int usualBins(double effectiveSize) {
        return Math.max(1, (int) (2 * StrictMath.pow(effectiveSize, 0.4)));
    }

    private static double mass(ScoreSample sample) {
        double sum = 0;
        for (int i = 0; i < sample.size(); i++) {
            sum += weight(sample, i);
        }
        return sum;
    }

    private static double tie(ScoreSample sample, int event) {
        double sum = 0;
        int end = sample.endOfTie(event);
        for (int i = event; i < end; i++) {
            sum += weight(sample, i);
        }
        return sum;
    }

    private static double weight(ScoreSample sample, int event) {
        return Math.abs(sample.numerator(event)) + Math.abs(sample.denominator(event));
    }

    /** Count the bins that were merged for want of events. */
    private static final class MergeCount {
        private int number;
        private double first;

        void count(double logRatio) {
            if (number++ == 0) {
                first = logRatio;
            }
        }

        List<String> warnings(int made, double minimum) {
            return number == 0
                    ? List.of()
                    : List.of(String.format(
                            Locale.ROOT,
                            "%d of %d bins had fewer than %.3g effective events or no positive sum in one law and were merged"
                                    + " with a neighbour, the first at log r = %.4g",
                            number,
                            made,
                            minimum,
                            first));
        }
    }
}
