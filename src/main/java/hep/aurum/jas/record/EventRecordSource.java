package hep.aurum.jas.record;

import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.workflow.RecordedEvents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.freehep.record.source.AbstractRecordSource;
import org.freehep.record.source.NoSuchRecordException;
import org.jspecify.annotations.Nullable;

/**
 * Supply the events of a file, of any format that is read, one after the other and from the start again.
 *
 * <p>The file is opened at the first record and closed after the last. The size is known at once for most tables, and for
 * other files after the first pass.
 */
public final class EventRecordSource extends AbstractRecordSource {

    private final Path file;
    private final RecordedEvents events;
    private OptionalLong size;
    private @Nullable EventCursor cursor;
    private @Nullable EventRecord current;
    private long read;
    private boolean isAtEnd;

    private EventRecordSource(Path file, RecordedEvents events) {
        super(file.toString());
        this.file = file;
        this.events = events;
        this.size = events.size();
    }

    /**
     * Open a file; its header is read.
     *
     * @throws hep.aurum.base.BadInput if it is of no known format, empty or malformed
     */
    public static EventRecordSource open(Path file) {
        return new EventRecordSource(file, RecordedEvents.open(file));
    }

    /** Return the file. */
    public Path file() {
        return file;
    }

    @Override
    public String getName() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public Class<?> getRecordClass() {
        return EventRecord.class;
    }

    /** Return the number of events. It throws if that is not known yet, as the host expects. */
    @Override
    public synchronized long size() {
        return size.orElseThrow(() -> new UnsupportedOperationException("the size is known after the first pass"));
    }

    @Override
    public synchronized @Nullable Object getCurrentRecord() {
        return current;
    }

    @Override
    public boolean supportsNext() {
        return true;
    }

    /** Return whether there may be another record: nobody knows before it is asked for. */
    @Override
    public synchronized boolean hasNext() {
        return !isAtEnd;
    }

    @Override
    public synchronized void next() throws IOException, NoSuchRecordException {
        Event event = isAtEnd ? null : advance();
        if (event == null) {
            isAtEnd = true;
            current = null;
            size = OptionalLong.of(read);
            closeCursor();
            throw new NoSuchRecordException("there are no more events in " + file);
        }
        read++;
        current = new EventRecord(file, event);
    }

    private @Nullable Event advance() throws IOException {
        try {
            EventCursor open = cursor;
            if (open == null) {
                open = events.source().open();
                cursor = open;
            }
            return open.next();
        } catch (RuntimeException e) {
            isAtEnd = true;
            closeCursor();
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public boolean supportsRewind() {
        return true;
    }

    @Override
    public boolean hasRewind() {
        return true;
    }

    @Override
    public synchronized void rewind() {
        closeCursor();
        current = null;
        read = 0;
        isAtEnd = false;
    }

    @Override
    public synchronized void close() {
        closeCursor();
        current = null;
        isAtEnd = true;
    }

    private void closeCursor() {
        if (cursor != null) {
            cursor.close();
            cursor = null;
        }
    }

    @Override
    public String toString() {
        return getName();
    }
}
