/**
 * Read and write Les Houches event files, versions 1 to 3, in constant memory.
 *
 * <p>{@link hep.aurum.source.lhe.LheFormat} recognises them, {@link hep.aurum.source.lhe.LheSource} holds what header and
 * {@code <init>} promise, {@link hep.aurum.source.lhe.LheCursor} walks over the events.
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
