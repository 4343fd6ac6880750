/**
 * Multiply small float32 matrices with a fixed order of summation.
 *
 * <p>{@link hep.aurum.nn.kernel.Kernels#best()} is the vector-API kernel where the module {@code jdk.incubator.vector} is
 * there, and plain loops elsewhere; both give the same bits. Another kernel implements the same methods in the same order of
 * sums, sixteen virtual lanes and fused products, and is tested against the plain loops bit by bit.
 */
@NullMarked
package hep.aurum.nn.kernel;

import org.jspecify.annotations.NullMarked;
