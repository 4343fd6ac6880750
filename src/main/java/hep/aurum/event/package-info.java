/**
 * Say what an event is, whatever file it came from: particles, weights by name, and the sample's cross-section.
 *
 * <p>An {@link hep.aurum.event.EventSource} knows what its file promises ({@link hep.aurum.event.EventHeader}) and opens
 * passes over the events ({@link hep.aurum.event.EventCursor}), in constant memory.
 */
@NullMarked
package hep.aurum.event;

import org.jspecify.annotations.NullMarked;
