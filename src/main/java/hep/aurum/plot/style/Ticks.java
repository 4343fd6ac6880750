package hep.aurum.plot.style;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Choose the ticks of an axis.
 *
 * @param major values with a label
 * @param labels the label of each major tick; a label may be empty
 * @param minor values of the short ticks between
 */
record Ticks(List<Double> major, List<String> labels, List<Double> minor) {

    /** Choose ticks at multiples of 1, 2 or 5 times a power of ten. */
    static Ticks linear(double min, double max, int most) {
        double step = step((max - min) / most);
        int minorParts = leading(step) == 2 ? 4 : 5;
        List<Double> major = new ArrayList<>();
        List<Double> minor = new ArrayList<>();
        double fine = step / minorParts;
        long first = (long) Math.ceil(min / fine - 1e-9);
        long last = (long) Math.floor(max / fine + 1e-9);
        for (long i = first; i <= last; i++) {
            if (i % minorParts == 0) {
                major.add(i / minorParts * step);
            } else {
                minor.add(i * fine);
            }
        }
        return new Ticks(major, major.stream().map(v -> decimal(v, step)).toList(), minor);
    }

    /** Choose ticks at powers of ten, labelled so that no more than a handful of labels appear. */
    static Ticks logarithmic(double min, double max) {
        int low = (int) Math.floor(StrictMath.log10(min) - 1e-9);
        int high = (int) Math.ceil(StrictMath.log10(max) + 1e-9);
        int every = Math.max(1, (high - low) / 7);
        List<Double> major = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<Double> minor = new ArrayList<>();
        for (int e = low; e <= high; e++) {
            double power = StrictMath.pow(10, e);
            add(major, power, min, max);
            if (power >= min * (1 - 1e-9) && power <= max * (1 + 1e-9)) {
                labels.add(Math.floorMod(e, every) == 0 ? power(e) : "");
            }
            for (int digit = 2; digit < 10; digit++) {
                add(minor, digit * power, min, max);
            }
        }
        return new Ticks(major, labels, minor);
    }

    private static void add(List<Double> values, double value, double min, double max) {
        if (value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9)) {
            values.add(value);
        }
    }

    private static String power(int exponent) {
        if (exponent == 0) {
            return "1";
        }
        return exponent == 1 ? "10" : "10^{" + Integer.toString(exponent).replace('-', '−') + "}";
    }

    private static double step(double rough) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
        for (double digit : new double[] {1, 2, 5}) {
            if (digit * power >= rough * (1 - 1e-9)) {
                return digit * power;
            }
        }
        return 10 * power;
    }

    private static int leading(double step) {
        return (int) Math.round(step / StrictMath.pow(10, Math.floor(StrictMath.log10(step) + 1e-9)));
    }

    /** Print a multiple of a step with the decimals that the step needs and a true minus sign. */
    private static String decimal(double value, double step) {
        int decimals = Math.max(0, (int) -Math.floor(StrictMath.log10(step) + 1e-9));
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        if (rounded.signum() == 0) {
            return "0";
        }
        return (decimals > 5 ? scientific(rounded) : rounded.toPlainString()).replace('-', '−');
    }

    private static String scientific(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        BigDecimal mantissa = value.scaleByPowerOfTen(-exponent).stripTrailingZeros();
        return mantissa.toPlainString() + "·10^{" + exponent + "}";
    }
}
