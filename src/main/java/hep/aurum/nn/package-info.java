/**
 * Train and evaluate multilayer perceptrons on fused kernels, with the derivative of the output in some of its inputs and
 * with gradients of losses that contain that derivative.
 *
 * <p>A network \(f(x, \vartheta)\) has {@code d} plain inputs x followed by {@code k} inputs \(\vartheta\) in which it is
 * differentiated, hidden layers of any number and width, and one output;
 * without slope inputs there may be several outputs. With \(a_0 = (x,\vartheta)\), \(z_l = W_l a_{l-1} +
 * b_l\), \(a_l = \varphi(z_l)\) and \(f = w\cdot a_L + b\), a loss that depends on f and \(g = \nabla_\vartheta f\) has the
 * gradient
 *
 * <p>\[ \frac{\partial L}{\partial W} = \frac{\partial}{\partial W}\left[\bar f f + \dot f\right], \qquad \dot f = \bar
 * g\cdot\nabla_\vartheta f, \]
 *
 * <p>with \(\bar f = \partial L/\partial f\) and \(\bar g = \partial L/\partial g\) held fixed: the R-operator. One tangent
 * pass along \(\bar g\) and one reverse sweep give it for any number of parameters, six units of matrix products in all
 * where the plain gradient takes three.
 *
 * <p>{@link hep.aurum.nn.NetworkShape} says what a network looks like and where its parameters lie,
 * {@link hep.aurum.nn.NetworkWeights} holds them, {@link hep.aurum.nn.Pass} pushes rows through all layers, on fused kernels as {@link
 * hep.aurum.nn.Tile}, {@link hep.aurum.nn.Adam} takes a step, and {@link hep.aurum.nn.Workers} spreads the chunks of a batch
 * over threads.
 *
 * <pre>{@code
 * NetworkShape shape = NetworkShape.of(8, 2, List.of(100, 100), Activation.TANH);
 * NetworkWeights weights = NetworkWeights.random(shape, random);
 * Pass pass = Backend.fused().open(shape, true);
 * pass.setInputs(row, x, offset);            // and setSlopeInput, for every row
 * pass.forward(weights, rows);
 * pass.differentiate(weights);               // pass.value(row, 0), pass.slope(row, parameter)
 * pass.setUpstream(row, 0, df);              // and setUpstreamSlope, for every row
 * pass.backward(weights, gradient);          // adds to gradient
 * }</pre>
 *
 * <p>The same inputs give the same bits on any number of threads, any vector width, with or without the vector module, and
 * on every Java release: every sum has a fixed order, products are fused everywhere, and the only transcendental function
 * is a rational approximation of our own. Another backend implements {@link hep.aurum.nn.Backend}; another activation
 * joins at {@link hep.aurum.nn.Activation}.
 *
 * <p>Legend of shapes: {@code n} rows, {@code d} plain inputs, {@code k} differentiated inputs, {@code p} parameters of the
 * network with padding.
 */
@NullMarked
package hep.aurum.nn;

import org.jspecify.annotations.NullMarked;
