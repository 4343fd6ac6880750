/**
 * Set upper limits on a signal strength.
 *
 * <pre>{@code
 * LimitResult limit = UpperLimit.withDefaults().of(model);
 * double observed = limit.observed();
 * }</pre>
 *
 * <p>By CLs with \(\tilde q_\mu\), asymptotic; {@link hep.aurum.infer.limit.LimitResult} has the observed limit and those
 * expected under background alone.
 */
@NullMarked
package hep.aurum.infer.limit;

import org.jspecify.annotations.NullMarked;
