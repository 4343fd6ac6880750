/**
 * Read HEPEVT records as text, the form in which older generators and particle guns hand events to simulations.
 *
 * <p>{@link hep.aurum.source.hepevt.HepEvtFormat} is found through {@code EventSources}. A file is a series of events; each
 * begins with a line that has the number of its particles, alone or as {@code E number particles}. A particle is
 *
 * <ul>
 *   <li>short: {@code ISTHEP IDHEP JDAHEP1 JDAHEP2 PHEP1 PHEP2 PHEP3 PHEP5}, as DD4hep, LCIO and HepMC3 have it without
 *       vertices. The energy is that of momentum and mass; mothers are found from the daughters.
 *   <li>long: {@code ISTHEP IDHEP JMOHEP1 JMOHEP2 JDAHEP1 JDAHEP2}, {@code PHEP1} to {@code PHEP5} and {@code VHEP1} to
 *       {@code VHEP4}, on one line or on up to three.
 * </ul>
 *
 * <pre>{@code
 * EventSource source = EventSources.open(Path.of("muons.HEPEvt"));
 * try (EventCursor events = source.open()) {
 *     Event first = events.next();
 * }
 * }</pre>
 *
 * <p>Units are GeV and mm. The format knows no weights and no cross-section: every event has weight 1. It has no end
 * mark either, so a file that is cut off between two events cannot be told from a shorter one.
 *
 * <p>Reference: Sjöstrand et al., A proposed standard event record, in Z physics at LEP 1, CERN 89-08 (1989), volume 3,
 * page 327.
 */
@NullMarked
package hep.aurum.source.hepevt;

import org.jspecify.annotations.NullMarked;
