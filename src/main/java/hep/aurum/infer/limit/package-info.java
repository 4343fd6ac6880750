/**
 * Set upper limits on a signal strength.
 *
 * <pre>{@code
 * LimitResult limit = UpperLimit.withDefaults().of(model);
 * double observed = limit.observed();
 * }</pre>
 */
@NullMarked
package hep.aurum.infer.limit;

import org.jspecify.annotations.NullMarked;
