package hep.aurum.source.table;

import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnBuffer;
import hep.aurum.event.table.ColumnType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Turn the bytes of a block into the values of a column. */
final class BlockDecoder {

    /** Say that a block is not what its column and rows ask for. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        Malformed(String what) {
            super(what);
        }
    }

    private BlockDecoder() {}

    /**
     * Decode a block.
     *
     * @param block its bytes, little-endian, from position 0 to the limit
     */
    static void decode(ByteBuffer block, int rows, ColumnBuffer to) throws Malformed {
        Column column = to.column();
        long count = (long) rows * column.width();
        if (column.layout() == Column.Layout.LIST) {
            requirePositions(block, rows);
            int[] offsets = to.offsets(rows);
            positions(block, rows, offsets);
            count = offsets[rows];
            requireItems(offsets, rows, column.width());
        }
        long bytes = count * FileLayout.bytes(column.type());
        boolean text = column.type() == ColumnType.TEXT;
        if (text ? bytes + 4 > block.remaining() : bytes != block.remaining()) {
            throw new Malformed("has " + block.remaining() + " bytes for " + count + " values");
        }
        if (text) {
            texts(block, (int) count, to.texts((int) count));
        } else if (column.type().isReal()) {
            reals(block, column.type(), (int) count, to.reals((int) count));
        } else {
            integers(block, column.type(), (int) count, to.integers((int) count));
        }
    }

    private static void requireItems(int[] offsets, int rows, int width) throws Malformed {
        for (int r = 0; width > 1 && r <= rows; r++) {
            if (offsets[r] % width != 0) {
                throw new Malformed("has a list that is not of whole items");
            }
        }
    }

    private static void requirePositions(ByteBuffer block, int count) throws Malformed {
        if (block.remaining() < 4 * (count + 1L)) {
            throw new Malformed("ends within its positions");
        }
    }

    /** Read positions that begin at 0 and never decrease. */
    private static void positions(ByteBuffer block, int count, int[] to) throws Malformed {
        requirePositions(block, count);
        block.slice().order(block.order()).asIntBuffer().get(to, 0, count + 1);
        block.position(block.position() + 4 * (count + 1));
        int before = 0;
        for (int i = 0; i <= count; i++) {
            if (to[i] < before || i == 0 && to[0] != 0) {
                throw new Malformed("has positions that decrease");
            }
            before = to[i];
        }
    }

    private static void reals(ByteBuffer block, ColumnType type, int count, double[] to) {
        if (type == ColumnType.FLOAT64) {
            block.slice().order(block.order()).asDoubleBuffer().get(to, 0, count);
            return;
        }
        int at = block.position();
        for (int i = 0; i < count; i++) {
            to[i] = block.getFloat(at + 4 * i);
        }
    }

    private static void integers(ByteBuffer block, ColumnType type, int count, long[] to) throws Malformed {
        int at = block.position();
        switch (type) {
            case INT64, UINT64 ->
                block.slice().order(block.order()).asLongBuffer().get(to, 0, count);
            case INT32 -> {
                for (int i = 0; i < count; i++) {
                    to[i] = block.getInt(at + 4 * i);
                }
            }
            case UINT32 -> {
                for (int i = 0; i < count; i++) {
                    to[i] = block.getInt(at + 4 * i) & 0xffffffffL;
                }
            }
            case INT16 -> {
                for (int i = 0; i < count; i++) {
                    to[i] = block.getShort(at + 2 * i);
                }
            }
            case UINT16 -> {
                for (int i = 0; i < count; i++) {
                    to[i] = block.getShort(at + 2 * i) & 0xffff;
                }
            }
            case INT8 -> {
                for (int i = 0; i < count; i++) {
                    to[i] = block.get(at + i);
                }
            }
            default -> bytes(block, type == ColumnType.BOOL ? 1 : 255, count, to);
        }
    }

    private static void bytes(ByteBuffer block, int greatest, int count, long[] to) throws Malformed {
        int at = block.position();
        for (int i = 0; i < count; i++) {
            to[i] = block.get(at + i) & 0xff;
            if (to[i] > greatest) {
                throw new Malformed("has the truth value " + to[i]);
            }
        }
    }

    private static void texts(ByteBuffer block, int count, String[] to) throws Malformed {
        int[] ends = new int[count + 1];
        positions(block, count, ends);
        if (ends[count] != block.remaining()) {
            throw new Malformed("has " + block.remaining() + " bytes of text, expected " + ends[count]);
        }
        int base = block.arrayOffset() + block.position();
        for (int i = 0; i < count; i++) {
            to[i] = new String(block.array(), base + ends[i], ends[i + 1] - ends[i], StandardCharsets.UTF_8);
        }
    }
}
