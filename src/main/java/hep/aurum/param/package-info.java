/**
 * Describe the theory: its parameters θ, the benchmark points, and how an event's weight depends on θ.
 *
 * <p>Legend of shapes: {@code k} parameters, {@code m} monomials, {@code b} benchmarks, {@code n} events.
 */
@NullMarked
package hep.aurum.param;

import org.jspecify.annotations.NullMarked;
