package hep.aurum.source.text;

import java.nio.charset.StandardCharsets;

/** Walk over the fields of a line that are separated by blanks or tabs, and turn them into numbers. */
public final class Fields {

    /** Returned by {@link #asInt()} for a field that is not an integer of 32 bits. */
    public static final int NOT_AN_INT = Integer.MIN_VALUE;

    private static final int CLIP = 40;

    private byte[] bytes = new byte[0];
    private int limit;
    private int from;
    private int to;

    /** Create a walker over nothing. */
    public Fields() {}

    /** Start over with the bytes {@code [start, end)}. */
    public void reset(byte[] line, int start, int end) {
        bytes = line;
        limit = end;
        from = start;
        to = start;
    }

    /** Move to the next field; return false if there is none. */
    public boolean next() {
        int i = to;
        while (i < limit && Words.isBlank(bytes[i])) {
            i++;
        }
        from = i;
        to = Words.blank(bytes, i, limit);
        return to > from;
    }

    /** Return how many fields are left behind this one, which stays the current one. */
    public int remaining() {
        int currentFrom = from;
        int currentTo = to;
        int count = 0;
        while (next()) {
            count++;
        }
        from = currentFrom;
        to = currentTo;
        return count;
    }

    /** Return the field as a finite number; NaN for anything else (see {@link Decimals#parse}). */
    public double asDouble() {
        return Decimals.parse(bytes, from, to);
    }

    /** Return the field as an integer, {@link #NOT_AN_INT} for anything else. */
    public int asInt() {
        int i = from;
        boolean negative = i < to && bytes[i] == '-';
        if (i < to && (negative || bytes[i] == '+')) {
            i++;
        }
        if (i == to || to - i > 10) {
            return NOT_AN_INT;
        }
        long value = 0;
        for (; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return NOT_AN_INT;
            }
            value = value * 10 + digit;
        }
        return value > Integer.MAX_VALUE ? NOT_AN_INT : (int) (negative ? -value : value);
    }

    /** Return the field as text, clipped for messages. */
    public String text() {
        String text = new String(bytes, from, Math.min(to - from, CLIP), StandardCharsets.UTF_8);
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /** Return the first byte of the field, 0 if it is empty. */
    public byte first() {
        return to > from ? bytes[from] : 0;
    }
}
