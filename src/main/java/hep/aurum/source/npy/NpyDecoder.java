package hep.aurum.source.npy;

import hep.aurum.event.table.ColumnBuffer;
import hep.aurum.event.table.ColumnType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Turn the bytes of rows into the values of a column. */
final class NpyDecoder {

    private static final double[] NO_REALS = {};
    private static final long[] NO_INTEGERS = {};
    private static final String[] NO_TEXTS = {};

    private NpyDecoder() {}

    /** Make room for so many values. */
    static void resize(ColumnBuffer buffer, int count) {
        ColumnType type = buffer.column().type();
        if (type.isReal()) {
            buffer.reals(count);
        } else if (type.isInteger()) {
            buffer.integers(count);
        } else {
            buffer.texts(count);
        }
    }

    /**
     * Decode values.
     *
     * @param bytes rows, from position 0
     * @param from byte of the first value in its row
     * @param step bytes from one row to the next
     * @param count values of a row that follow each other
     * @param to has room for {@code rows * column.width()} values
     * @param first the place among the values of a row
     * @throws IOException if a text is none
     */
    static void decode(
            ByteBuffer bytes, NpyType type, int from, int step, int count, int rows, ColumnBuffer to, int first)
            throws IOException {
        bytes.order(type.order());
        int size = type.bytes();
        int width = to.column().width();
        double[] reals = type.columnType().isReal() ? to.reals(to.size()) : NO_REALS;
        long[] integers = type.columnType().isInteger() ? to.integers(to.size()) : NO_INTEGERS;
        String[] texts = type.columnType() == ColumnType.TEXT ? to.texts(to.size()) : NO_TEXTS;
        for (int row = 0; row < rows; row++) {
            int at = row * step + from;
            int position = row * width + first;
            for (int i = 0; i < count; i++) {
                if (type.kind() == 'f') {
                    reals[position + i] = real(bytes, at + i * size, size);
                } else if (type.kind() == 'S' || type.kind() == 'U') {
                    texts[position + i] = text(bytes, at + i * size, type);
                } else {
                    integers[position + i] = integer(bytes, at + i * size, type);
                }
            }
        }
    }

    private static double real(ByteBuffer bytes, int at, int size) {
        return switch (size) {
            case 8 -> bytes.getDouble(at);
            case 4 -> bytes.getFloat(at);
            default -> half(bytes.getShort(at));
        };
    }

    /** Return the value of a number of half precision (IEEE 754 binary16). */
    static double half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        double magnitude = switch (exponent) {
            case 0 -> fraction * 0x1p-24;
            case 31 -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            default -> Math.scalb(1 + fraction * 0x1p-10, exponent - 15);
        };
        return bits < 0 ? -magnitude : magnitude;
    }

    private static long integer(ByteBuffer bytes, int at, NpyType type) {
        boolean signed = type.kind() == 'i';
        return switch (type.bytes()) {
            case 8 -> bytes.getLong(at);
            case 4 -> signed ? bytes.getInt(at) : bytes.getInt(at) & 0xffffffffL;
            case 2 -> signed ? bytes.getShort(at) : bytes.getShort(at) & 0xffff;
            default -> signed ? bytes.get(at) : type.kind() == 'u' ? bytes.get(at) & 0xff : bytes.get(at) == 0 ? 0 : 1;
        };
    }

    /** Read a text without the zeros that fill it up. */
    private static String text(ByteBuffer bytes, int at, NpyType type) throws IOException {
        int length = type.bytes();
        if (type.kind() == 'S') {
            while (length > 0 && bytes.get(at + length - 1) == 0) {
                length--;
            }
            return new String(bytes.array(), at, length, StandardCharsets.UTF_8);
        }
        while (length > 0 && bytes.getInt(at + length - 4) == 0) {
            length -= 4;
        }
        StringBuilder text = new StringBuilder(length / 4);
        for (int i = 0; i < length; i += 4) {
            int code = bytes.getInt(at + i);
            if (!Character.isValidCodePoint(code)) {
                throw new IOException(
                        "a text has the character " + Integer.toUnsignedString(code) + ", which Unicode lacks");
            }
            text.appendCodePoint(code);
        }
        return text.toString();
    }
}
