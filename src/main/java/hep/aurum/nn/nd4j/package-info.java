/**
 * Run networks on ND4J: whole-array operations on native BLAS, or on a graphics card when its library is on the class path.
 *
 * <p>The mathematics is that of {@link hep.aurum.nn.Tile}: a hand-written reverse sweep and, for losses with slopes, one
 * tangent pass; here every step is one operation on an array that holds all rows. An event is a column, as in the formulas
 * \(z_l = W_l a_{l-1} + b_l\): arrays are {@code [units, rows]} in column-major order, whose memory is the row-major {@code
 * [rows][units]} of the rest of the program, so that nothing is transposed on the way in or out.
 *
 * <p>{@link hep.aurum.nn.nd4j.Nd4jBackend} opens passes, {@link hep.aurum.nn.nd4j.Nd4jPass} is one, {@link
 * hep.aurum.nn.nd4j.NetworkArrays} turns weights into named arrays and back. The fused kernels are faster on a processor at
 * the sizes of this field; this backend is the second opinion that they are tested against, and the road to a graphics card.
 *
 * <pre>{@code
 * Pass pass = Backend.named("nd4j").open(shape, true);
 * Map<String, INDArray> arrays = NetworkArrays.toArrays(weights);   // layer0.weight, layer0.bias, ...
 * }</pre>
 *
 * <p>Sums run in the order of the BLAS library: the same bits on one machine with the same number of native threads, not from
 * one machine to another. Nothing outside this package loads a class of ND4J for a network, so the program runs without it
 * until this backend is asked for.
 *
 * <p>To add an activation, add its line to {@code ArrayActivation}.
 *
 * <p>Legend of shapes: {@code n} rows, {@code d} plain inputs, {@code k} slope inputs, {@code o} outputs.
 */
@NullMarked
package hep.aurum.nn.nd4j;

import org.jspecify.annotations.NullMarked;
