package hep.aurum.nn.nd4j;

import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Hold a network's parameters where ND4J computes, and follow the changes that training makes to them.
 *
 * <p>Layers count from 0; the last, after the hidden ones, is the output's. Its matrix is {@code [inputs, outputs]}, the
 * others are {@code [units, inputs]}; a bias is a column.
 */
final class DeviceWeights {

    private final NetworkShape shape;
    private final List<INDArray> matrices = new ArrayList<>();
    private final List<INDArray> biases = new ArrayList<>();
    private final List<INDArray> slopeMatrix = new ArrayList<>();
    private float[] known = {};

    DeviceWeights(NetworkShape shape) {
        this.shape = shape;
    }

    /** Copy the parameters if they are not those of the last call. */
    void follow(NetworkWeights weights) {
        float[] now = weights.parameters();
        if (!Arrays.equals(now, known)) {
            close();
            for (int l = 0; l <= shape.layers(); l++) {
                boolean output = l == shape.layers();
                int inputs = shape.inputsOf(l);
                int units = units(shape, l);
                matrices.add(Columns.of(now, matrixOffset(shape, l), output ? inputs : units, output ? units : inputs));
                biases.add(Columns.of(now, biasOffset(shape, l), units, 1));
            }
            if (shape.slopeInputs() > 0) {
                slopeMatrix.add(Columns.of(now, slopeOffset(shape), shape.widthOf(0), shape.slopeInputs()));
            }
            known = now;
        }
    }

    private void close() {
        for (List<INDArray> arrays : List.of(matrices, biases, slopeMatrix)) {
            arrays.forEach(INDArray::close);
            arrays.clear();
        }
    }

    INDArray matrix(int layer) {
        return matrices.get(layer);
    }

    INDArray bias(int layer) {
        return biases.get(layer);
    }

    /** Return the columns of the first matrix that belong to the slope inputs. */
    INDArray slopeMatrix() {
        return slopeMatrix.get(0);
    }

    /** Return the number of units of a layer. */
    static int units(NetworkShape shape, int layer) {
        return layer == shape.layers() ? shape.outputs() : shape.widthOf(layer);
    }

    /** Return where a layer's matrix begins among the parameters without padding. */
    static int matrixOffset(NetworkShape shape, int layer) {
        int offset = 0;
        for (int l = 0; l < layer; l++) {
            offset += (shape.inputsOf(l) + 1) * shape.widthOf(l);
        }
        return offset;
    }

    /** Return where a layer's bias begins among the parameters without padding. */
    static int biasOffset(NetworkShape shape, int layer) {
        return matrixOffset(shape, layer) + shape.inputsOf(layer) * units(shape, layer);
    }

    /** Return where the part of the first matrix that belongs to the slope inputs begins. */
    static int slopeOffset(NetworkShape shape) {
        return shape.plainInputs() * shape.widthOf(0);
    }
}
