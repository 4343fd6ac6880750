/**
 * Hold what was learned: functions of an event's features and of the parameters that stand for a likelihood ratio.
 *
 * <p>{@link hep.aurum.estimator.RatioEstimator} gives \(\log\hat r(x|\theta, s)\), the log ratio of the density of x at θ to
 * its density under a fixed reference law s, and the score \(\nabla_\theta\log\hat r\). The learned ones are
 * {@link hep.aurum.estimator.NetworkRatio} and its ensemble {@link hep.aurum.estimator.EnsembleRatio}; {@link
 * hep.aurum.estimator.MixtureRatio} composes the ratio of several processes from one {@link
 * hep.aurum.estimator.ProcessComponent} each, with {@link hep.aurum.estimator.CalibratedOdds} between them; {@link hep.aurum.estimator.VariedRatio} adds nuisances that are known from
 * samples of their own, and {@link hep.aurum.estimator.MomentClosure} holds it against another sample; an exact or a
 * calibrated ratio implements the same interface. {@code estimator.ratio} trains them, {@code estimator.calibrate} corrects
 * them by counting events. {@link hep.aurum.estimator.ScoreEstimator} gives the score at one point; {@code estimator.score}
 * trains it and counts ratios from it.
 *
 * <pre>{@code
 * RatioEstimator ratio = RatioFile.read(Path.of("ratio.aurum"));
 * double logR = ratio.logRatio(x, theta);
 * double[] score = new double[ratio.space().size()];
 * ratio.logRatioAndScore(x, theta, score);
 * double[] scan = new double[n * p];
 * ratio.logRatios(events, thetas, scan, threads);   // many events at many points
 * }</pre>
 *
 * <p><b>The model file</b>, version 1 to 3, that {@link hep.aurum.estimator.RatioFile} writes: a header in UTF-8, one
 * {@code key value} on each line, then numbers, then a checksum.
 *
 * <pre>
 * aurum-ratio 1
 * reference &lt;text&gt;                           which law the ratio is to
 * features d, then d lines    feature mean scale name
 * parameters k, then k lines  parameter min max standard centre scale name
 * morphing square|additive n m, then m lines    monomial total spread power…, in version 3 only
 * activation tanh
 * hidden 100 100
 * members N
 * weights w1 … wN             in versions 2 and 3; in 3 possibly "weights equal"
 * end
 * </pre>
 *
 * <p>A backslash in a text is doubled and a line break is written {@code \n}, a return {@code \r}; real numbers are
 * hexadecimal ({@code %a} in C), so that they read back to the same bits. After the line {@code end}, for each member the parameters of its network as little-endian
 * IEEE float32: for each hidden layer its matrix by rows, one row for each input (features first, then parameters), one
 * column for each unit, then its bias; then the output's weights and bias. Inputs are (value − mean) / scale, so are
 * parameters with centre and scale. The output is \(\log\hat r\); an ensemble's is the mean of its members', in version 2
 * with the weights of its line {@code weights}, which need not add up to 1. An ensemble of equal weights is written as version
 * 1. Version 3 holds {@link hep.aurum.estimator.MorphedRatio}s: networks of the features alone with several outputs, and the
 * polynomial that these make. The last 32 bytes are the SHA-256 of all bytes before.
 *
 * <p>Legend of shapes: {@code n} events, {@code d} features, {@code k} parameters, {@code p} points θ.
 */
@NullMarked
package hep.aurum.estimator;

import org.jspecify.annotations.NullMarked;
