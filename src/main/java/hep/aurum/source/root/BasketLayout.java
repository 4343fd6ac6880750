package hep.aurum.source.root;

import hep.aurum.base.BadInput;
import hep.aurum.event.table.Column;

/** Say how the entries of a basket are laid out, and read the values of a column from them. */
sealed interface BasketLayout permits FixedLayout, ListLayout, BitsLayout, TextLayout {

    /** Return the column that is read. */
    Column column();

    /**
     * Append the values of entries.
     *
     * @param from first entry of the basket
     * @param to entry behind the last
     * @throws BadInput if the bytes of an entry do not fit
     */
    void read(Basket basket, int from, int to, Values values);

    /** Describe an entry that does not fit. */
    static BadInput bad(Basket basket, Column column, int entry, String what) {
        return new BadInput(
                "cannot read column \"" + column.name() + "\": " + what,
                basket.where() + ", entry " + entry + " of the basket",
                "the file is damaged, or its writer laid out the branch in a way that we do not know");
    }

    /** Refuse a basket of entries that differ in size, but without the table that says where they are. */
    static void needOffsets(Basket basket, Column column) {
        if (!basket.hasOffsets()) {
            throw bad(basket, column, 0, "a basket of " + basket.entries() + " entries has no table of their places");
        }
    }
}
