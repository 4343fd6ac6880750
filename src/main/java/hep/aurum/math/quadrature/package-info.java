/**
 * Integrate functions of one variable.
 *
 * <pre>{@code
 * double root = AdaptiveIntegral.of(x -> StrictMath.exp(-x * x), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
 * }</pre>
 */
@NullMarked
package hep.aurum.math.quadrature;

import org.jspecify.annotations.NullMarked;
