/**
 * Hold numbers without physics; each sub-room says what it is for.
 *
 * <p>{@code random} gives every task a stream of its own; {@code optim} minimises smooth functions in a box. Whatever feeds a result
 * uses {@code StrictMath} for transcendental functions and sums in a fixed order, so that every JDK and processor gives the same
 * bits.
 */
@NullMarked
package hep.aurum.math;

import org.jspecify.annotations.NullMarked;
