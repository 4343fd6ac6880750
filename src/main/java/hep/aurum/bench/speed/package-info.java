/**
 * Measure how many samples a second the learning engine trains on and evaluates, and what part of the processor's peak that is.
 *
 * <p>{@link hep.aurum.bench.speed.Work} lists the reference networks. W1 is three layers of 100 tanh units trained on
 * binary cross-entropy; W2 is the same network with the score term in two directions; W3 is five layers of 256 SiLU units with
 * the score term; W4 evaluates W1's network at 25 parameter points an event. {@link hep.aurum.bench.speed.SpeedBench} runs
 * them on the path that training takes: {@link hep.aurum.nn.Tile}, {@link hep.aurum.nn.Workers} and
 * {@link hep.aurum.nn.Adam}.
 *
 * <pre>{@code
 * SpeedResult result = SpeedBench.run(SpeedOptions.withDefaults().withThreads(2));
 * result.of(Work.W2_1024).samplesPerSecond();
 * }</pre>
 *
 * <p>A floating-point operation counts if the mathematics asks for it: the products of matrices with their true widths, an
 * addition and a multiplication each. Padding, activations and the optimiser do not count, so no implementation reaches the
 * peak.
 */
@NullMarked
package hep.aurum.bench.speed;

import org.jspecify.annotations.NullMarked;
