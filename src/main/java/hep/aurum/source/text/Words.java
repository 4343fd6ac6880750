package hep.aurum.source.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Look at eight bytes at a time (Lamport 1975, doi:10.1145/360933.360994).
 *
 * <p>Subtracting a constant from every byte of a word at once sets the top bit of those that are smaller. A byte that
 * borrows from the one above it can set a top bit too many there, so the lowest is the one that counts; it is the first in
 * memory, for words are read with the first byte lowest.
 */
final class Words {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = ONES << 7;
    private static final long NEWLINES = ONES * '\n';
    private static final long PRINTABLE = ONES * (' ' + 1);
    private static final long ZEROS = ONES * '0';
    private static final long HIGH_HALVES = 0xf0f0f0f0f0f0f0f0L;
    private static final long SIXES = ONES * 6;

    private Words() {}

    /** Return the position of the first line end in {@code [from, to)}, {@code to} if there is none. */
    static int newline(byte[] bytes, int from, int to) {
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long word = word(bytes, i) ^ NEWLINES;
            long zeros = (word - ONES) & ~word & TOPS;
            if (zeros != 0) {
                return i + (Long.numberOfTrailingZeros(zeros) >> 3);
            }
        }
        while (i < to && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    /** Return the position of the first blank in {@code [from, to)}, {@code to} if there is none. */
    static int blank(byte[] bytes, int from, int to) {
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long word = word(bytes, i);
            long low = (word - PRINTABLE) & ~word & TOPS;
            if (low != 0) {
                i += Long.numberOfTrailingZeros(low) >> 3;
                break;
            }
        }
        while (i < to && !isBlank(bytes[i])) {
            i++;
        }
        return i;
    }

    /** Return whether a byte separates fields. */
    static boolean isBlank(byte b) {
        return b <= ' ' && (b == ' ' || b == '\t' || b == '\r' || b == '\f' || b == 0x0b);
    }

    /** Return eight bytes, the first of them lowest. */
    static long word(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** Return whether all bytes of a word are decimal digits: 3 in the upper half, also after adding 6. */
    static boolean isDigits(long word) {
        return (word & HIGH_HALVES) == ZEROS && (word + SIXES & HIGH_HALVES) == ZEROS;
    }

    /** Return the number that eight digits spell: neighbours join to pairs, pairs to fours, fours to eight. */
    static int number(long word) {
        long digits = word - ZEROS;
        long pairs = digits * 10 + (digits >>> 8) & 0x00ff00ff00ff00ffL;
        long fours = pairs * 100 + (pairs >>> 16) & 0x0000ffff0000ffffL;
        return (int) (fours * 10_000 + (fours >>> 32));
    }
}
