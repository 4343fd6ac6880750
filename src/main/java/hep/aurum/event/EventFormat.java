package hep.aurum.event;

import java.nio.file.Path;

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
}
