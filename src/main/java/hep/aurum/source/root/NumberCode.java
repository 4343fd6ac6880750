package hep.aurum.source.root;

import hep.aurum.event.table.ColumnType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Turn numbers as they are written, the highest byte first, into those of columns, many at once.
 *
 * @param kind plain kind; for packed numbers what they become
 * @param packing how they are packed, null if they are not
 * @param word name of the type in C++
 */
record NumberCode(NumberKind kind, @Nullable Packing packing, String word) {

    private static final VarHandle SHORTS = handle(short[].class);
    private static final VarHandle INTS = handle(int[].class);
    private static final VarHandle LONGS = handle(long[].class);
    private static final VarHandle FLOATS = handle(float[].class);
    private static final VarHandle DOUBLES = handle(double[].class);

    private static VarHandle handle(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.BIG_ENDIAN);
    }

    static NumberCode of(NumberKind kind) {
        return new NumberCode(kind, null, kind.word());
    }

    /** Return the code of a Float16_t, which becomes a float. */
    static NumberCode float16(String title) {
        return new NumberCode(NumberKind.FLOAT32, Packing.of(title, true), "Float16_t");
    }

    /** Return the code of a Double32_t, which becomes a double. */
    static NumberCode double32(String title) {
        Packing packing = Packing.of(title, false);
        return new NumberCode(NumberKind.FLOAT64, packing, "Double32_t");
    }

    private boolean isFloat() {
        return kind == NumberKind.FLOAT32 || word.equals("Double32_t");
    }

    ColumnType type() {
        return kind.type();
    }

    /** Return the bytes that a number takes. */
    int size() {
        if (packing != null) {
            return packing.size();
        }
        return isFloat() ? Float.BYTES : kind.size();
    }

    static int int32(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at);
    }

    /** Append numbers that stand one after the other; the bytes must be there. */
    void decode(byte[] bytes, int at, int count, Values values) {
        int first = values.size();
        if (kind.isReal()) {
            reals(bytes, at, count, values.appendDoubles(count), first);
        } else {
            integers(bytes, at, count, values.appendLongs(count), first);
        }
    }

    private void reals(byte[] bytes, int at, int count, double[] to, int first) {
        if (packing != null) {
            int size = packing.size();
            for (int i = 0; i < count; i++) {
                double value = packing.value(bytes, at + i * size);
                to[first + i] = kind == NumberKind.FLOAT32 ? (float) value : value;
            }
        } else if (isFloat()) {
            for (int i = 0; i < count; i++) {
                to[first + i] = (float) FLOATS.get(bytes, at + (i << 2));
            }
        } else {
            for (int i = 0; i < count; i++) {
                to[first + i] = (double) DOUBLES.get(bytes, at + (i << 3));
            }
        }
    }

    private void integers(byte[] bytes, int at, int count, long[] to, int first) {
        switch (kind.size()) {
            case 1 -> integers8(bytes, at, count, to, first);
            case 2 -> integers16(bytes, at, count, to, first);
            case 4 -> integers32(bytes, at, count, to, first);
            default -> {
                for (int i = 0; i < count; i++) {
                    to[first + i] = (long) LONGS.get(bytes, at + (i << 3));
                }
            }
        }
    }

    private void integers8(byte[] bytes, int at, int count, long[] to, int first) {
        if (kind == NumberKind.BOOL) {
            for (int i = 0; i < count; i++) {
                to[first + i] = bytes[at + i] == 0 ? 0 : 1;
            }
        } else {
            long mask = kind == NumberKind.UINT8 ? 0xff : -1;
            for (int i = 0; i < count; i++) {
                to[first + i] = bytes[at + i] & mask;
            }
        }
    }

    private void integers16(byte[] bytes, int at, int count, long[] to, int first) {
        long mask = kind == NumberKind.UINT16 ? 0xffff : -1;
        for (int i = 0; i < count; i++) {
            to[first + i] = (short) SHORTS.get(bytes, at + (i << 1)) & mask;
        }
    }

    private void integers32(byte[] bytes, int at, int count, long[] to, int first) {
        long mask = kind == NumberKind.UINT32 ? 0xffffffffL : -1;
        for (int i = 0; i < count; i++) {
            to[first + i] = (int) INTS.get(bytes, at + (i << 2)) & mask;
        }
    }
}
