/**
 * Train likelihood-ratio estimators on events whose joint ratio and joint score are known: mined gold.
 *
 * <p>{@link hep.aurum.estimator.ratio.RatioTrainer} takes two {@link hep.aurum.sample.EventSample}s and returns a {@link
 * hep.aurum.estimator.ratio.TrainingResult}. What it minimises is a {@link hep.aurum.estimator.ratio.RatioLoss}; what it
 * is shown is a {@link hep.aurum.estimator.ratio.LabelForm}: every event at a fresh θ in every epoch, standing for both laws (the
 * low-variance form), or pairs that are drawn once.
 *
 * <pre>{@code
 * TrainingResult result = RatioTrainer.withDefaults()
 *         .withHidden(List.of(100, 100))
 *         .withMembers(4)
 *         .withThreads(2)
 *         .train(training, validation, RandomStreams.of(seed), Progress.NONE);
 * RatioEstimator ratio = result.estimator();
 * }</pre>
 *
 * <p>Training events are a sample of a law s in which every row counts once. At a point θ an event has the joint ratio
 * \(r = n w(\theta)/\sigma(\theta)\) to s and the joint score \(t = \nabla w/w - \nabla\sigma/\sigma\). Both exist for
 * negative weights; only r and \(rt = \nabla_\theta r\), ratios of polynomials, enter the losses, so that \(w = 0\) is no
 * special case.
 *
 * <p><b>Add your own loss</b>: implement {@link hep.aurum.estimator.ratio.RatioLoss}, name the class in {@code
 * META-INF/services/hep.aurum.estimator.ratio.RatioLoss}, and subclass {@code RatioLossContract} in the tests.
 *
 * <p>Legend of shapes: {@code n} events, {@code d} features, {@code k} parameters.
 */
@NullMarked
package hep.aurum.estimator.ratio;

import org.jspecify.annotations.NullMarked;
