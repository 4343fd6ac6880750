/**
 * Read and write Les Houches event files, versions 1 to 3, in constant memory and without loss.
 *
 * <p>{@link hep.aurum.source.lhe.LheFormat} recognises them, {@link hep.aurum.source.lhe.LheSource} holds what header and
 * {@code <init>} promise, {@link hep.aurum.source.lhe.LheWriter} writes events of any origin:
 *
 * <pre>{@code
 * EventSource source = LheSource.open(Path.of("vbf.lhe.gz"));
 * try (EventWriter copy = LheWriter.create(Path.of("copy.lhe.xz"), source.header());
 *         EventCursor events = source.open()) {
 *     for (Event event = events.next(); event != null; event = events.next()) {
 *         copy.write(event);
 *     }
 *     copy.finish();
 * }
 * }</pre>
 *
 * <p>What is read of an event: particles with mass, colours and lifetime, IDPRUP, SCALUP and couplings, the attributes of
 * its tag, its {@code <eventgroup>}, its weights; every other line is one of its remarks. What is read of the run: beams,
 * subprocesses and programs, groups of weights, further tags of {@code <init>}, and the text before it as it stands.
 *
 * <p>Weights go by name. The names are those of {@code <initrwgt>}, or those of the first event where the header has
 * none; every event must have each of them once, in any order ({@code <rwgt>}), or all of them by position
 * ({@code <weights>}). The nominal weight is XWGTUP.
 *
 * <p>Sources: Boos et al., <a href="https://arxiv.org/abs/hep-ph/0109068">hep-ph/0109068</a> (the accord: IDWTUP, XWGTUP,
 * the particle record); Alwall et al., <a href="https://arxiv.org/abs/hep-ph/0609017">hep-ph/0609017</a> (the file);
 * Butterworth et al., <a href="https://arxiv.org/abs/1405.1067">arXiv:1405.1067</a>, section 2 (version 3).
 */
@NullMarked
package hep.aurum.source.lhe;

import org.jspecify.annotations.NullMarked;
