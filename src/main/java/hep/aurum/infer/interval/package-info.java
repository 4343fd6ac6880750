/**
 * Find every minimum of a likelihood, scan it, and turn it into confidence regions, asymptotic or by toys.
 *
 * <p>A polynomial signal gives likelihoods with several minima; {@link hep.aurum.infer.interval.AllMinima} finds them, and
 * the profile statistic \(t(\theta) = -2\ln L(\theta)/L(\hat\theta)\) always refers to the lowest.
 */
@NullMarked
package hep.aurum.infer.interval;

import org.jspecify.annotations.NullMarked;
