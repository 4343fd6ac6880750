package hep.aurum.event;

import java.util.List;

/**
 * Write events one after the other. The file appears under its name when {@link #finish()} is called, complete or not at
 * all. Not for use by several threads.
 */
public interface EventWriter extends AutoCloseable {

    /**
     * Append an event.
     *
     * @throws IllegalArgumentException if it has another number of weights than the header, or a number that the format
     *     cannot hold
     * @throws hep.aurum.base.BadInput if the disk is full
     */
    void write(Event event);

    /** Return what the events so far had that the format cannot hold, in sentences; empty if nothing was lost. */
    List<String> losses();

    /**
     * End the file and let it appear under its name, in place of a file that was there.
     *
     * @throws hep.aurum.base.BadInput if the disk is full
     */
    void finish();

    /** Drop a file that was not finished. */
    @Override
    void close();
}
