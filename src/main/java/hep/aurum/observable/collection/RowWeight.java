package hep.aurum.observable.collection;

import hep.aurum.event.table.TableRow;

/** Compute a weight of a row. */
@FunctionalInterface
public interface RowWeight {

    /** The weight of tables that have none. */
    RowWeight ONE = (number, row) -> 1;

    /**
     * Return the weight.
     *
     * @param number position of the row in its table, from 1
     * @param row of the columns that are read
     * @throws hep.aurum.base.BadInput if it is undefined
     */
    double of(long number, TableRow row);
}
