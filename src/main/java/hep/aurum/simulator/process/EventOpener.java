package hep.aurum.simulator.process;

import hep.aurum.base.NotSupported;
import hep.aurum.event.EventSource;
import java.io.InputStream;
import java.nio.file.Path;

/** Open what a program has written; filled by the rooms that know the formats. */
@FunctionalInterface
public interface EventOpener {

    /** Open a finished file. */
    EventSource open(Path file);

    /**
     * Open a stream that can be read once.
     *
     * @param stream the bytes as they come
     * @param origin what messages call them
     * @return a source that can be opened once
     * @throws NotSupported unless overridden
     */
    default EventSource open(InputStream stream, String origin) {
        throw new NotSupported(
                "the events of " + origin + " cannot be read while they are made", "", "let the program write a file");
    }
}
