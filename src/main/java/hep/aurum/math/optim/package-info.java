/**
 * Minimise smooth functions of bounded variables.
 *
 * <p>With exact second derivatives, of many variables: an {@link hep.aurum.math.optim.Objective} yields value, gradient and Hessian
 * in one pass, {@link hep.aurum.math.optim.BoundedNewton} walks to a {@link hep.aurum.math.optim.Minimum} inside a {@link
 * hep.aurum.math.optim.Box}. With first derivatives, of few variables and functions that are costly: a {@link
 * hep.aurum.math.optim.Differentiable}, {@link hep.aurum.math.optim.BoundedBfgs} and its {@link
 * hep.aurum.math.optim.LocalMinimum}, which says whether it converged.
 *
 * <pre>{@code
 * Minimum minimum = BoundedNewton.withDefaults().minimize(objective, start, box);
 * LocalMinimum local = BoundedBfgs.inside(lower, upper).withTolerance(1e-5).minimise(function, start);
 * }</pre>
 *
 * <p>Matrices are row-major and symmetric, both triangles filled. Legend of shapes: {@code k} variables; gradients {@code [k]},
 * Hessians {@code [k*k]}.
 */
@NullMarked
package hep.aurum.math.optim;

import org.jspecify.annotations.NullMarked;
