/**
 * Measure Aurum against the numbers of the literature and of its peers, on the machine at hand.
 *
 * <p>Benches are commands, never tests: their figures depend on the machine. {@link hep.aurum.bench.speed} measures how fast
 * networks train, {@link hep.aurum.bench.stats} how fast workspaces are fitted, {@link hep.aurum.bench.io} how fast files are
 * read.
 */
@NullMarked
package hep.aurum.bench;

import org.jspecify.annotations.NullMarked;
