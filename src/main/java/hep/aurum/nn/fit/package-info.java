/**
 * Fit networks to a loss over examples: shuffled batches, optimiser and learning-rate schedule, validation, early stopping
 * that restores the best weights, ensembles side by side.
 *
 * <p>A {@link hep.aurum.nn.fit.Problem} says which examples there are and sums their loss and its gradient; {@link
 * hep.aurum.nn.fit.FitOptions} say how to train; {@link hep.aurum.nn.fit.EnsembleFit} does it. Nothing here knows what the
 * network stands for.
 *
 * <pre>{@code
 * FitOptions options = FitOptions.withDefaults().withHidden(List.of(100, 100)).withMembers(4).withThreads(2);
 * List<FittedNetwork> members = EnsembleFit.fit(options, (member, streams) -> problem, RandomStreams.of(seed), Progress.NONE);
 * }</pre>
 *
 * <p>The same problem, options and streams give the same bits on any number of threads.
 */
@NullMarked
package hep.aurum.nn.fit;

import org.jspecify.annotations.NullMarked;
