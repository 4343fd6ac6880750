/**
 * Offer files of events to the host's record loop, and evaluate a trained model on the events that it supplies.
 *
 * <pre>{@code
 * lookup.add(EventRecordSource.open(Path.of("events.lhe.gz")));
 * lookup.add(new LearnedListener(learned, fills, problems));
 * }</pre>
 *
 * <p>A record is an {@link hep.aurum.jas.record.EventRecord}: an event with the file that it comes from.
 */
@NullMarked
package hep.aurum.jas.record;

import org.jspecify.annotations.NullMarked;
