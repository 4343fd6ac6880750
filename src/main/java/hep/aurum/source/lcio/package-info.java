/**
 * Read LCIO files (versions 1 and 2) of linear-collider studies: the particles of their Monte Carlo collection.
 *
 * <p>{@link hep.aurum.source.lcio.LcioFormat} recognises the records of SIO, {@link hep.aurum.source.lcio.LcioSource}
 * holds what run header and first event say. Of every event the first collection of type {@code MCParticle} is read;
 * the header's problems name the others, which are passed over.
 *
 * <pre>{@code
 * EventSource source = EventSources.open(Path.of("muons.slcio"));
 * String detector = source.header().run().attributes().get("detector");
 * }</pre>
 *
 * <p>Units in the file are GeV, mm and ns; times are multiplied by c = 299.792458 mm/ns. Files hold momentum and mass
 * in single precision and no energy, which is \(\sqrt{p^2+m^2}\). The status is the generator's: 0 for particles that
 * the detector simulation made. A particle has its first and its last parent as mothers, and its vertex has all of them;
 * parents outside the collection are left out. The weight is the event's parameter {@code _weight}, 1 without one.
 *
 * <p>What {@code Particle} has no place for is among the event's attributes, by position from 1: {@code
 * simulator_status@3}, {@code endpoint@3} in mm, {@code momentum_at_endpoint@3} in GeV, {@code spin@3} where it is not a
 * helicity (a third component only), {@code charge@3} where it is not what the PDG id says. Parameters of the event are
 * attributes under their own names, those of the run are in {@code RunInfo}.
 *
 * <p>Sources: Gaede, Behnke, Graf, Johnson, LCIO: a persistency framework for linear collider simulation studies, <a
 * href="https://arxiv.org/abs/physics/0306114">physics/0306114</a>, and the LCIO reference manual (xml/lcio.xml
 * describes every block).
 */
@NullMarked
package hep.aurum.source.lcio;

import org.jspecify.annotations.NullMarked;
