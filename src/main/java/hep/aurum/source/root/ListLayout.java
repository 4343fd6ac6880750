package hep.aurum.source.root;

import hep.aurum.event.table.Column;

/**
 * Read entries that are lists of numbers: {@code x[n]}, members of the items of a collection, {@code std::vector}.
 *
 * @param code of the numbers
 * @param header bytes in front of the numbers of each entry
 */
record ListLayout(Column column, NumberCode code, int header) implements BasketLayout {

    /** Length, version and number of items of a {@code std::vector}. */
    static final int VECTOR = 10;

    @Override
    public void read(Basket basket, int from, int to, Values values) {
        BasketLayout.needOffsets(basket, column);
        values.reserveRows(to - from);
        int end = values.size();
        for (int entry = from; entry < to; entry++) {
            end = Math.addExact(end, count(basket, entry));
            values.endRow(end);
        }
        if (header == 0) {
            code.decode(basket.bytes(), basket.offset(from), end - values.size(), values);
            return;
        }
        for (int entry = from; entry < to; entry++) {
            // An empty array behind a pointer may come without its header.
            if (basket.offset(entry + 1) > basket.offset(entry)) {
                code.decode(basket.bytes(), basket.offset(entry) + header, count(basket, entry), values);
            }
        }
    }

    private int count(Basket basket, int entry) {
        int start = basket.offset(entry);
        int length = basket.offset(entry + 1) - start;
        if (length == 0) {
            return 0;
        }
        int count = (length - header) / code.size();
        if (length < header || header + count * code.size() != length || count % column.width() != 0) {
            throw BasketLayout.bad(
                    basket,
                    column,
                    entry,
                    length + " bytes are no list of " + code.word() + " times " + column.width());
        }
        if (header == VECTOR && NumberCode.int32(basket.bytes(), start + 6) != count) {
            throw BasketLayout.bad(basket, column, entry, "a vector does not have as many items as it says");
        }
        return count;
    }
}
