package hep.aurum.plot.figure;

import hep.aurum.base.BadInput;
import hep.aurum.plot.style.HouseAxis;

/** Choose the ends of an axis that are not given, so that all is seen and the legend has room. */
final class CanvasRange {

    /** On a logarithmic axis, how many decades below the largest value are worth showing. */
    private static final double MOST_DECADES = 12;

    private final double min;
    private final double max;

    private CanvasRange(double min, double max) {
        this.min = min;
        this.max = max;
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }

    HouseAxis axis(CanvasAxis axis) {
        return axis.logarithmic()
                ? HouseAxis.logarithmic(axis.label(), min, max)
                : HouseAxis.linear(axis.label(), min, max);
    }

    /** Return the horizontal range. */
    static CanvasRange horizontal(CanvasAxis axis, Extent seen, boolean exact) {
        double margin = exact ? 0 : 0.05;
        return axis.logarithmic() ? logarithmic(axis, seen, margin, margin) : linear(axis, seen, margin, margin, false);
    }

    /** Return the vertical range; histograms stand on zero. */
    static CanvasRange vertical(CanvasAxis axis, Extent seen, boolean exact, boolean onZero) {
        double above = exact ? 0 : 0.35;
        double below = exact ? 0 : 0.06;
        return axis.logarithmic() ? logarithmic(axis, seen, below, above) : linear(axis, seen, below, above, onZero);
    }

    private static CanvasRange linear(CanvasAxis axis, Extent seen, double below, double above, boolean onZero) {
        double low = seen.isEmpty() ? 0 : seen.min();
        double high = seen.isEmpty() ? 1 : seen.max();
        boolean standing = onZero && low >= 0;
        low = standing ? 0 : low;
        high = onZero && high < 0 ? 0 : high;
        if (!(high > low)) {
            double half = high == 0 ? 0.5 : 0.5 * Math.abs(high);
            low -= standing ? 0 : half;
            high += half;
        }
        double span = high - low;
        double from = axis.min().orElse(standing ? 0 : low - below * span);
        double to = axis.max().orElse(high + above * span);
        return ordered(axis, from, to);
    }

    private static CanvasRange logarithmic(CanvasAxis axis, Extent seen, double below, double above) {
        boolean nothing = !Double.isFinite(seen.positive());
        double high = nothing ? 10 : seen.max();
        double low = nothing ? 1 : Math.max(seen.positive(), high * StrictMath.pow(10, -MOST_DECADES));
        if (!(high > low)) {
            low /= 2;
            high *= 2;
        }
        double from = axis.min().orElse(low * StrictMath.pow(low / high, below));
        double to = axis.max().orElse(high * StrictMath.pow(high / low, above));
        if (!(from > 0)) {
            throw new BadInput(
                    "a logarithmic axis cannot begin at " + from,
                    axis.label(),
                    "set a range above 0, or a linear scale");
        }
        return ordered(axis, from, to);
    }

    /** Move the end that was not given behind the one that was. */
    private static CanvasRange ordered(CanvasAxis axis, double from, double to) {
        if (from < to) {
            return new CanvasRange(from, to);
        }
        double step = Math.max(1, Math.abs(from));
        return axis.min().isPresent()
                ? new CanvasRange(from, from + step)
                : new CanvasRange(to - Math.abs(to) / 2 - (to == 0 ? 1 : 0), to);
    }
}
