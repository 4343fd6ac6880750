package hep.aurum.source.npy;

import hep.aurum.event.table.ColumnType;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type of NumPy.
 *
 * @param kind {@code f}, {@code i}, {@code u}, {@code b}, {@code S} or {@code U}
 * @param bytes of a value
 */
record NpyType(char kind, int bytes, ByteOrder order) {

    private static final int LONGEST_TEXT = 1 << 20;
    private static final Pattern NUMBER = Pattern.compile("([<>|=]?)(f[248]|[iu][1248]|b1|\\?)");
    private static final Pattern TEXT = Pattern.compile("([<>|=]?)([SUa])([0-9]{1,7})");

    /** Read what NumPy calls {@code dtype.str}; empty for a type that is not read. */
    static Optional<NpyType> of(String text) {
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            String code = number.group(2);
            return code.equals("?")
                    ? Optional.of(new NpyType('b', 1, ByteOrder.LITTLE_ENDIAN))
                    : Optional.of(new NpyType(code.charAt(0), code.charAt(1) - '0', order(number.group(1))));
        }
        Matcher fixed = TEXT.matcher(text);
        if (!fixed.matches()) {
            return Optional.empty();
        }
        char kind = fixed.group(2).equals("U") ? 'U' : 'S';
        int bytes = Integer.parseInt(fixed.group(3)) * (kind == 'U' ? 4 : 1);
        return bytes > LONGEST_TEXT ? Optional.empty() : Optional.of(new NpyType(kind, bytes, order(fixed.group(1))));
    }

    private static ByteOrder order(String mark) {
        return mark.equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    ColumnType columnType() {
        return switch (kind) {
            case 'f' -> bytes == 8 ? ColumnType.FLOAT64 : ColumnType.FLOAT32;
            case 'b' -> ColumnType.BOOL;
            case 'i' ->
                switch (bytes) {
                    case 1 -> ColumnType.INT8;
                    case 2 -> ColumnType.INT16;
                    case 4 -> ColumnType.INT32;
                    default -> ColumnType.INT64;
                };
            case 'u' ->
                switch (bytes) {
                    case 1 -> ColumnType.UINT8;
                    case 2 -> ColumnType.UINT16;
                    case 4 -> ColumnType.UINT32;
                    default -> ColumnType.UINT64;
                };
            default -> ColumnType.TEXT;
        };
    }

    /** Return the little-endian type of NumPy for the values of a column, as its name; not for texts. */
    static String nameOf(ColumnType type) {
        return switch (type) {
            case BOOL -> "|b1";
            case INT8 -> "|i1";
            case UINT8 -> "|u1";
            case INT16 -> "<i2";
            case UINT16 -> "<u2";
            case INT32 -> "<i4";
            case UINT32 -> "<u4";
            case INT64 -> "<i8";
            case UINT64 -> "<u8";
            case FLOAT32 -> "<f4";
            case FLOAT64 -> "<f8";
            case TEXT -> throw new IllegalArgumentException("the length of a text is not known");
        };
    }
}
