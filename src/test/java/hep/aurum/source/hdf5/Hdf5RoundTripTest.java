package hep.aurum.source.hdf5;

import hep.aurum.event.table.Column.Layout;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableFormat;
import hep.aurum.source.TableRoundTripContract;

/** HDF5 holds what it claims. */
class Hdf5RoundTripTest extends TableRoundTripContract {

    @Override
    protected TableFormat format() {
        return new Hdf5Format();
    }

    @Override
    protected String fileName() {
        return "events.h5";
    }

    @Override
    protected boolean holds(ColumnType type, Layout layout) {
        return true;
    }

    @Override
    protected boolean holdsWideLists() {
        return true;
    }
}
