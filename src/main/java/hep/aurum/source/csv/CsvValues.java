package hep.aurum.source.csv;

import hep.aurum.event.table.ColumnType;
import hep.aurum.source.text.Decimals;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Say what a field can be, and turn it into that. */
final class CsvValues {

    /** An integer of 64 bits. */
    static final int INTEGER = 1;
    /** A negative integer. */
    static final int NEGATIVE = 2;
    /** An integer from 2^63 to 2^64 - 1. */
    static final int UNSIGNED = 4;
    /** A number with a point or an exponent, an integer of more than 64 bits, an infinity, or NaN. */
    static final int REAL = 8;
    /** Nothing. */
    static final int EMPTY = 16;
    /** True or false. */
    static final int TRUTH = 32;
    /** Anything else. */
    static final int TEXT = 64;
    /** An integer that double precision may not hold. */
    static final int LONG = 128;

    private static final int SAFE_DIGITS = 15;
    private static final int LONGEST_WORD = 9;

    private CsvValues() {}

    /** Return what a field that is not quoted is: one of the kinds, integers with what else is true of them. */
    static int kind(byte[] b, int from, int to) {
        if (from == to) {
            return EMPTY;
        }
        int start = b[from] == '-' || b[from] == '+' ? from + 1 : from;
        int i = digits(b, start, to);
        if (i == to && i > start) {
            return integer(b, from, start, to);
        }
        int whole = i - start;
        if (i < to && b[i] == '.') {
            int fraction = i + 1;
            i = digits(b, fraction, to);
            whole += i - fraction;
        }
        if (whole > 0 && isExponent(b, i, to)) {
            return REAL;
        }
        return word(b, from, start, to);
    }

    private static int digits(byte[] b, int from, int to) {
        int i = from;
        while (i < to && b[i] >= '0' && b[i] <= '9') {
            i++;
        }
        return i;
    }

    private static boolean isExponent(byte[] b, int from, int to) {
        if (from == to) {
            return true;
        }
        int letter = b[from] | 0x20;
        if (letter != 'e' && letter != 'd') {
            return false;
        }
        int i = from + 1;
        if (i < to && (b[i] == '-' || b[i] == '+')) {
            i++;
        }
        return i < to && digits(b, i, to) == to;
    }

    private static int integer(byte[] b, int from, int start, int to) {
        boolean negative = b[from] == '-';
        if (to - start <= SAFE_DIGITS) {
            // The integer -0 would lose its sign.
            boolean zero = negative && integer(b, start, to) == 0;
            return zero ? REAL : negative ? INTEGER | NEGATIVE : INTEGER;
        }
        int first = start;
        while (first < to - 1 && b[first] == '0') {
            first++;
        }
        if (fits(b, first, to, negative ? "9223372036854775808" : "9223372036854775807")) {
            return INTEGER | LONG | (negative ? NEGATIVE : 0);
        }
        return !negative && fits(b, first, to, "18446744073709551615") ? UNSIGNED | LONG : REAL;
    }

    private static boolean fits(byte[] b, int from, int to, String greatest) {
        int length = to - from;
        if (length != greatest.length()) {
            return length < greatest.length();
        }
        return new String(b, from, length, StandardCharsets.US_ASCII).compareTo(greatest) <= 0;
    }

    private static int word(byte[] b, int from, int start, int to) {
        if (to - start > LONGEST_WORD) {
            return TEXT;
        }
        String word = new String(b, start, to - start, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        return switch (word) {
            case "nan", "inf", "infinity" -> REAL;
            case "true", "false" -> start == from ? TRUTH : TEXT;
            default -> TEXT;
        };
    }

    /** Return the least type that holds all the kinds that were seen. */
    static ColumnType type(int kinds) {
        int numbers = INTEGER | NEGATIVE | UNSIGNED | LONG;
        if ((kinds & TEXT) != 0 || (kinds & TRUTH) != 0 && kinds != TRUTH) {
            return ColumnType.TEXT;
        }
        if (kinds == TRUTH) {
            return ColumnType.BOOL;
        }
        boolean both = (kinds & NEGATIVE) != 0 && (kinds & UNSIGNED) != 0;
        if (kinds == 0 || (kinds & ~numbers) != 0 || both) {
            return ColumnType.FLOAT64;
        }
        return (kinds & UNSIGNED) != 0 ? ColumnType.UINT64 : ColumnType.INT64;
    }

    /** Return whether a column of a type can hold a value of a kind. */
    static boolean holds(ColumnType type, int kind) {
        return switch (type) {
            case TEXT -> true;
            case BOOL -> kind == TRUTH;
            case INT64 -> (kind & INTEGER) != 0;
            case UINT64 -> (kind & (INTEGER | UNSIGNED)) != 0 && (kind & NEGATIVE) == 0;
            default -> (kind & (TEXT | TRUTH)) == 0;
        };
    }

    /** Read digits with an optional sign that are known to fit into 64 bits, the sign included or not. */
    static long integer(byte[] b, int from, int to) {
        boolean negative = b[from] == '-';
        long value = 0;
        for (int i = negative || b[from] == '+' ? from + 1 : from; i < to; i++) {
            value = 10 * value + (b[i] - '0');
        }
        return negative ? -value : value;
    }

    /**
     * Read a real number.
     *
     * @return NaN for what {@link #isNotNumber} is true of, and for what is no number at all
     */
    static double real(byte[] b, int from, int to) {
        double value = Decimals.parse(b, from, to);
        if (!Double.isNaN(value) || from == to) {
            return value;
        }
        boolean infinite = (b[to - 1] | 0x20) == 'f' || (b[to - 1] | 0x20) == 'y';
        if (!infinite || kind(b, from, to) != REAL) {
            return Double.NaN;
        }
        return b[from] == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    /** Return whether a field says that there is no number: it is empty or NaN. */
    static boolean isNotNumber(byte[] b, int from, int to) {
        return from == to || (b[to - 1] | 0x20) == 'n' && kind(b, from, to) == REAL;
    }
}
