package hep.aurum.source.hdf5;

import hep.aurum.event.table.Column;

/**
 * Where the values of a column are.
 *
 * @param dataset path of the data set; empty where no row has a value
 * @param member member of a compound data set; empty for any other
 * @param index place among the values of a row; -1 for all of them
 * @param offsets path of the data set of where each row begins; empty where the column has no lists
 */
record Place(Column column, String dataset, String member, int index, String offsets) {

    Place(Column column, String dataset, String member, int index) {
        this(column, dataset, member, index, "");
    }

    static Place whole(Column column, String dataset) {
        return new Place(column, dataset, "", -1);
    }

    static Place lists(Column column, String dataset, String offsets) {
        return new Place(column, dataset, "", -1, offsets);
    }

    boolean isList() {
        return !offsets.isEmpty();
    }

    /** Return the data set whose first dimension says how many rows there are. */
    String counted() {
        return isList() ? offsets : dataset;
    }
}
