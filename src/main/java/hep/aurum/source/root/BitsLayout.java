package hep.aurum.source.root;

import hep.aurum.event.table.Column;

/** Read {@code TObject::fBits}, behind which two bytes more follow for objects that others refer to. */
record BitsLayout(Column column) implements BasketLayout {

    private static final int REFERENCED = 1 << 4;
    private static final int PROCESS = 2;

    @Override
    public void read(Basket basket, int from, int to, Values values) {
        boolean isList = column.layout() == Column.Layout.LIST;
        if (isList) {
            BasketLayout.needOffsets(basket, column);
            values.reserveRows(to - from);
        }
        int at = isList || basket.hasOffsets() ? basket.offset(from) : place(basket, from);
        for (int entry = from; entry < to; entry++) {
            int end = isList || basket.hasOffsets() ? basket.offset(entry + 1) : basket.end();
            boolean isMore = isList ? at < end : true;
            while (isMore) {
                at = item(basket, entry, at, end, values);
                isMore = isList && at < end;
            }
            if (isList) {
                values.endRow(values.size());
            }
        }
    }

    private int place(Basket basket, int entry) {
        int at = basket.start();
        for (int i = 0; i < entry; i++) {
            at = next(basket, i, at, basket.end());
        }
        return at;
    }

    private int item(Basket basket, int entry, int at, int end, Values values) {
        int next = next(basket, entry, at, end);
        int size = values.size();
        values.appendLongs(1)[size] = NumberCode.int32(basket.bytes(), at) & 0xffffffffL;
        return next;
    }

    private int next(Basket basket, int entry, int at, int end) {
        int next = at + Integer.BYTES;
        if (next <= end && (NumberCode.int32(basket.bytes(), at) & REFERENCED) != 0) {
            next += PROCESS;
        }
        if (next > end) {
            throw BasketLayout.bad(basket, column, entry, "the bits of an object end too early");
        }
        return next;
    }
}
