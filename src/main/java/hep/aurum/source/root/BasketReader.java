package hep.aurum.source.root;

import hep.aurum.base.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * Read baskets (TBasket): those with a record of their own, and the last ones of a tree that was saved before they were
 * full, which stand inside the record of the tree.
 *
 * <p>A basket has a key, extended by what it holds, then the entries, then, where entries differ in size, a table of
 * where each starts. All positions count from the start of the key.
 */
final class BasketReader {

    private static final int BIG = 1000;
    private static final int HIGHEST_PLAIN_FLAG = 80;

    private static final int OFFSET_MASK = 0x00ffffff;

    private BasketReader() {}

    /**
     * Hold what stands in front of the entries.
     *
     * @param objectLength bytes of entries and table, decompressed
     * @param keyLength bytes of the key
     * @param entries how many
     * @param last position behind the last entry
     * @param flag whether and how a table and entries follow, in an embedded basket
     */
    private record Head(int length, int objectLength, int keyLength, int entries, int last, int flag) {

        static Head read(RootCursor cursor) {
            int length = cursor.i32();
            int keyVersion = cursor.i16();
            int objectLength = cursor.i32();
            cursor.skip(4); // date
            int keyLength = cursor.i16();
            cursor.skip(2); // number of the basket, which may overflow
            boolean isBig = keyVersion > BIG;
            cursor.seek(isBig);
            cursor.seek(isBig);
            cursor.string();
            cursor.string();
            cursor.string();
            cursor.skip(2 + 4); // version, size of the buffer
            int room = cursor.i32();
            if (room < 0) {
                cursor.skip(1); // features
            }
            int entries = cursor.i32();
            int last = cursor.i32();
            Head head = new Head(length, objectLength, keyLength, entries, last, cursor.u8());
            if (keyLength < 0 || entries < 0 || last < keyLength && entries > 0 || objectLength < 0) {
                throw cursor.bad(
                        "a basket claims " + entries + " entries in " + last + " bytes behind a key of " + keyLength);
            }
            return head;
        }

        /** Return the bytes of the entries. */
        int border() {
            return Math.max(0, last - keyLength);
        }
    }

    /** Read a basket that has a record of its own. */
    static Basket read(RootBytes file, long offset, int length, String branch) {
        RootCursor record = file.read(offset, length, "a basket of \"" + branch + "\"");
        Head head = Head.read(record);
        record.skip(head.keyLength - record.position());
        byte[] content = RecordBlocks.decompressed(record.rest(), head.objectLength, record.where());
        int border = head.border();
        if (head.objectLength > content.length || border > head.objectLength) {
            throw record.bad("a basket of " + content.length + " bytes claims entries up to byte " + border);
        }
        int[] offsets = null;
        if (border < head.objectLength) {
            offsets = table(content, border, head, record);
        }
        return new Basket(content, 0, border, head.entries, offsets, record.where());
    }

    /** Read the table behind the entries: its length, then where each starts. */
    private static int @Nullable [] table(byte[] content, int border, Head head, RootCursor record) {
        int room = (head.objectLength - border) / 4 - 1;
        int count = room < 0 ? 0 : NumberCode.int32(content, border);
        if (count == 0 && head.entries <= 1) {
            return null;
        }
        if (count < head.entries || count > room) {
            throw record.bad("a basket of " + head.entries + " entries has a table of " + count);
        }
        int[] offsets = new int[head.entries + 1];
        for (int i = 0; i < head.entries; i++) {
            offsets[i] = NumberCode.int32(content, border + 4 + 4 * i) - head.keyLength;
        }
        offsets[head.entries] = border;
        return checked(offsets, 0, record);
    }

    private static int[] checked(int[] offsets, int start, RootCursor record) {
        for (int i = 0, previous = start; i < offsets.length; previous = offsets[i], i++) {
            if (offsets[i] < previous) {
                throw record.bad(
                        "entry " + i + " of a basket starts at byte " + offsets[i] + ", behind byte " + previous);
            }
        }
        return offsets;
    }

    /** Read a basket that stands inside the record of its tree. */
    static Basket embedded(RootCursor cursor) {
        Head head = Head.read(cursor);
        int flag = head.flag % HIGHEST_PLAIN_FLAG;
        int[] offsets = null;
        if (flag != 0 && flag % 10 != 2 && head.flag < HIGHEST_PLAIN_FLAG && head.entries > 0) {
            int count = cursor.i32();
            if (count < head.entries || count > cursor.remaining() / 4) {
                throw cursor.bad("a basket of " + head.entries + " entries has a table of " + count);
            }
            offsets = new int[head.entries + 1];
            boolean hasMarks = flag > 20 && flag < 40; // of early versions, in the highest byte
            for (int i = 0; i < count; i++) {
                int offset = cursor.i32();
                if (i < head.entries) {
                    offsets[i] = hasMarks ? offset & OFFSET_MASK : offset;
                }
            }
            offsets[head.entries] = head.last;
        }
        if (flag > 40) {
            cursor.skip(4 * Math.max(0, cursor.i32())); // displacements
        }
        if (flag != 1 && flag <= 10) {
            // Only a head: the entries were written elsewhere.
            return new Basket(new byte[0], 0, 0, 0, null, cursor.where());
        }
        byte[] content = cursor.take(head.last);
        int start = Math.min(head.keyLength, head.last);
        return new Basket(
                content,
                start,
                head.last,
                head.entries,
                offsets == null ? null : checked(offsets, start, cursor),
                cursor.where());
    }

    /** Describe a basket that is not where a branch says. */
    static BadInput missing(String file, String branch, long row) {
        return new BadInput(
                "cannot read branch \"" + branch + "\" of " + file + ": no basket holds row " + row,
                "row " + row,
                "the file was not closed by its writer, or is damaged; recover it with ROOT");
    }
}
