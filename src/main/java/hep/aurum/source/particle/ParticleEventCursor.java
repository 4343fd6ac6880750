package hep.aurum.source.particle;

import hep.aurum.base.Progress;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventHeader;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Turn the rows of a table of particles into events. */
final class ParticleEventCursor implements EventCursor {

    private final TableCursor rows;
    private final List<String> columns;
    private final EventHeader header;
    private final OptionalLong total;
    private @Nullable ParticleRows batch;
    private int row;
    private long number;

    ParticleEventCursor(TableCursor rows, List<String> columns, EventHeader header, OptionalLong total) {
        this.rows = rows;
        this.columns = columns;
        this.header = header;
        this.total = total;
    }

    @Override
    public @Nullable Event next() {
        ParticleRows current = batch;
        if (current == null || row == current.count()) {
            TableBatch next = rows.next();
            if (next == null) {
                batch = null;
                return null;
            }
            current = new ParticleRows(next, columns, header);
            batch = current;
            row = 0;
        }
        number++;
        return current.event(row++, number);
    }

    @Override
    public double fraction() {
        return total.isPresent() ? Progress.fraction(number, total.getAsLong()) : rows.fraction();
    }

    @Override
    public void close() {
        rows.close();
    }
}
