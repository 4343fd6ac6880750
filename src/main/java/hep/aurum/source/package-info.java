/**
 * Open the doors through which events come in, whatever program wrote them.
 *
 * <p>{@link hep.aurum.source.EventSources#open} looks at the content of a file, never at its name, and finds the
 * {@link hep.aurum.event.EventFormat} that reads it; {@linkplain hep.aurum.source.Compression
 * compression} is undone on the way.
 * {@link hep.aurum.source.Inspection} says in one pass what a file holds and whether it is sound;
 * {@link hep.aurum.source.SampleCheck} is the part of it that a study runs on its own events.
 *
 * <pre>{@code
 * EventSource source = EventSources.open(Path.of("vbf.lhe.gz"));
 * try (EventCursor events = source.open()) {
 *     for (Event event = events.next(); event != null; event = events.next()) {
 *         sum += event.weight();
 *     }
 * }
 * }</pre>
 *
 * <p>{@code root} reads histograms from ROOT files.
 *
 * <p>To add a format, implement {@code EventFormat} in a room of its own below this one and name the class in
 * {@code META-INF/services/hep.aurum.event.EventFormat}.
 */
@NullMarked
package hep.aurum.source;

import org.jspecify.annotations.NullMarked;
