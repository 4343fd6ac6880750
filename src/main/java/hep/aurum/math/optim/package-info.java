/**
 * Minimise smooth functions of many bounded variables with exact second derivatives.
 *
 * <p>An {@link hep.aurum.math.optim.Objective} yields value, gradient and Hessian in one pass;
 * {@link hep.aurum.math.optim.BoundedNewton} walks to a {@link hep.aurum.math.optim.Minimum} inside a
 * {@link hep.aurum.math.optim.Box}. Matrices are row-major and symmetric, both triangles filled.
 *
 * <pre>{@code
 * Minimum minimum = BoundedNewton.withDefaults().minimize(objective, start, box);
 * double value = minimum.value();
 * }</pre>
 *
 * <p>Shapes: {@code k} variables; gradients {@code [k]}, Hessians {@code [k*k]}.
 */
@NullMarked
package hep.aurum.math.optim;

import org.jspecify.annotations.NullMarked;
