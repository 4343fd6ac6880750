package hep.aurum.simulator.process;

import hep.aurum.base.Check;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Stand for the events of a program that runs: they are consumed as they come and can be read once.
 *
 * <p>The last event is followed by null only if the program has ended well. Closing before ends the program.
 */
public final class EventStream implements EventSource, AutoCloseable {

    private final EventSource source;
    private final JobStream bytes;
    private final Runnable end;
    private boolean isOpened;
    private boolean isClosed;

    EventStream(EventSource source, JobStream bytes, Runnable end) {
        this.source = source;
        this.bytes = bytes;
        this.end = end;
    }

    @Override
    public EventHeader header() {
        return source.header();
    }

    /**
     * Read the events.
     *
     * @throws IllegalArgumentException at the second call
     */
    @Override
    public EventCursor open() {
        Check.argument(!isOpened, "the events of a running program can be read once");
        isOpened = true;
        return new Events(source.open());
    }

    /** End the program if it still runs, and remove its folder, unless the program has failed. */
    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            end.run();
        }
    }

    /** Look at how the program has ended before saying that there are no more events. */
    private final class Events implements EventCursor {

        private final EventCursor events;

        Events(EventCursor events) {
            this.events = events;
        }

        @Override
        public @Nullable Event next() {
            Event event = events.next();
            if (event == null) {
                try {
                    bytes.requireEnd();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return event;
        }

        @Override
        public void close() {
            events.close();
            EventStream.this.close();
        }
    }
}
