package hep.aurum.source.text;

import hep.aurum.base.Check;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.io.schubfach.DoubleToDecimal;

/**
 * Put text and numbers together as bytes, for every text format.
 *
 * <p>A double gets the fewest digits that read back as the same bits, spelt as {@link Double#toString} of JDK 19 and later
 * does (Giulietti's Schubfach): {@code 0.1}, {@code -0.0}, {@code 1.0E-5}. The characters are the same on every JDK;
 * those of {@code Double.toString} are not, for JDK 17 has {@code 1.9999999999999998E23} for {@code 2.0E23}.
 *
 * <pre>{@code
 * NumberText text = new NumberText();
 * text.append("P ").append(3).append(' ').append(0.1);
 * out.write(text.bytes(), 0, text.length());
 * text.clear();
 * }</pre>
 */
public final class NumberText {

    private static final int LONGEST_DOUBLE = 32;
    private static final int LONGEST_LONG = 20;

    private byte[] bytes = new byte[1 << 10];
    private int length;

    /** Create an empty text. */
    public NumberText() {}

    /** Append the shortest text that reads back as the same bits; {@code NaN} and {@code Infinity} as Java writes them. */
    public NumberText append(double value) {
        reserve(LONGEST_DOUBLE);
        length = DoubleToDecimal.writeDouble(value, bytes, length);
        return this;
    }

    /**
     * Append a number that must be finite.
     *
     * @param name what the number is, for the message
     * @throws IllegalArgumentException if it is NaN or infinite
     */
    public NumberText append(String name, double value) {
        return append(Check.finite(name, value));
    }

    /** Return the text of one number alone. */
    public static String of(double value) {
        return DoubleToDecimal.toString(value);
    }

    /** Append an integer. */
    public NumberText append(long value) {
        if (value == Long.MIN_VALUE) {
            return append(Long.toString(value));
        }
        reserve(LONGEST_LONG);
        long rest = Math.abs(value);
        if (value < 0) {
            bytes[length++] = '-';
        }
        int first = length;
        do {
            bytes[length++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        for (int i = first, j = length - 1; i < j; i++, j--) {
            byte swapped = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = swapped;
        }
        return this;
    }

    /** Append one ASCII character. */
    public NumberText append(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** Append text as UTF-8. */
    public NumberText append(String text) {
        return append(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Append bytes as they are. */
    public NumberText append(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, more)));
        }
    }

    /** Return the array whose first {@link #length()} bytes are the text; it changes with the next call. */
    @SuppressWarnings("EI_EXPOSE_REP")
    public byte[] bytes() {
        return bytes;
    }

    /** Return the number of bytes. */
    public int length() {
        return length;
    }

    /** Empty the text. */
    public void clear() {
        length = 0;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
