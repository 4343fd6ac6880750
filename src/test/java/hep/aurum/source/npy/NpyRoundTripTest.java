package hep.aurum.source.npy;

import hep.aurum.event.table.Column.Layout;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableFormat;
import hep.aurum.source.TableRoundTripContract;

/** A {@code .npy} holds what it claims. */
class NpyRoundTripTest extends TableRoundTripContract {

    @Override
    protected TableFormat format() {
        return new NpyFormat();
    }

    @Override
    protected String fileName() {
        return "events.npy";
    }

    @Override
    protected boolean holds(ColumnType type, Layout layout) {
        return layout != Layout.LIST && type != ColumnType.TEXT;
    }
}
