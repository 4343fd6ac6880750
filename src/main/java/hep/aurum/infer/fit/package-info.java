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
 * {@link hep.aurum.base.NotConverged} names the parameter.
 *
 * <p>To understand a fit, {@link hep.aurum.infer.fit.Impacts} ranks its nuisances, {@link hep.aurum.infer.fit.Yields}
 * propagates its covariance to the expected events before and after it, {@link hep.aurum.infer.fit.Covariance} holds the
 * correlations, and {@link hep.aurum.infer.fit.GoodnessOfFit} compares it with the saturated model. Shapes: {@code k} parameters.
 */
@NullMarked
package hep.aurum.infer.fit;

import org.jspecify.annotations.NullMarked;
