package hep.aurum.source.hdf5;

import hep.aurum.event.table.Column;

/**
 * Where the values of a column are.
 *
 * @param dataset path of the data set
 * @param member member of a compound data set; empty for any other
 * @param index place among the values of a row; -1 for all of them
 */
record Place(Column column, String dataset, String member, int index) {

    static Place whole(Column column, String dataset) {
        return new Place(column, dataset, "", -1);
    }
}
