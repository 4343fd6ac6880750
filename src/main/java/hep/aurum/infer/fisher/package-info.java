/**
 * Say how much a measurement can tell about parameters before it is made, by the Fisher information.
 *
 * <p>{@link hep.aurum.infer.fisher.FisherInformation} is a symmetric matrix with named rows, the Monte Carlo covariance
 * of its entries, and the operations of information geometry: sums of channels, projection (other parameters known),
 * profiling (others unknown), constraints, uncertainties, distances, sensitive and blind directions, and the fraction
 * that an observable keeps. It comes from
 *
 * <ul>
 *   <li>{@link hep.aurum.infer.fisher.EventInformation}: weights as functions of θ, the bound on every observable;
 *   <li>{@link hep.aurum.infer.fisher.ScoreInformation}: scores of events, learned or exact;
 *   <li>{@link hep.aurum.infer.fisher.HistogramInformation}: events in bins;
 *   <li>{@link hep.aurum.infer.fisher.PoissonInformation}: the rate, or templates, known exactly;
 *   <li>{@link hep.aurum.infer.fisher.GaussianInformation}: measurements with a covariance;
 *   <li>{@link hep.aurum.infer.fisher.ModelInformation}: a statistical model with nuisances and auxiliary data.
 * </ul>
 *
 * <pre>{@code
 * EventInformation partons = EventInformation.of(List.of("cHW", "cHWtil", "scale"));
 * // for every event: weight in pb at θ, and its gradient
 * partons.add(weight, gradient);
 * FisherInformation full = partons.full(1000 * luminosity);       // luminosity in fb⁻¹: 1 pb · 1 fb⁻¹ = 1000 events
 * FisherInformation wilson = full.withConstraint("scale", 1).profile(List.of("cHW", "cHWtil"));
 * double[] sigma = wilson.uncertainties();
 * double worst = seen.fractionsOf(wilson).get(1).value();         // of the information, by an observable
 * }</pre>
 *
 * <p>The bound of Cramér and Rao is local: it holds where −2 ln L is a parabola over the range that matters. A weight
 * that is quadratic in θ can give more than one minimum, and no information at a point where its gradient vanishes;
 * {@code infer.interval} then has the answer. Accumulators of slices of an observable, one each, show where in phase
 * space the information lies.
 *
 * <p>Legend of shapes: {@code k} parameters, m = k(k+1)/2 entries of the upper triangle, {@code n} bins or
 * measurements. Another source of information is a class with a method that returns a {@code FisherInformation};
 * nothing else changes.
 *
 * @see <a href="https://arxiv.org/abs/1612.05261">Brehmer, Cranmer, Kling, Plehn: Better Higgs measurements through
 * information geometry</a>
 * @see <a href="https://arxiv.org/abs/1907.10621">Brehmer, Kling, Espejo, Cranmer: MadMiner</a>
 */
@NullMarked
package hep.aurum.infer.fisher;

import org.jspecify.annotations.NullMarked;
