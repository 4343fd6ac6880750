package hep.aurum.source.npy;

import hep.aurum.base.NotSupported;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.TableHeader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Write the headers and values of arrays. */
final class NpyEncoder {

    private static final int ALIGNMENT = 64;

    private NpyEncoder() {}

    /** Refuse what arrays cannot hold. */
    static void require(Path file, TableHeader header) {
        for (Column column : header.columns()) {
            if (column.layout() == Column.Layout.LIST) {
                throw new NotSupported(
                        "cannot write " + file + ": arrays have no lists of varying length, which column "
                                + column.name() + " holds",
                        "",
                        "write an .aurum or .parquet file, or leave the column out");
            }
        }
        List<String> names = header.columnNames();
        if (names.isEmpty() || names.contains("") || new HashSet<>(names).size() != names.size()) {
            throw new NotSupported(
                    "cannot write " + file + ": NumPy needs columns whose names are not empty and differ",
                    "",
                    "rename the columns");
        }
    }

    static List<String> losses(TableHeader header) {
        List<String> losses = new ArrayList<>();
        if (header.columns().stream()
                .anyMatch(c -> !c.unit().isEmpty() || !c.description().isEmpty())) {
            losses.add("NumPy does not hold the units and descriptions of the columns");
        }
        if (!header.attributes().isEmpty()) {
            losses.add("NumPy does not hold the attributes of the table");
        }
        return losses;
    }

    /**
     * Return the header of an array in rows, in version 3 of the format where a name needs it.
     *
     * @param type what NumPy calls the type, as Python
     * @param shape as Python
     * @param room least length of the whole header, for one that is written again with more rows
     */
    static byte[] header(String type, String shape, int room) {
        String text = "{'descr': " + type + ", 'fortran_order': False, 'shape': " + shape + ", }";
        boolean ascii = text.chars().allMatch(c -> c < 128);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean small = ascii && bytes.length < 60_000;
        int preamble = small ? 10 : 12;
        int whole = Math.max(room, (preamble + bytes.length + ALIGNMENT) / ALIGNMENT * ALIGNMENT);
        ByteBuffer header = ByteBuffer.allocate(whole).order(ByteOrder.LITTLE_ENDIAN);
        header.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) (small ? 1 : ascii ? 2 : 3), 0});
        if (small) {
            header.putShort((short) (whole - preamble));
        } else {
            header.putInt(whole - preamble);
        }
        header.put(bytes);
        while (header.remaining() > 1) {
            header.put((byte) ' ');
        }
        return header.put((byte) '\n').array();
    }

    /** Append a value that is no text; the buffer is little-endian and has room. */
    static void put(ByteBuffer to, ColumnData data, int i) {
        switch (data.column().type()) {
            case BOOL -> to.put((byte) (data.integer(i) == 0 ? 0 : 1));
            case INT8, UINT8 -> to.put((byte) data.integer(i));
            case INT16, UINT16 -> to.putShort((short) data.integer(i));
            case INT32, UINT32 -> to.putInt((int) data.integer(i));
            case INT64, UINT64 -> to.putLong(data.integer(i));
            case FLOAT32 -> to.putFloat((float) data.real(i));
            case FLOAT64 -> to.putDouble(data.real(i));
            case TEXT -> throw new IllegalArgumentException("a text has no fixed length");
        }
    }
}
