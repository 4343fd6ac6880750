package hep.aurum.plot.style;

import java.io.Serial;
import java.io.Serializable;
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
record Ticks(List<Double> major, List<String> labels, List<Double> minor) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    static final Ticks NONE = new Ticks(List.of(), List.of(), List.of());

    /** Powers of ten beyond which the digits between them would be a grey band. */
    private static final int MOST_POWERS = 16;

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

    /**
     * Choose ticks at powers of ten, labelled so that no more than a handful of labels appear; in a narrow range 2
     * and 5 times them have labels too, in a very narrow one all digits.
     */
    static Ticks logarithmic(double min, double max) {
        int low = (int) Math.floor(StrictMath.log10(min) - 1e-9);
        int high = (int) Math.ceil(StrictMath.log10(max) + 1e-9);
        int every = (int) step(Math.max(1, (high - low) / 7.0));
        double decades = StrictMath.log10(max) - StrictMath.log10(min);
        boolean narrow = decades < 1.7;
        List<Double> major = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<Double> minor = new ArrayList<>();
        for (int e = low; e <= high; e++) {
            for (int digit = 1; digit < 10; digit++) {
                double value = digit * StrictMath.pow(10, e);
                boolean labelled = digit == 1 || narrow && (digit == 2 || digit == 5) || decades < 0.8;
                if (value < min * (1 - 1e-9) || value > max * (1 + 1e-9)) {
                    continue;
                }
                if (labelled && Math.floorMod(e, every) == 0) {
                    major.add(value);
                    labels.add(narrow ? decimal(digit, e) : power(e));
                } else if (high - low <= MOST_POWERS || digit == 1 && high - low <= 5 * MOST_POWERS) {
                    minor.add(value);
                }
            }
        }
        return new Ticks(major, labels, minor);
    }

    /** Leave out what lies above a value. */
    Ticks upTo(double largest) {
        int kept = (int) major.stream().filter(value -> value <= largest).count();
        return new Ticks(
                major.subList(0, kept),
                labels.subList(0, kept),
                minor.stream().filter(value -> value <= largest).toList());
    }

    private static String decimal(int digit, int exponent) {
        if (Math.abs(exponent) <= 3) {
            return BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent).toPlainString();
        }
        return digit == 1 ? power(exponent) : digit + "·" + power(exponent);
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
