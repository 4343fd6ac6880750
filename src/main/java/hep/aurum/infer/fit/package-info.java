/**
 * Fit the parameters of a statistical model by maximum likelihood.
 *
 * <pre>{@code
 * FitResult best = Fitter.withDefaults().fit(model);
 * FitResult background = Fitter.withDefaults().fit(model, "mu", 0.0);
 * double t0 = background.twiceNll() - best.twiceNll();
 * }</pre>
 *
 * <p>A result is only returned when the estimated distance to the minimum is below the tolerance; otherwise
 * {@link hep.aurum.base.NotConverged} names the parameter. Shapes: {@code k} parameters.
 */
@NullMarked
package hep.aurum.infer.fit;

import org.jspecify.annotations.NullMarked;
