package hep.aurum.source.npy;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.NotSupported;
import hep.aurum.event.table.Column;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the header of an array says.
 *
 * @param origin file, and array in it, for messages
 * @param fields the fields of a record; one without a name for an array of plain values
 * @param itemBytes bytes of a row
 * @param columnsFirst whether the values of a row are apart, each following the same value of the row before
 * @param offset where the values begin
 */
record NpyArray(String origin, List<Field> fields, int itemBytes, long rows, boolean columnsFirst, long offset) {

    private static final int LONGEST_HEADER = 1 << 20;
    private static final long LARGEST_ROW = 1 << 26;
    private static final int LARGEST_WIDTH = 1 << 20;
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /**
     * A field of a record.
     *
     * @param fixed whether a row has dimensions, were it of one value
     * @param offset where its values begin in the record
     */
    record Field(String name, NpyType type, int width, boolean fixed, int offset) {

        /** Return whether these are bytes between fields. */
        boolean isPadding() {
            return type.kind() == 'V';
        }

        Column column(String columnName) {
            return fixed
                    ? Column.fixed(columnName, type.columnType(), width)
                    : Column.scalar(columnName, type.columnType());
        }
    }

    NpyArray {
        fields = List.copyOf(fields);
    }

    static boolean begins(byte[] head) {
        boolean same = head.length >= MAGIC.length;
        for (int i = 0; same && i < MAGIC.length; i++) {
            same = head[i] == MAGIC[i];
        }
        return same;
    }

    /** Return how many bytes the values have. */
    long bytes() {
        return rows * itemBytes;
    }

    static NpyArray read(InputStream in, String origin) throws IOException {
        byte[] start = in.readNBytes(8);
        if (start.length < 8 || !begins(start)) {
            throw bad(origin, "does not begin like an array of NumPy");
        }
        int version = start[6];
        if (version < 1 || version > 3) {
            throw bad(origin, "has version " + version + " of the format, expected 1 to 3");
        }
        int lengthBytes = version == 1 ? 2 : 4;
        byte[] number = in.readNBytes(lengthBytes);
        ByteBuffer buffer =
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).put(number);
        int length = buffer.getInt(0);
        if (number.length < lengthBytes || length <= 0 || length > LONGEST_HEADER) {
            throw bad(origin, "has a header of an impossible length");
        }
        byte[] header = in.readNBytes(length);
        if (header.length < length) {
            throw bad(origin, "ends within its header");
        }
        Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        try {
            return of(PythonLiteral.parse(new String(header, charset)), origin, 8L + lengthBytes + length);
        } catch (PythonLiteral.Malformed e) {
            throw bad(origin, "has a header that " + e.getMessage());
        }
    }

    private static NpyArray of(Object literal, String origin, long offset) {
        if (!(literal instanceof Map<?, ?> map)
                || !(map.get("fortran_order") instanceof Boolean columnsFirst)
                || !(map.get("shape") instanceof List<?> shape)
                || map.size() != 3) {
            throw bad(origin, "has a header that is not a dictionary of descr, fortran_order and shape");
        }
        long[] sizes = sizes(shape, origin);
        if (sizes.length == 0) {
            throw unsupported(origin, "is a single value and no array", "save it with shape (1,)");
        }
        long width = product(sizes, 1, origin);
        List<Field> fields = fields(map.get("descr"), (int) width, sizes.length > 1, origin);
        Field last = fields.get(fields.size() - 1);
        long item = last.offset + (long) last.type.bytes() * last.width;
        if (item > LARGEST_ROW) {
            throw unsupported(origin, "has rows of " + item + " bytes, expected at most " + LARGEST_ROW, "reshape it");
        }
        if (sizes[0] > Long.MAX_VALUE / Math.max(1, item)) {
            throw bad(origin, "has an impossible shape");
        }
        boolean byColumns = columnsFirst && width > 1;
        if (byColumns && sizes.length > 2) {
            throw unsupported(
                    origin, "has columns first and more than two dimensions", "save numpy.ascontiguousarray(array)");
        }
        return new NpyArray(origin, fields, (int) item, sizes[0], byColumns, offset);
    }

    private static long[] sizes(List<?> shape, String origin) {
        long[] sizes = new long[shape.size()];
        for (int i = 0; i < sizes.length; i++) {
            if (!(shape.get(i) instanceof Long size)) {
                throw bad(origin, "has the shape " + shape);
            }
            sizes[i] = size;
        }
        return sizes;
    }

    private static long product(long[] sizes, int from, String origin) {
        long product = 1;
        for (int i = from; i < sizes.length; i++) {
            if (sizes[i] < 1 || product * sizes[i] > LARGEST_WIDTH || sizes[i] > LARGEST_WIDTH) {
                throw unsupported(
                        origin, "has rows of none or more than " + LARGEST_WIDTH + " values", "reshape the array");
            }
            product *= sizes[i];
        }
        return product;
    }

    private static List<Field> fields(@Nullable Object type, int width, boolean fixed, String origin) {
        if (type instanceof String name) {
            return List.of(new Field("", type(name, origin), width, fixed, 0));
        }
        if (!(type instanceof List<?> records) || records.isEmpty()) {
            throw bad(origin, "has a header without a type");
        }
        if (fixed) {
            throw unsupported(origin, "has records in more than one dimension", "save array.ravel()");
        }
        List<Field> fields = new ArrayList<>();
        long offset = 0;
        for (Object entry : records) {
            Field field = field(entry, (int) offset, origin);
            offset += (long) field.type.bytes() * field.width;
            if (offset > LARGEST_ROW) {
                throw unsupported(origin, "has records of more than " + LARGEST_ROW + " bytes", "split the record");
            }
            fields.add(field);
        }
        return fields;
    }

    private static Field field(Object entry, int offset, String origin) {
        if (!(entry instanceof List<?> parts) || parts.size() < 2 || parts.size() > 3) {
            throw bad(origin, "has a malformed type of records");
        }
        // A field with a title is the tuple of both.
        Object name = parts.get(0) instanceof List<?> titled && titled.size() == 2 ? titled.get(1) : parts.get(0);
        if (!(name instanceof String known) || !(parts.get(1) instanceof String typeName)) {
            throw unsupported(origin, "has records within records", "flatten the type");
        }
        // Bytes between fields are a void without a name.
        if (known.isEmpty() && typeName.matches("\\|V[0-9]{1,7}")) {
            return new Field(
                    "",
                    new NpyType('V', Integer.parseInt(typeName.substring(2)), ByteOrder.LITTLE_ENDIAN),
                    1,
                    false,
                    offset);
        }
        boolean fixed = parts.size() == 3;
        long width = 1;
        if (fixed) {
            Object shape = parts.get(2);
            width = product(sizes(shape instanceof List<?> list ? list : List.of(shape), origin), 0, origin);
        }
        return new Field(known, type(typeName, origin), (int) width, fixed, offset);
    }

    private static NpyType type(String name, String origin) {
        if (name.contains("O")) {
            throw unsupported(
                    origin,
                    "holds Python objects, which only running a pickle would read",
                    "save numbers, for example array.astype(float)");
        }
        return NpyType.of(name)
                .orElseThrow(() -> unsupported(
                        origin,
                        "holds values of type " + (name.length() > 60 ? name.substring(0, 60) + "..." : name),
                        "convert it, for example by array.astype('<f8')"));
    }

    static BadInput bad(String origin, String what) {
        return new BadInput(origin + " " + what, "", "write it again with numpy.save");
    }

    static Failure bytesDiffer(NpyArray array, long held) {
        return bad(
                array.origin,
                "holds " + held + " bytes of values, but its header says " + array.bytes() + ", " + array.rows
                        + " rows of " + array.itemBytes);
    }

    private static NotSupported unsupported(String origin, String what, String fix) {
        return new NotSupported(origin + " " + what, "", fix);
    }
}
