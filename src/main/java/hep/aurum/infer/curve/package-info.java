/**
 * Fit a formula to points or to the bins of a histogram.
 *
 * <pre>{@code
 * Formula peak = Formula.parse("a*gauss(x, mean, sigma)");
 * CurveResult result = CurveFit.of(peak)
 *         .withStart(100, 125, 2)
 *         .fit(CurveStatistic.POISSON, CurveData.ofBins(histogram, 105, 160));
 * double mean = result.value("mean"), error = result.error("mean");
 * }</pre>
 *
 * <p>First and second derivatives are exact, so that the search is {@link hep.aurum.math.optim.BoundedNewton} and the
 * covariance is twice the inverse of the true second derivatives at the minimum. {@code infer.fit} fits statistical models
 * with nuisance parameters; this room is for curves. To add a statistic, add a constant to
 * {@link hep.aurum.infer.curve.CurveStatistic}.
 */
@NullMarked
package hep.aurum.infer.curve;

import org.jspecify.annotations.NullMarked;
