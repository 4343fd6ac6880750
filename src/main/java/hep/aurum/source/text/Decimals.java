package hep.aurum.source.text;

import java.nio.charset.StandardCharsets;

/**
 * Read decimal numbers from bytes, correctly rounded, as C and Fortran write them.
 *
 * <p>Besides {@code 1.5e-3} these are {@code 1.5D-03}, {@code 1.5Q-3}, and Fortran's {@code 0.15-102}, which drops the
 * letter when the exponent has three digits.
 *
 * <p>A mantissa below 2^53 with a power of ten up to 10^22 is one exact product or quotient of doubles (Clinger 1990,
 * doi:10.1145/93542.93557); everything else goes through {@link Double#parseDouble}.
 */
public final class Decimals {

    private static final int LONGEST = 1024;
    private static final int MANTISSA_DIGITS = 18;
    private static final long EXACT = 1L << 53;
    private static final int EXPONENT_BOUND = 100_000;

    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Decimals() {}

    /**
     * Read a number.
     *
     * @param bytes the text, ASCII
     * @param from position of the first byte
     * @param to position behind the last byte
     * @return the nearest double; NaN if the text is anything but a finite decimal number of at most 1024 characters
     */
    public static double parse(byte[] bytes, int from, int to) {
        if (to - from > LONGEST) {
            return Double.NaN;
        }
        int i = from;
        boolean negative = i < to && bytes[i] == '-';
        if (i < to && (negative || bytes[i] == '+')) {
            i++;
        }
        long mantissa = 0;
        int significant = 0;
        int scale = 0;
        boolean point = false;
        boolean exact = true;
        int digits = 0;
        for (; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits++;
                if (significant < MANTISSA_DIGITS) {
                    mantissa = mantissa * 10 + digit;
                    significant += mantissa == 0 ? 0 : 1;
                    scale -= point ? 1 : 0;
                } else {
                    exact &= digit == 0;
                    scale += point ? 0 : 1;
                }
            } else if (bytes[i] == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        int mantissaEnd = i;
        int exponent = exponent(bytes, i, to);
        if (digits == 0 || exponent == Integer.MIN_VALUE) {
            return Double.NaN;
        }
        if (mantissa == 0 && exact) {
            return negative ? -0.0 : 0.0;
        }
        int power = scale + exponent;
        if (exact && mantissa <= EXACT && power >= -22 && power <= 22) {
            double value = power < 0 ? mantissa / POWERS[-power] : mantissa * POWERS[power];
            return negative ? -value : value;
        }
        String mantissaText = new String(bytes, from, mantissaEnd - from, StandardCharsets.US_ASCII);
        double value = Double.parseDouble(mantissaText + "E" + exponent);
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /** Read the exponent part; {@link Integer#MIN_VALUE} if it is malformed. */
    private static int exponent(byte[] bytes, int from, int to) {
        if (from == to) {
            return 0;
        }
        int i = from;
        int letter = bytes[i] | 0x20;
        if (letter == 'e' || letter == 'd' || letter == 'q') {
            i++;
        } else if (bytes[i] != '+' && bytes[i] != '-') {
            return Integer.MIN_VALUE;
        }
        boolean negative = i < to && bytes[i] == '-';
        if (i < to && (negative || bytes[i] == '+')) {
            i++;
        }
        if (i == to) {
            return Integer.MIN_VALUE;
        }
        int value = 0;
        for (; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            value = Math.min(EXPONENT_BOUND, value * 10 + digit);
        }
        return negative ? -value : value;
    }
}
