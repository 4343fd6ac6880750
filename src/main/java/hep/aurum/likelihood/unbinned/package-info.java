/**
 * Turn a ratio of densities, learned or exact, into the extended unbinned likelihood of a set of events.
 *
 * <p>\[ \ln L(\theta) = -\nu(\theta) + \sum_{i=1}^{n} a_i \left[ \ln\nu(\theta) + \log r(x_i|\theta, s) \right] +
 * \text{const} \]
 *
 * <p>with the expected number of events \(\nu(\theta)\) after selection, the ratio to a fixed reference law s, and
 * \(a_i = 1\) for real events or the expected counts of an Asimov sample.
 *
 * <p>Legend of shapes: {@code n} events, {@code d} features, {@code k} parameters.
 */
@NullMarked
package hep.aurum.likelihood.unbinned;

import org.jspecify.annotations.NullMarked;
