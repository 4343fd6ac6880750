package hep.aurum.event;

/** Stand for one file (or stream) of events: its header, and any number of passes over its events. */
public interface EventSource {

    /** Return what the file says of the whole sample. */
    EventHeader header();

    /** Open a fresh pass from the first event. */
    EventCursor open();
}
