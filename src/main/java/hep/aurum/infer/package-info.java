/**
 * Put questions to likelihoods: fits, tests of hypotheses, limits, discovery, confidence regions.
 *
 * <p>{@code fit}, {@code test}, {@code limit} and {@code discovery} ask a {@link hep.aurum.likelihood.StatisticalModel} with one
 * parameter of interest, such as a HistFactory model; {@code interval} asks any differentiable −2 ln L of a few parameters, such as
 * that of a learned ratio, which may have several minima.
 *
 * <pre>{@code
 * DiscoveryResult discovery = Discovery.of(model);
 * LimitResult limit = UpperLimit.withDefaults().of(model);
 * ProfileStatistic t = ProfileStatistic.of(twiceNll, box, AllMinima.withDefaults(), List.of());
 * }</pre>
 *
 * <p>Nothing here knows where a likelihood came from, and no answer comes from a fit that did not converge.
 */
@NullMarked
package hep.aurum.infer;

import org.jspecify.annotations.NullMarked;
