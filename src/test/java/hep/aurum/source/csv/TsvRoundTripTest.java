package hep.aurum.source.csv;

import hep.aurum.event.table.Column.Layout;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableFormat;
import hep.aurum.source.TableRoundTripContract;

/** Compressed TSV holds what it claims. */
class TsvRoundTripTest extends TableRoundTripContract {

    @Override
    protected TableFormat format() {
        return new CsvFormat();
    }

    @Override
    protected String fileName() {
        return "events.tsv.gz";
    }

    @Override
    protected boolean isExact() {
        return false;
    }

    @Override
    protected boolean holds(ColumnType type, Layout layout) {
        return layout != Layout.LIST;
    }
}
