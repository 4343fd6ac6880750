/**
 * Say what an event is, whatever file it came from: particles, weights by name, and the sample's cross-section.
 *
 * <p>An {@link hep.aurum.event.EventSource} knows what its file promises ({@link hep.aurum.event.EventHeader}: names of the
 * weights, what they {@linkplain hep.aurum.event.WeightMeaning mean}, cross-section) and opens passes over the events ({@link
 * hep.aurum.event.EventCursor}), in constant memory. An {@link hep.aurum.event.EventFormat} recognises a file and opens it.
 *
 * <pre>{@code
 * try (EventCursor events = source.open()) {
 *     for (Event event = events.next(); event != null; event = events.next()) {
 *         double nominal = event.weight();
 *         double atBenchmark = event.weight(source.header().weightNames().indexOf("b1"));
 *     }
 * }
 * }</pre>
 *
 * <p>Weights carry no normalisation of their own: {@code WeightMeaning} says whether their mean or their sum is the cross-section.
 * Units: GeV, pb.
 */
@NullMarked
package hep.aurum.event;

import org.jspecify.annotations.NullMarked;
