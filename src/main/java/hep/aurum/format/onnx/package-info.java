/**
 * Write learned ratios as ONNX, and evaluate networks that other programs wrote as ONNX.
 *
 * <p>{@link hep.aurum.format.onnx.OnnxExport} writes a network, an ensemble or a normalised ratio as one graph in physical units:
 * standardisation, the mean of the members and the polynomial of the normalisation are part of it, so that C++, Python or a
 * browser need nothing but a runtime. {@link hep.aurum.format.onnx.OnnxNetwork} reads a multilayer perceptron from PyTorch,
 * Keras, scikit-learn or MadMiner, and {@link hep.aurum.format.onnx.OnnxRatio} lets it stand where a learned ratio of our own
 * would, its score by exact tangents.
 *
 * <pre>{@code
 * OnnxExport.of(ratio).withScore(true).write(Path.of("ratio.onnx"));
 *
 * OnnxNetwork network = OnnxNetwork.read(Path.of("madminer.onnx"));
 * OnnxSignature signature = OnnxSignature.of(space, featureNames)
 *         .withInput("theta0", Columns.THETA)
 *         .withInput("x", Columns.X)
 *         .withFixedInput("theta1", new double[] {0, 0})
 *         .withOutput("log_r_hat", RatioOutput.LOG_RATIO);
 * RatioEstimator ratio = OnnxRatio.of(network, signature);
 * }</pre>
 *
 * <p>What is written: operator set 13 and version 7 of the format, which every runtime since 2020 reads; inputs {@code x [n, d]}
 * and {@code theta [n, k]}, outputs {@code log_ratio [n]} and, if wanted, {@code score [n, k]}, the reverse sweep as nodes of the
 * graph. The metadata carry names and ranges as JSON. The same ratio gives the same bytes.
 *
 * <p>What is read: the operators that {@link hep.aurum.format.onnx.OnnxNetwork} lists, of operator sets 7 to 22. Files are those
 * of strangers: every length is checked against the bytes that are left before anything is allocated, nothing recurses, and only
 * {@link hep.aurum.base.BadInput} and {@link hep.aurum.base.NotSupported} escape. The wire format is that of protocol buffers,
 * read and written here in a hundred lines each.
 *
 * <p>To add an activation, give it a case in {@code ActivationNodes} (what is written) and, if it is an operator of its own, a
 * line in {@code Operators} (what is read).
 *
 * <p>Legend of shapes: {@code n} events, {@code d} features, {@code k} parameters, {@code c} columns of a tensor.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/v1.12.0/docs/IR.md">Open Neural Network Exchange, the format</a>
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the wire format of protocol buffers</a>
 */
@NullMarked
package hep.aurum.format.onnx;

import org.jspecify.annotations.NullMarked;
