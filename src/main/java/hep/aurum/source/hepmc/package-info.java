/**
 * Read HepMC2 (IO_GenEvent) and HepMC3 (Asciiv3) files, the records of showered events, and write HepMC3.
 *
 * <p>{@link hep.aurum.source.hepmc.HepMc3Format} and {@link hep.aurum.source.hepmc.HepMc2Format} are found through
 * {@code EventSources}; the weights of a file are listed by name, the nominal one among them:
 *
 * <pre>{@code
 * EventSource source = EventSources.open(Path.of("showered.hepmc3.gz"));
 * try (EventCursor events = source.open()) {
 *     for (Event event = events.next(); event != null; event = events.next()) {
 *         for (Vertex vertex : event.details().vertices()) {
 *             ...
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>What both readers do:
 *
 * <ul>
 *   <li>Particles are in the file's order. Vertices, also those of HepMC3 that have no line, are in the order of their
 *       numbers; what enters and what leaves them is ascending. Mothers are the first and the last particle that enter
 *       the vertex from which a particle comes.
 *   <li>Momenta, masses and lengths are turned to GeV and mm. The scale of an event is taken as it stands, for neither
 *       HepMC nor the generators convert it. A vertex of HepMC3 without a position is at the origin; the position of a
 *       whole event is the attribute {@code event_position}, in mm.
 *   <li>{@code flow1} and {@code flow2} of particles are their colours; {@code signal_process_id}, {@code event_scale},
 *       {@code alphaQCD}, {@code alphaQED} and the first cross-section of {@code GenCrossSection} are in the details of
 *       the event. All other attributes are kept as text.
 *   <li>The nominal weight is the one named Default, Weight, nominal or with an empty name, else the first; an event
 *       without weights has weight 1. Weights without names are named 0, 1, and so on.
 *   <li>Generators repeat the cross-section in every event as they come to know it, so the last one holds; see
 *       {@code SampleCheck}.
 *   <li>A file that lacks its end mark, an event with other counts than it announces, a reference to a particle or
 *       vertex that is not there, and a particle that is its own ancestor are refused.
 * </ul>
 *
 * <p>Formats: Dobbs and Hansen, Comput. Phys. Commun. 134 (2001) 41, and the HepMC 2 user manual; Buckley et al.,
 * Comput. Phys. Commun. 260 (2021) 107310, <a href="https://arxiv.org/abs/1912.08005">arXiv:1912.08005</a>.
 */
@NullMarked
package hep.aurum.source.hepmc;

import org.jspecify.annotations.NullMarked;
