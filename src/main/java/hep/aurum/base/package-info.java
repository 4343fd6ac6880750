/**
 * Hold what every other room needs and what knows nothing of physics: failures that say how to mend them, argument
 * checks, suggestions for misspelt names, and progress.
 *
 * <p>A {@link hep.aurum.base.Failure} answers three questions in a fixed order: what went wrong, where, and what to do. It is
 * sealed: {@link hep.aurum.base.BadInput} and {@link hep.aurum.base.NotFound} (exit code 3), {@link hep.aurum.base.BadModel} (4),
 * {@link hep.aurum.base.NotConverged} (5), {@link hep.aurum.base.NotSupported} (6), {@link hep.aurum.base.Refused} (1) and
 * {@link hep.aurum.base.Bug} (70). Whatever can go wrong outside the program is one of these; a wrong argument of a method is an
 * {@code IllegalArgumentException} from {@link hep.aurum.base.Check}.
 *
 * <pre>{@code
 * Check.argument(bins > 0, "%d bins, expected at least one", bins);
 * if (column < 0) {
 *     throw new NotFound("no weight is named \"" + name + "\"", file, Names.suggest(name, names));
 * }
 * progress.report("reading " + file, fraction);
 * }</pre>
 *
 * <p>Work that may last longer than a second tells a {@link hep.aurum.base.Progress}, from many threads through a
 * {@link hep.aurum.base.Tally}. Whoever shows it finds rate and remaining time with a {@link hep.aurum.base.Pace}, and reads
 * what another process writes with {@link hep.aurum.base.ProgressRecord}.
 *
 * <p>The room uses no other. Warnings are no failures: they are values in results.
 */
@NullMarked
package hep.aurum.base;

import org.jspecify.annotations.NullMarked;
