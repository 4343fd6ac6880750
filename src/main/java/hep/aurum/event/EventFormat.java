package hep.aurum.event;

import hep.aurum.base.NotSupported;
import java.nio.file.Path;
import java.util.List;

/**
 * Open one kind of event file.
 *
 * <p>Formats are found by {@link java.util.ServiceLoader}: a new one is a class with a public constructor without
 * arguments and a line in {@code META-INF/services/hep.aurum.event.EventFormat}.
 */
public interface EventFormat {

    /** Return the name by which users know the format, for example {@code LHE}. */
    String name();

    /**
     * Return whether a file that begins like this is of this format.
     *
     * @param head the first bytes of the file, decompressed; the whole file where it is shorter
     */
    boolean accepts(byte[] head);

    /**
     * Open a file that was accepted.
     *
     * @throws hep.aurum.base.BadInput if the header is malformed
     */
    EventSource open(Path file);

    /** Return the endings of file names, compression left off, that ask for this format when events are written. */
    default List<String> endings() {
        return List.of();
    }

    /**
     * Start a file.
     *
     * @param file a name that ends in {@code .gz} is compressed
     * @param header what the events' weights are called and how they are normalised
     * @throws NotSupported if the format is only read
     * @throws hep.aurum.base.BadInput if the folder does not exist or cannot be written to
     */
    default EventWriter create(Path file, EventHeader header) {
        throw new NotSupported("cannot write " + file + ": " + name() + " is only read", "", "choose another format");
    }
}
