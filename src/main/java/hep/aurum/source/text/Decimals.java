package hep.aurum.source.text;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.nio.charset.StandardCharsets;

/**
 * Read decimal numbers from bytes, correctly rounded, as C and Fortran write them.
 *
 * <p>Besides {@code 1.5e-3} these are {@code 1.5D-03}, {@code 1.5Q-3}, and Fortran's {@code 0.15-102}, which drops the
 * letter when the exponent has three digits.
 *
 * <p>A mantissa below 2^53 with a power of ten up to 10^22 is one exact product or quotient of doubles (Clinger 1990,
 * doi:10.1145/93542.93557). Numbers of more digits go through {@link JavaDoubleParser} (Lemire 2021,
 * doi:10.1002/spe.2984).
 */
public final class Decimals {

    private static final int LONGEST = 1024;

    /** Texts of this length hold more digits than the exact product takes, as a rule. */
    private static final int LONG = 20;

    /** So many digits fit a long. */
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
        if (to - from >= LONG) {
            if (to - from > LONGEST) {
                return Double.NaN;
            }
            if (isPlain(bytes, from, to)) {
                return parsePlain(bytes, from, to);
            }
        }
        return parseAny(bytes, from, to);
    }

    /** Return whether only digits, points, signs and the letter e occur, and signs only where C has them. */
    private static boolean isPlain(byte[] bytes, int from, int to) {
        int previous = 'e';
        for (int i = from; i < to; i++) {
            int b = bytes[i];
            boolean digit = b >= '0' && b <= '9';
            if (!digit && b != '.') {
                boolean sign = (b == '-' || b == '+') && (previous | 0x20) == 'e';
                if (!sign && (b | 0x20) != 'e') {
                    return false;
                }
            }
            previous = b;
        }
        return true;
    }

    private static double parsePlain(byte[] bytes, int from, int to) {
        try {
            double value = JavaDoubleParser.parseDouble(bytes, from, to - from);
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static double parseAny(byte[] bytes, int from, int to) {
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
            for (; i < to && isDigit(bytes[i]); i++) {
                mantissa = mantissa * 10 + (bytes[i] - '0');
            }
            decimals = i - point;
            digits += decimals;
        }
        int exponent = exponent(bytes, i, to);
        if (digits == 0 || exponent == Integer.MIN_VALUE) {
            return Double.NaN;
        }
        int power = exponent - decimals;
        if (digits <= MANTISSA_DIGITS && mantissa <= EXACT && power >= -22 && power <= 22) {
            double value = power < 0 ? mantissa / POWERS[-power] : mantissa * POWERS[power];
            return negative ? -value : value;
        }
        String text = new String(bytes, from, i - from, StandardCharsets.US_ASCII) + "E" + exponent;
        double value = JavaDoubleParser.parseDouble(text);
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
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
