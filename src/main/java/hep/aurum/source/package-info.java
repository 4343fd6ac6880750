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
 * <p>{@link hep.aurum.source.TableSources} does the same for tables ({@link hep.aurum.event.table.TableFormat}). A table that
 * holds particles is a file of events too: {@code particle} says with which columns. {@code catalogue} says what is in
 * any file, {@code convert} writes it in another format.
 *
 * <p>Events: {@code lhe}, {@code hepmc}, {@code hepevt}, {@code stdhep}, {@code lcio}. Tables: {@code root}, {@code csv},
 * {@code npy}, {@code hdf5}, {@code parquet} and our own {@code table}. {@code text} and {@code xdr} read characters and
 * big-endian bytes for them.
 *
 * <p>To add a format, implement {@code EventFormat} in a room of its own below this one and name the class in
 * {@code META-INF/services/hep.aurum.event.EventFormat}.
 */
@NullMarked
package hep.aurum.source;

import org.jspecify.annotations.NullMarked;
