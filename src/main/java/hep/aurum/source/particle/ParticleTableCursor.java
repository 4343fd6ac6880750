package hep.aurum.source.particle;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.NotSupported;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventSource;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turn events into rows, a batch at a time. */
final class ParticleTableCursor implements TableCursor {

    private static final int MAX_ROWS = 1024;

    /** A batch ends when a column has this many values; showered events are long. */
    private static final int MAX_VALUES = 1 << 17;

    private final EventCursor events;
    private final String origin;
    private final int weights;
    private final List<ParticleColumn> columns;
    private final List<ColumnBuilder> builders;
    private long first;
    private @Nullable Failure failure;

    ParticleTableCursor(EventSource source, List<ParticleColumn> columns) {
        this.events = source.open();
        this.origin = source.header().origin();
        this.weights = source.header().weightNames().size();
        this.columns = columns;
        this.builders = columns.stream()
                .map(column -> new ColumnBuilder(column.column()))
                .toList();
    }

    @Override
    public @Nullable TableBatch next() {
        if (failure != null) {
            throw failure;
        }
        builders.forEach(ColumnBuilder::clear);
        int rows = 0;
        boolean full = false;
        while (rows < MAX_ROWS && !full) {
            Event event = nextOrFailure(rows);
            if (event == null) {
                break;
            }
            full = append(event);
            rows++;
        }
        if (rows == 0) {
            return null;
        }
        TableBatch batch = new TableBatch(
                first, rows, builders.stream().map(ColumnBuilder::build).toList());
        first += rows;
        return batch;
    }

    /** Read an event; a failure waits until the good events before it have been handed out. */
    private @Nullable Event nextOrFailure(int rows) {
        try {
            return events.next();
        } catch (Failure e) {
            if (rows == 0) {
                throw e;
            }
            failure = e;
            return null;
        }
    }

    private boolean append(Event event) {
        if (event.row() != null) {
            throw new NotSupported(
                    "event " + event.number() + " of " + origin + " is a row of a table and not a list of particles",
                    "",
                    "convert the table itself");
        }
        if (event.weightCount() != weights) {
            throw new BadInput(
                    "event " + event.number() + " of " + origin + " has " + event.weightCount()
                            + " named weights, expected " + weights,
                    "",
                    "generate the file again");
        }
        boolean full = false;
        for (int i = 0; i < builders.size(); i++) {
            ColumnBuilder builder = builders.get(i);
            columns.get(i).filler().fill(event, builder);
            builder.endRow();
            full |= builder.size() >= MAX_VALUES;
        }
        return full;
    }

    @Override
    public double fraction() {
        return events.fraction();
    }

    @Override
    public void close() {
        events.close();
    }
}
