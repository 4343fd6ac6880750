package hep.aurum.nn.nd4j;

import static hep.aurum.nn.nd4j.Columns.product;

import hep.aurum.nn.NetworkShape;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Carry out the sweeps of a network over a fixed number of rows, one operation for all rows at a time.
 *
 * <p>The formulas and the names are those of {@link hep.aurum.nn.Tile}, with the same reuse of {@code second}: first
 * \(\varphi''\), then \((\partial f/\partial a)\varphi''\), then that times \(\dot z\). All arrays are {@code [units, n]} and
 * live as long as the sweep, so that a step allocates next to nothing.
 */
final class ReverseSweep implements AutoCloseable {

    private final NetworkShape shape;
    private final DeviceWeights weights;
    private final ArrayActivation activation;
    private final int rows;
    private final List<INDArray> owned = new ArrayList<>();
    private final INDArray value;
    private final List<INDArray> a = new ArrayList<>();
    private final List<INDArray> first = new ArrayList<>();
    private final List<INDArray> second = new ArrayList<>();
    private final List<INDArray> adjoint = new ArrayList<>();
    private final List<INDArray> tangent = new ArrayList<>();
    private final List<INDArray> spare = new ArrayList<>();
    private INDArray input;

    ReverseSweep(NetworkShape shape, DeviceWeights weights, ArrayActivation activation, int rows, boolean training) {
        this.shape = shape;
        this.weights = weights;
        this.activation = activation;
        this.rows = rows;
        this.input = Columns.zeros(1, 1);
        this.value = own(shape.outputs());
        for (int l = 0; l < shape.layers(); l++) {
            int width = shape.widthOf(l);
            a.add(own(width));
            if (training) {
                first.add(own(width));
                second.add(own(width));
                spare.add(own(width));
                if (shape.slopeInputs() > 0) {
                    adjoint.add(own(width));
                    tangent.add(own(width));
                }
            }
        }
    }

    private INDArray own(int units) {
        INDArray array = Columns.zeros(units, rows);
        owned.add(array);
        return array;
    }

    int rows() {
        return rows;
    }

    @Override
    public void close() {
        input.close();
        owned.forEach(INDArray::close);
    }

    /** Compute \(z_l = W_l a_{l-1} + b_l\), \(a_l = \varphi(z_l)\) and the outputs. */
    void forward(float[] inputs, float[] values) {
        input.close();
        input = Columns.of(inputs, 0, shape.inputs(), rows);
        for (int l = 0; l < shape.layers(); l++) {
            INDArray z = a.get(l);
            product(weights.matrix(l), false, before(l), false, z, 0);
            z.addiColumnVector(weights.bias(l));
            if (first.isEmpty()) {
                activation.apply(z);
            } else {
                activation.apply(z, first.get(l), second.get(l));
            }
        }
        int last = shape.layers();
        product(weights.matrix(last), true, before(last), false, value, 0);
        value.addiColumnVector(weights.bias(last));
        Columns.read(value, values, 0);
    }

    private INDArray before(int layer) {
        return layer == 0 ? input : a.get(layer - 1);
    }

    /** Compute \(q_l = \varphi'_l W_{l+1}^T q_{l+1}\) and the slopes \(W_\vartheta^T q_0\). */
    void differentiate(float[] slopes) {
        int last = shape.layers() - 1;
        adjoint.get(last).assign(0).addiColumnVector(weights.matrix(last + 1));
        split(adjoint.get(last), last);
        for (int l = last; l > 0; l--) {
            product(weights.matrix(l), true, adjoint.get(l), false, adjoint.get(l - 1), 0);
            split(adjoint.get(l - 1), l - 1);
        }
        try (INDArray slope = Columns.zeros(shape.slopeInputs(), rows)) {
            product(weights.slopeMatrix(), true, adjoint.get(0), false, slope, 0);
            Columns.read(slope, slopes, 0);
        }
    }

    /** Multiply a layer's {@code second} by x, and then x by its {@code first}. */
    private void split(INDArray x, int layer) {
        second.get(layer).muli(x);
        x.muli(first.get(layer));
    }

    /** Compute the gradient of a loss that does not depend on the slopes; {@code gradient} has no padding. */
    void backward(float[] upstream, float[] gradient) {
        try (INDArray df = Columns.of(upstream, 0, shape.outputs(), rows)) {
            outputGradient(df, gradient);
            descend(df, gradient, false);
        }
    }

    /** Compute the gradient of a loss that depends on the slopes; {@code gradient} has no padding. */
    void backward(float[] upstream, float[] upstreamSlopes, float[] gradient) {
        try (INDArray df = Columns.of(upstream, 0, shape.outputs(), rows);
                INDArray direction = Columns.of(upstreamSlopes, 0, shape.slopeInputs(), rows)) {
            pushTangent(direction);
            outputGradient(df, gradient);
            descend(df, gradient, true);
            addSlopeGradient(direction, gradient);
        }
    }

    /** Compute \(\dot z_l = W_l\dot a_{l-1}\) and \(\dot a_l = \varphi'_l\dot z_l\). */
    private void pushTangent(INDArray direction) {
        product(weights.slopeMatrix(), false, direction, false, tangent.get(0), 0);
        split(tangent.get(0), 0);
        for (int l = 1; l < shape.layers(); l++) {
            product(weights.matrix(l), false, tangent.get(l - 1), false, tangent.get(l), 0);
            split(tangent.get(l), l);
        }
    }

    private void outputGradient(INDArray df, float[] gradient) {
        int last = shape.layers();
        try (INDArray matrix = Columns.zeros(shape.inputsOf(last), shape.outputs());
                INDArray bias = df.sum(1)) {
            product(a.get(last - 1), false, df, true, matrix, 0);
            Columns.read(matrix, gradient, DeviceWeights.matrixOffset(shape, last));
            Columns.read(bias, gradient, DeviceWeights.biasOffset(shape, last));
        }
    }

    /** Compute \(\zeta_l = \varphi'_l W_{l+1}^T\zeta_{l+1} + (W_{l+1}^T q_{l+1})\varphi''_l\dot z_l\), layer by layer. */
    private void descend(INDArray df, float[] gradient, boolean slopes) {
        int last = shape.layers() - 1;
        product(weights.matrix(last + 1), false, df, false, spare.get(last), 0);
        for (int l = last; l >= 0; l--) {
            INDArray zeta = spare.get(l).muli(first.get(l));
            if (slopes) {
                zeta.addi(second.get(l));
            }
            layerGradient(l, zeta, gradient, slopes);
            if (l > 0) {
                product(weights.matrix(l), true, zeta, false, spare.get(l - 1), 0);
            }
        }
    }

    /** Compute \(\zeta_l a_{l-1}^T + q_l\dot a_{l-1}^T\) and the sum of \(\zeta_l\). */
    private void layerGradient(int l, INDArray zeta, float[] gradient, boolean slopes) {
        try (INDArray matrix = Columns.zeros(shape.widthOf(l), shape.inputsOf(l));
                INDArray bias = zeta.sum(1)) {
            product(zeta, false, before(l), true, matrix, 0);
            if (slopes && l > 0) {
                product(adjoint.get(l), false, tangent.get(l - 1), true, matrix, 1);
            }
            Columns.read(matrix, gradient, DeviceWeights.matrixOffset(shape, l));
            Columns.read(bias, gradient, DeviceWeights.biasOffset(shape, l));
        }
    }

    /** Add what the slopes alone put into the gradient: \(\sum\dot a_L\) at the output and \(q_0\bar g^T\) at the input. */
    private void addSlopeGradient(INDArray direction, float[] gradient) {
        int last = shape.layers();
        try (INDArray output = tangent.get(last - 1).sum(1);
                INDArray matrix = Columns.zeros(shape.widthOf(0), shape.slopeInputs())) {
            product(adjoint.get(0), false, direction, true, matrix, 0);
            add(output, gradient, DeviceWeights.matrixOffset(shape, last));
            add(matrix, gradient, DeviceWeights.slopeOffset(shape));
        }
    }

    private static void add(INDArray matrix, float[] gradient, int offset) {
        float[] terms = new float[(int) matrix.length()];
        Columns.read(matrix, terms, 0);
        for (int i = 0; i < terms.length; i++) {
            gradient[offset + i] += terms[i];
        }
    }
}
