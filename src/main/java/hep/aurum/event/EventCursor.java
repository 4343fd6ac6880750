package hep.aurum.event;

import org.jspecify.annotations.Nullable;

/** Read events one after the other. Not for use by several threads. */
public interface EventCursor extends AutoCloseable {

    /**
     * Read the next event.
     *
     * @return the event, or null after the last one of a complete file
     * @throws hep.aurum.base.BadInput if the file breaks off or an event is malformed; the message names the file, the
     *     event number and what was expected
     */
    @Nullable Event next();

    /** Return the part of the input that was read, from 0 to 1; NaN if nobody knows. */
    default double fraction() {
        return Double.NaN;
    }

    @Override
    void close();
}
