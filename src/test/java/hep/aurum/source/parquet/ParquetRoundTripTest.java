package hep.aurum.source.parquet;

import hep.aurum.event.table.Column.Layout;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableFormat;
import hep.aurum.source.TableRoundTripContract;

/** Parquet holds every type in every layout. */
class ParquetRoundTripTest extends TableRoundTripContract {

    @Override
    protected TableFormat format() {
        return new ParquetFormat();
    }

    @Override
    protected String fileName() {
        return "events's.parquet";
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
