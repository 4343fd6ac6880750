/**
 * Measure the statistics engine on workspaces: fits, asymptotic tests and toys, beside the seconds of pyhf.
 *
 * <pre>{@code
 * StatsRow row = StatsBench.of(1.0).run("s01_2bin_uncorr", model);
 * }</pre>
 */
@NullMarked
package hep.aurum.bench.stats;

import org.jspecify.annotations.NullMarked;
