package hep.aurum.source.root;

import hep.aurum.event.table.Column;
import java.nio.charset.StandardCharsets;

/**
 * Read texts, one per entry or a list of them: {@code char[]}, TString, {@code std::string}, vectors of these.
 *
 * @param isWide whether the length is in four bytes; else in one, or in four behind a byte of 255
 */
record TextLayout(Column column, boolean isWide) implements BasketLayout {

    private static final int LONG = 255;
    /** Length and version of an object. */
    private static final int OBJECT = 6;

    private static final int BYTE_COUNT = 0x40000000;

    @Override
    public void read(Basket basket, int from, int to, Values values) {
        if (column.layout() == Column.Layout.LIST) {
            lists(basket, from, to, values);
            return;
        }
        int at = basket.hasOffsets() ? basket.offset(from) : place(basket, from);
        for (int entry = from; entry < to; entry++) {
            int end = basket.hasOffsets() ? basket.offset(entry + 1) : basket.end();
            if (basket.hasOffsets()) {
                at = basket.offset(entry);
                at += isObject(basket, at, end) ? OBJECT : 0;
            }
            // An entry without bytes is an empty text.
            at = at == end && basket.hasOffsets() ? empty(values, at) : text(basket, entry, at, end, values);
        }
    }

    private static int empty(Values values, int at) {
        values.append("");
        return at;
    }

    private int place(Basket basket, int entry) {
        int at = basket.start();
        for (int i = 0; i < entry; i++) {
            at = start(basket, i, at, basket.end()) + length(basket, i, at, basket.end());
        }
        return at;
    }

    private void lists(Basket basket, int from, int to, Values values) {
        BasketLayout.needOffsets(basket, column);
        values.reserveRows(to - from);
        for (int entry = from; entry < to; entry++) {
            int at = basket.offset(entry);
            int end = basket.offset(entry + 1);
            if (end > at) {
                if (end - at < ListLayout.VECTOR) {
                    throw BasketLayout.bad(basket, column, entry, "a vector of texts ends too early");
                }
                int count = NumberCode.int32(basket.bytes(), at + OBJECT);
                at += ListLayout.VECTOR;
                // Each text takes at least the byte of its length, so that a count cannot run away.
                for (int i = 0; i < count; i++) {
                    at = text(basket, entry, at, end, values);
                }
            }
            if (at != end) {
                throw BasketLayout.bad(basket, column, entry, (end - at) + " bytes are left behind a vector of texts");
            }
            values.endRow(values.size());
        }
    }

    private static boolean isObject(Basket basket, int at, int end) {
        return end - at > OBJECT && NumberCode.int32(basket.bytes(), at) == (BYTE_COUNT | end - at - Integer.BYTES);
    }

    private int text(Basket basket, int entry, int at, int end, Values values) {
        int start = start(basket, entry, at, end);
        int length = length(basket, entry, at, end);
        values.append(new String(basket.bytes(), start, length, StandardCharsets.UTF_8));
        return start + length;
    }

    /** Return where the letters start. */
    private int start(Basket basket, int entry, int at, int end) {
        int size = isWide ? Integer.BYTES : 1;
        if (!isWide && at < end && (basket.bytes()[at] & 0xff) == LONG) {
            size += Integer.BYTES;
        }
        if (at + size > end) {
            throw BasketLayout.bad(basket, column, entry, "a text ends before its length");
        }
        return at + size;
    }

    /** Return the bytes of the letters. */
    private int length(Basket basket, int entry, int at, int end) {
        int start = start(basket, entry, at, end);
        int length = start == at + 1 ? basket.bytes()[at] & 0xff : NumberCode.int32(basket.bytes(), start - 4);
        if (length < 0 || length > end - start) {
            throw BasketLayout.bad(basket, column, entry, "a text of " + length + " bytes does not fit");
        }
        return length;
    }
}
