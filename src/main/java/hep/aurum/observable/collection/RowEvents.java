package hep.aurum.observable.collection;

import hep.aurum.base.Check;
import hep.aurum.base.Progress;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableRow;
import hep.aurum.event.table.TableSource;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Hand out the rows of a table as events with weights. An event is valid until the next one is read. */
public final class RowEvents implements EventSource {

    private final TableSource table;
    private final List<String> columns;
    private final EventHeader header;
    private final RowWeight nominal;
    private final List<RowWeight> named;

    private RowEvents(
            TableSource table, List<String> columns, EventHeader header, RowWeight nominal, List<RowWeight> named) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.header = header;
        this.nominal = nominal;
        this.named = List.copyOf(named);
    }

    /**
     * Return the events of a table.
     *
     * @param table the table
     * @param columns what is read of it
     * @param header what the events' weights are called and how they are normalised
     * @param nominal the nominal weight
     * @param named the weights in the order of the header's names
     */
    public static RowEvents of(
            TableSource table, List<String> columns, EventHeader header, RowWeight nominal, List<RowWeight> named) {
        Check.length("the weights", named.size(), header.weightNames().size());
        return new RowEvents(table, columns, header, nominal, named);
    }

    @Override
    public EventHeader header() {
        return header;
    }

    @Override
    public EventCursor open() {
        return new Rows(table.open(columns));
    }

    private final class Rows implements EventCursor {

        private final TableCursor cursor;
        private @Nullable TableBatch batch;
        private int next;
        private final OptionalLong total = table.header().rows();

        private Rows(TableCursor cursor) {
            this.cursor = cursor;
        }

        @Override
        public @Nullable Event next() {
            TableBatch current = batch;
            while (current == null || next == current.rows()) {
                current = cursor.next();
                batch = current;
                next = 0;
                if (current == null) {
                    return null;
                }
            }
            TableRow row = new TableRow(current, next);
            long number = current.first() + ++next;
            double[] weights = new double[named.size()];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = named.get(i).of(number, row);
            }
            return Event.ofRow(number, nominal.of(number, row), weights, row);
        }

        @Override
        public double fraction() {
            return total.isPresent() && batch != null
                    ? Progress.fraction(batch.first() + next, total.getAsLong())
                    : cursor.fraction();
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}
