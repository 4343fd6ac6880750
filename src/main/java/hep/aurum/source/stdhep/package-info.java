/**
 * Read StdHep files: the HEPEVT record of Fortran generators, in MCFIO's blocks on XDR.
 *
 * <p>{@link hep.aurum.source.stdhep.StdHepFormat} recognises them by their first block, {@link
 * hep.aurum.source.stdhep.StdHepSource} holds what file header and begin-run record say. The events are those of the
 * blocks STDHEP, STDHEPM (several interactions), STDHEP4 and STDHEP4M (with weight, couplings, spins and colour flow);
 * HEPRUP and HEPEUP add what the Les Houches accord knows of run and event.
 *
 * <pre>{@code
 * EventSource source = EventSources.open(Path.of("qq.stdhep.gz"));
 * double requested = Double.parseDouble(source.header().run().attributes().get("nevtreq"));
 * }</pre>
 *
 * <p>Units in the file are GeV, mm and mm/c, as in Aurum. Status and mothers are those of HEPEVT: 1 final, 2 decayed, 3
 * documentation; positions of up to two mothers. A particle that names itself as a mother, as HERWIG does for colour
 * partners, has none there. The weight is 1 where the blocks have none. The cross-section of the run records is an
 * attribute only ({@code stdxsec}): StdHep declares no unit for it, and many programs fill in a placeholder; that of
 * HEPRUP is in pb.
 *
 * <p>Files are walked from front to back, so that pipes, compressed files and files that were not closed can be read. The
 * lengths that blocks state for themselves are too short in StdHep (they leave out the lengths of arrays), so blocks that
 * are known are read by their content, and the others are passed over by the positions that MCFIO keeps.
 *
 * <p>Sources: Garren and Lebrun, StdHep manual and the MCFIO manual, Fermilab PM0091 and PM0101; Sjöstrand et al. in Z
 * Physics at LEP 1, CERN 89-08 vol. 3 (HEPEVT); Boos et al., <a
 * href="https://arxiv.org/abs/hep-ph/0109068">hep-ph/0109068</a> (HEPRUP and HEPEUP).
 */
@NullMarked
package hep.aurum.source.stdhep;

import org.jspecify.annotations.NullMarked;
