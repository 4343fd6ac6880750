package hep.aurum.source.table;

import hep.aurum.event.table.Column.Layout;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableFormat;
import hep.aurum.source.TableRoundTripContract;

/** Event tables hold every type in every layout. */
class EventTableRoundTripTest extends TableRoundTripContract {

    @Override
    protected TableFormat format() {
        return new EventTableFormat();
    }

    @Override
    protected String fileName() {
        return "events.aurum";
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
