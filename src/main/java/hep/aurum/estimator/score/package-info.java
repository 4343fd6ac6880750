/**
 * Train the score at a reference point on events whose joint score is known, and turn it into likelihood ratios: SALLY, SALLINO
 * and AFC.
 *
 * <p>{@link hep.aurum.estimator.score.ScoreTrainer} regresses the joint score; its minimum is \(t(x|\theta_{\rm ref})\), near
 * \(\theta_{\rm ref}\) the sufficient statistic of x. Further away it still is a good summary of x in k numbers, whose density is
 * counted at any θ with the events' own weights: in cells ({@link hep.aurum.estimator.score.SummaryRatio#sally}), with kernels
 * ({@link hep.aurum.estimator.score.SummaryRatio#afc}), or, projected on \(\theta-\theta_{\rm ref}\), in one dimension ({@link
 * hep.aurum.estimator.score.SallinoRatio}).
 *
 * <pre>{@code
 * ScoreEstimator score = ScoreTrainer.withDefaults()
 *         .train(training, validation, reference, RandomStreams.of(seed), Progress.NONE)
 *         .estimator();
 * RatioEstimator ratio = SummaryRatio.sally(score, events, 20, threads);
 * }</pre>
 *
 * <p>Legend of shapes: {@code n} events, {@code d} features, {@code k} parameters.
 *
 * @see <a href="https://arxiv.org/abs/1805.12244">Brehmer, Louppe, Pavez, Cranmer: Mining gold from implicit models</a>
 */
@NullMarked
package hep.aurum.estimator.score;

import org.jspecify.annotations.NullMarked;
