package hep.aurum.source.text;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.nio.charset.StandardCharsets;

/**
 * Read decimal numbers from bytes, correctly rounded, as C and Fortran write them.
 *
 * <p>Besides {@code 1.5e-3} these are {@code 1.5D-03}, {@code 1.5Q-3}, and Fortran's {@code 0.15-102}, which drops the
 * letter when the exponent has three digits.
 *
 * <p>One pass over the bytes checks the form and takes the number apart. Numbers of up to 19 digits are rounded by
 * {@link NearestDouble}; what it leaves goes to {@link JavaDoubleParser}.
 */
public final class Decimals {

    private static final int LONGEST = 1024;

    /** So many digits fit a long without its sign. */
    private static final int MANTISSA_DIGITS = 19;

    private static final int EIGHT_DIGITS = 100_000_000;
    private static final int EXPONENT_BOUND = 100_000;
    private static final int MALFORMED = Integer.MIN_VALUE;

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
        int first = i;
        for (; i < to && isDigit(bytes[i]); i++) {
            mantissa = mantissa * 10 + (bytes[i] - '0');
        }
        int digits = i - first;
        int decimals = 0;
        if (i < to && bytes[i] == '.') {
            i++;
            int point = i;
            for (; i <= to - Long.BYTES; i += Long.BYTES) {
                long word = Words.word(bytes, i);
                if (!Words.isDigits(word)) {
                    break;
                }
                mantissa = mantissa * EIGHT_DIGITS + Words.number(word);
            }
            for (; i < to && isDigit(bytes[i]); i++) {
                mantissa = mantissa * 10 + (bytes[i] - '0');
            }
            decimals = i - point;
            digits += decimals;
        }
        int exponent = i == to ? 0 : exponent(bytes, i, to);
        if (digits == 0 || exponent == MALFORMED) {
            return Double.NaN;
        }
        if (digits <= MANTISSA_DIGITS || digits - leadingZeros(bytes, first, i) <= MANTISSA_DIGITS) {
            double value = NearestDouble.of(mantissa, exponent - decimals);
            if (!Double.isNaN(value)) {
                return negative ? -value : value;
            }
        }
        return parseLong(bytes, from, i, exponent);
    }

    /** Return how many digits stand before the first that is not zero. */
    private static int leadingZeros(byte[] bytes, int from, int to) {
        int zeros = 0;
        for (int i = from; i < to && (bytes[i] == '0' || bytes[i] == '.'); i++) {
            zeros += bytes[i] == '0' ? 1 : 0;
        }
        return zeros;
    }

    /** Read a number whose form is known to be good. */
    private static double parseLong(byte[] bytes, int from, int mantissaEnd, int exponent) {
        String text = new String(bytes, from, mantissaEnd - from, StandardCharsets.US_ASCII) + "E" + exponent;
        double value = JavaDoubleParser.parseDouble(text);
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** Read the exponent part; {@link #MALFORMED} if it is not one. */
    private static int exponent(byte[] bytes, int from, int to) {
        int i = from;
        int letter = bytes[i] | 0x20;
        if (letter == 'e' || letter == 'd' || letter == 'q') {
            i++;
        } else if (bytes[i] != '+' && bytes[i] != '-') {
            return MALFORMED;
        }
        boolean negative = i < to && bytes[i] == '-';
        if (i < to && (negative || bytes[i] == '+')) {
            i++;
        }
        if (i == to) {
            return MALFORMED;
        }
        int value = 0;
        for (; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return MALFORMED;
            }
            value = Math.min(EXPONENT_BOUND, value * 10 + digit);
        }
        return negative ? -value : value;
    }
}
