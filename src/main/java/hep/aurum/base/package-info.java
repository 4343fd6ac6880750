/**
 * Hold what every other room needs and what knows nothing of physics: failures that say how to mend them, argument
 * checks and progress.
 *
 * <p>A {@link hep.aurum.base.Failure} answers three questions in a fixed order: what went wrong, where, and what to do.
 */
@NullMarked
package hep.aurum.base;

import org.jspecify.annotations.NullMarked;
