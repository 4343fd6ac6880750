package hep.aurum.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Print numbers as the field does: errors with two significant digits and values to the same place, powers of ten as
 * {@code 1.2 × 10^{−5}}, a true minus, thin spaces between groups of three digits from 10 000 on. What has no value is a
 * dash.
 */
public final class Numbers {

    /** Stands where there is no number. */
    public static final String NONE = "–";

    private static final int DIGITS = 4;
    private static final int SMALLEST = -3;
    private static final int LARGEST = 6;
    private static final String TIMES = " × 10^{";
    private static final double TINY_P = 1e-3;

    private Numbers() {}

    /** Print four significant digits, zeros at the end left out. */
    public static String plain(double value) {
        if (!Double.isFinite(value)) {
            return notFinite(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        int exponent = exponent(rounded);
        if (exponent < SMALLEST || exponent >= LARGEST) {
            BigDecimal mantissa = rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros();
            return sign(mantissa.toPlainString()) + TIMES + sign(Integer.toString(exponent)) + "}";
        }
        return grouped(rounded.stripTrailingZeros().toPlainString());
    }

    /** Print so many significant digits, zeros at the end kept. */
    public static String significant(double value, int digits) {
        if (!Double.isFinite(value) || value == 0) {
            return plain(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = exponent(rounded);
        return exponent < SMALLEST || exponent >= LARGEST ? plain(value) : fixed(value, Math.max(rounded.scale(), 0));
    }

    /** Print a whole number. */
    public static String count(long value) {
        return grouped(Long.toString(value));
    }

    /** Print a value to a fixed number of decimals. */
    public static String fixed(double value, int decimals) {
        return Double.isFinite(value)
                ? grouped(new BigDecimal(value)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .toPlainString())
                : notFinite(value);
    }

    /** Print a value with its error; a value alone where the error is not a positive number. */
    public static String plusMinus(double value, double error) {
        if (!Double.isFinite(value) || !Double.isFinite(error) || error <= 0) {
            return plain(value);
        }
        BigDecimal rounded = twoDigits(error);
        int place = rounded.scale();
        int exponent = value == 0 ? exponent(rounded) : Math.max(exponent(new BigDecimal(value)), exponent(rounded));
        if (exponent < SMALLEST || exponent >= LARGEST) {
            int decimals = Math.max(place + exponent, 0);
            String mantissa = shifted(value, exponent, decimals);
            String width = shifted(error, exponent, decimals);
            return "(" + mantissa + " ± " + width + ")" + TIMES + sign(Integer.toString(exponent)) + "}";
        }
        int decimals = Math.max(place, 0);
        return fixed(value, decimals) + " ± " + fixed(error, decimals);
    }

    /** Print a value between the ends of its interval: {@code 0.71^{+0.25}_{−0.24}}. */
    public static String between(double value, double lower, double upper) {
        if (!Double.isFinite(value) || !(upper > lower)) {
            return plain(value);
        }
        double least = Math.min(value - lower, upper - value);
        double error = least > 0 ? least : upper - lower;
        int decimals = Math.max(twoDigits(error).scale(), 0);
        return fixed(value, decimals) + "^{+" + fixed(upper - value, decimals) + "}_{−" + fixed(value - lower, decimals)
                + "}";
    }

    /** Print an interval, its ends to two significant digits of a quarter of its length. */
    public static String interval(double lower, double upper) {
        double quarter = (upper - lower) / 4;
        if (!Double.isFinite(quarter) || quarter <= 0) {
            return "[" + plain(lower) + ", " + plain(upper) + "]";
        }
        int decimals = Math.max(twoDigits(quarter).scale(), 0);
        return "[" + fixed(lower, decimals) + ", " + fixed(upper, decimals) + "]";
    }

    /** Print a p-value: two significant digits, as a power of ten below 0.001. */
    public static String pValue(double p) {
        if (!Double.isFinite(p) || p <= 0) {
            return plain(p);
        }
        BigDecimal rounded = twoDigits(p);
        int exponent = exponent(rounded);
        return p < TINY_P
                ? rounded.scaleByPowerOfTen(-exponent).toPlainString() + TIMES + sign(Integer.toString(exponent)) + "}"
                : rounded.toPlainString();
    }

    /** Print a significance in standard deviations. */
    public static String sigma(double z) {
        return fixed(z, 2) + "σ";
    }

    /** Print a fraction with its error in per cent. */
    public static String percent(double fraction, double error) {
        return "(" + plusMinus(100 * fraction, 100 * error) + ") %";
    }

    /** Print a fraction in per cent. */
    public static String percent(double fraction) {
        return plain(100 * fraction) + " %";
    }

    private static BigDecimal twoDigits(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(2, RoundingMode.HALF_EVEN));
        // An exact 0.5 has one digit, and is 0.50 here.
        return rounded.setScale(1 - exponent(rounded));
    }

    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    private static String shifted(double value, int exponent, int decimals) {
        BigDecimal mantissa = new BigDecimal(value).scaleByPowerOfTen(-exponent);
        return sign(mantissa.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString());
    }

    private static String notFinite(double value) {
        return Double.isNaN(value) ? NONE : value > 0 ? "∞" : "−∞";
    }

    private static String sign(String digits) {
        return digits.replace('-', '−');
    }

    /** Part five and more digits before the point into groups of three. */
    private static String grouped(String digits) {
        int point = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
        int start = digits.startsWith("-") ? 1 : 0;
        StringBuilder text = new StringBuilder(digits);
        if (point - start > DIGITS) {
            for (int i = point - 3; i > start; i -= 3) {
                text.insert(i, '\u202f');
            }
        }
        return sign(text.toString());
    }
}
