package hep.aurum.source.table;

import hep.aurum.base.NotSupported;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Gather the values of a column for a row group, as the bytes of its block. */
final class BlockEncoder {

    private static final int FIRST = 1 << 12;

    private final Column column;
    private ByteBuffer positions = buffer(FIRST);
    private ByteBuffer values = buffer(FIRST);
    private final ByteArrayOutputStream texts = new ByteArrayOutputStream();
    private int count;

    BlockEncoder(Column column) {
        this.column = column;
        clear();
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    void clear() {
        positions.clear();
        values.clear();
        texts.reset();
        count = 0;
        if (column.layout() == Column.Layout.LIST) {
            positions.putInt(0);
        }
        if (column.type() == ColumnType.TEXT) {
            values.putInt(0);
        }
    }

    /** Return how many bytes the block has. */
    int size() {
        return positions.position() + values.position() + texts.size();
    }

    void add(ColumnData data, int row) {
        int end = data.start(row + 1);
        for (int i = data.start(row); i < end; i++) {
            makeRoom();
            append(data, i);
            count++;
        }
        if (column.layout() == Column.Layout.LIST) {
            positions = room(positions, 4);
            positions.putInt(count);
        }
    }

    private void append(ColumnData data, int i) {
        switch (column.type()) {
            case BOOL -> values.put((byte) (data.integer(i) == 0 ? 0 : 1));
            case INT8, UINT8 -> values.put((byte) data.integer(i));
            case INT16, UINT16 -> values.putShort((short) data.integer(i));
            case INT32, UINT32 -> values.putInt((int) data.integer(i));
            case INT64, UINT64 -> values.putLong(data.integer(i));
            case FLOAT32 -> values.putFloat((float) data.real(i));
            case FLOAT64 -> values.putDouble(data.real(i));
            case TEXT -> {
                texts.writeBytes(data.text(i).getBytes(StandardCharsets.UTF_8));
                values.putInt(texts.size());
            }
        }
    }

    private void makeRoom() {
        values = room(values, Double.BYTES);
        if (values.position() + (long) texts.size() > FileLayout.LARGEST_BLOCK / 2) {
            throw new NotSupported(
                    "column " + column.name() + " has a row of more than " + FileLayout.LARGEST_BLOCK / 2 + " bytes",
                    "",
                    "split the row");
        }
    }

    private static ByteBuffer room(ByteBuffer buffer, int bytes) {
        if (buffer.remaining() >= bytes) {
            return buffer;
        }
        ByteBuffer larger = buffer(2 * buffer.capacity());
        return larger.put(buffer.flip());
    }

    /** Return the bytes of the block. */
    byte[] bytes() {
        byte[] bytes = Arrays.copyOf(positions.array(), size());
        System.arraycopy(values.array(), 0, bytes, positions.position(), values.position());
        byte[] text = texts.toByteArray();
        System.arraycopy(text, 0, bytes, positions.position() + values.position(), text.length);
        return bytes;
    }
}
