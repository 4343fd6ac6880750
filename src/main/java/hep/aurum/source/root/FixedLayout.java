package hep.aurum.source.root;

import hep.aurum.event.table.Column;

/**
 * Read entries that have the same size: numbers, arrays of fixed length, and one of several leaves of a branch.
 *
 * @param code of the numbers
 * @param skip bytes of an entry in front of the values
 * @param stride bytes of an entry
 */
record FixedLayout(Column column, NumberCode code, int skip, int stride) implements BasketLayout {

    @Override
    public void read(Basket basket, int from, int to, Values values) {
        if ((long) basket.entries() * stride != basket.end() - basket.start()) {
            throw BasketLayout.bad(
                    basket,
                    column,
                    0,
                    basket.entries() + " entries of " + stride + " bytes do not fill " + (basket.end() - basket.start())
                            + " bytes");
        }
        int width = column.width();
        if (width * code.size() == stride) {
            code.decode(basket.bytes(), basket.fixedOffset(from, stride), (to - from) * width, values);
            return;
        }
        for (int entry = from; entry < to; entry++) {
            code.decode(basket.bytes(), basket.fixedOffset(entry, stride) + skip, width, values);
        }
    }
}
