package hep.aurum.source;

import hep.aurum.base.BadInput;
import hep.aurum.event.EventFormat;
import hep.aurum.event.EventSource;
import java.nio.file.Path;
import java.util.List;

/** Open files of generated events in any known format, tables of particles among them. */
public final class EventSources {

    private EventSources() {}

    /**
     * Open a file of events.
     *
     * @param file plain or compressed; its name does not matter
     * @return the source; events are read when a pass is opened
     * @throws BadInput if there is no such file, if it is empty, if no known format accepts its content, or if its header
     *     is malformed
     * @throws hep.aurum.base.NotSupported if it is compressed in a way that this version cannot undo, or holds tables
     *     without particles
     */
    public static EventSource open(Path file) {
        return Formats.installed().events(file);
    }

    /** Return the known formats. */
    public static List<EventFormat> formats() {
        return Formats.installed().events();
    }
}
