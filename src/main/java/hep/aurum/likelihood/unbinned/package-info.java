/**
 * Turn a ratio of densities, learned or exact, into the extended unbinned likelihood of a set of events.
 *
 * <p>\[ \ln L(\theta) = -\nu(\theta) + \sum_{i=1}^{n} a_i \left[ \ln\nu(\theta) + \log r(x_i|\theta, s) \right] +
 * \text{const} \]
 *
 * <p>with the expected number of events \(\nu(\theta)\) after selection, the ratio to a fixed reference law s, and
 * \(a_i = 1\) for real events or the expected counts of an Asimov sample.
 *
 * <p>{@link hep.aurum.likelihood.unbinned.EventLogRatio} gives the ratios of a fixed list of events, {@link
 * hep.aurum.likelihood.unbinned.ExpectedEvents} is ν(θ), {@link hep.aurum.likelihood.unbinned.UnbinnedLikelihood} puts them
 * together. The reference law drops out of every difference of ln L.
 *
 * <pre>{@code
 * ExpectedEvents expected = ExpectedEvents.of(basis, crossSectionPb, 300);
 * UnbinnedLikelihood data = UnbinnedLikelihood.ofEvents(events, expected);
 * double twiceNll = data.evaluate(theta, gradient);
 * UnbinnedLikelihood sensitivity = UnbinnedLikelihood.ofAsimov(simulated, counts, expected);
 * }</pre>
 *
 * <p>Legend of shapes: {@code n} events, {@code d} features, {@code k} parameters.
 */
@NullMarked
package hep.aurum.likelihood.unbinned;

import org.jspecify.annotations.NullMarked;
