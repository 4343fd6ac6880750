package hep.aurum.jas.record;

import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.workflow.LearnedObservable;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Evaluate a model on the records of one file.
 *
 * <p>A generated event carries all that the observables need. The row of a table does not: a model reads columns of its own
 * choice. The file is then read a second time, in step with the records.
 */
final class LearnedFile implements AutoCloseable {

    private final LearnedObservable.Reader reader;
    private @Nullable EventCursor rows;
    private long position;

    LearnedFile(LearnedObservable.Reader reader) {
        this.reader = reader;
    }

    OptionalDouble logRatio(Event event) {
        if (event.row() == null) {
            return reader.logRatio(event);
        }
        Event same = row(event.number());
        return same == null ? OptionalDouble.empty() : reader.logRatio(same);
    }

    private @Nullable Event row(long number) {
        EventCursor cursor = rows;
        if (cursor == null || number <= position) {
            close();
            cursor = reader.source().open();
            rows = cursor;
            position = 0;
        }
        Event event = cursor.next();
        while (event != null && event.number() < number) {
            event = cursor.next();
        }
        position = number;
        return event;
    }

    @Override
    public void close() {
        if (rows != null) {
            rows.close();
            rows = null;
        }
    }
}
