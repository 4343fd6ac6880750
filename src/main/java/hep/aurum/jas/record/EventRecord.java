package hep.aurum.jas.record;

import hep.aurum.event.Event;
import java.nio.file.Path;

/**
 * Hold an event as a record of the host.
 *
 * @param file where it comes from
 * @param event the event; that of a table is valid until the next record is read
 */
public record EventRecord(Path file, Event event) {}
