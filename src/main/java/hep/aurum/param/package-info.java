/**
 * Describe the theory: its parameters θ, the benchmark points, and how an event's weight depends on θ.
 *
 * <p>{@link hep.aurum.param.Morphing} turns an event's weights at {@link hep.aurum.param.Benchmark}s into a polynomial over a
 * {@link hep.aurum.param.MonomialBasis}; {@link hep.aurum.param.ProcessWeights} adds signal strengths and process rates;
 * {@link hep.aurum.param.MorphingClosure} tests the polynomial on benchmarks that were left out;
 * {@link hep.aurum.param.Prior} draws the points at which a network is trained.
 *
 * <pre>{@code
 * ParameterSpace space = ParameterSpace.of(new Parameter("cHW", -3, 3, 0), new Parameter("cHWtil", -3, 3, 0));
 * Morphing morphing = Morphing.quadratic(space, benchmarks);
 * morphing.coefficients(weightsAtBenchmarks, coefficients);
 * double weight = morphing.weight(coefficients, theta);
 * }</pre>
 *
 * <p>Legend of shapes: {@code k} parameters, {@code m} monomials, {@code b} benchmarks, {@code n} events.
 */
@NullMarked
package hep.aurum.param;

import org.jspecify.annotations.NullMarked;
