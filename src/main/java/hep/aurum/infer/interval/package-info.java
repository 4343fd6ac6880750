/**
 * Find every minimum of a likelihood, scan it, and turn it into confidence regions, asymptotic or by toys.
 *
 * <p>A polynomial signal gives likelihoods with several minima; {@link hep.aurum.infer.interval.AllMinima} finds them, and
 * the profile statistic \(t(\theta) = -2\ln L(\theta)/L(\hat\theta)\) of {@link hep.aurum.infer.interval.ProfileStatistic} always
 * refers to the lowest. {@link hep.aurum.infer.interval.Scan1D} and {@link hep.aurum.infer.interval.Scan2D} are profile scans;
 * {@link hep.aurum.infer.interval.ChiSquare} gives the asymptotic thresholds, {@link hep.aurum.infer.interval.NeymanCheck} those of
 * pseudo-experiments from a {@link hep.aurum.infer.interval.ToySource}.
 *
 * <pre>{@code
 * Box box = Box.of(space).withFixed(mu, 1);
 * ProfileStatistic statistic = ProfileStatistic.of(twiceNll, box, AllMinima.withDefaults(), List.of(standard));
 * Scan1D scan = Scan1D.of(statistic, "cHW", 0, 41);
 * List<Scan1D.Interval> intervals = scan.intervals(ChiSquare.threshold(1, ChiSquare.TWO_SIGMA));
 * NeymanCheck check = NeymanCheck.at(toys, theta, box, 400, streams);
 * double coverage = check.coverage(ChiSquare.threshold(box.freeCount(), ChiSquare.TWO_SIGMA));
 * }</pre>
 *
 * <p>{@link hep.aurum.infer.interval.NeymanBelt} constructs the set of a parameter of any model along a grid, nuisances profiled,
 * and refines its edges; {@link hep.aurum.infer.interval.FeldmanCousins} has the two problems of that paper exactly.
 *
 * <pre>{@code
 * NeymanBelt belt = NeymanBelt.of(model, 0.6827, ToyPlan.of(2000, seed).withThreads(8));
 * List<Scan1D.Interval> set = belt.scan(-3, 2, 41).intervals();
 * }</pre>
 *
 * <p>Legend of shapes: {@code k} parameters, fixed ones included.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177732360">Wilks: the law of the likelihood ratio (1938)</a>
 */
@NullMarked
package hep.aurum.infer.interval;

import org.jspecify.annotations.NullMarked;
