package hep.aurum.nn.nd4j;

import hep.aurum.base.BadInput;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Turn a network's parameters into named arrays and back, for other programs and for arithmetic of one's own.
 *
 * <p>Layer l, from 0 to the number of hidden layers, is {@code layer<l>.weight [units, inputs]}, plain inputs before slope
 * inputs, and {@code layer<l>.bias [units]}; the last layer is the output. These are the shapes of a {@code Linear} layer of
 * PyTorch: \(z = Wa + b\).
 */
public final class NetworkArrays {

    private NetworkArrays() {}

    /** Return copies of the parameters as float32 by rows, layer by layer. */
    public static Map<String, INDArray> toArrays(NetworkWeights weights) {
        NetworkShape shape = weights.shape();
        float[] parameters = weights.parameters();
        Map<String, INDArray> arrays = new LinkedHashMap<>();
        for (int l = 0; l <= shape.layers(); l++) {
            int units = DeviceWeights.units(shape, l);
            try (INDArray matrix = l < shape.layers()
                            ? Columns.of(parameters, DeviceWeights.matrixOffset(shape, l), units, shape.inputsOf(l))
                            : Columns.of(parameters, DeviceWeights.matrixOffset(shape, l), shape.inputsOf(l), units);
                    INDArray bias = Columns.of(parameters, DeviceWeights.biasOffset(shape, l), units, 1)) {
                arrays.put(weight(l), (l < shape.layers() ? matrix : matrix.transpose()).dup('c'));
                arrays.put(bias(l), bias.reshape(units).dup('c'));
            }
        }
        return arrays;
    }

    /**
     * Return the network of given arrays.
     *
     * @param arrays float32 or float64, as {@link #toArrays} names them
     * @throws BadInput if an array is missing or too many, or has another type or shape
     */
    public static NetworkWeights toWeights(NetworkShape shape, Map<String, INDArray> arrays) {
        float[] parameters = new float[shape.parameters()];
        for (int l = 0; l <= shape.layers(); l++) {
            int units = DeviceWeights.units(shape, l);
            INDArray matrix = find(arrays, weight(l), units, shape.inputsOf(l));
            INDArray bias = find(arrays, bias(l), units);
            copy(matrix, l < shape.layers() ? 'f' : 'c', parameters, DeviceWeights.matrixOffset(shape, l));
            copy(bias, 'c', parameters, DeviceWeights.biasOffset(shape, l));
        }
        int expected = 2 * (shape.layers() + 1);
        if (arrays.size() != expected) {
            throw new BadInput(
                    "a network of " + (shape.layers() + 1) + " layers has " + expected + " arrays, not "
                            + arrays.size(),
                    "",
                    "pass layer0.weight to " + bias(shape.layers()) + " and no others");
        }
        return NetworkWeights.of(shape, parameters);
    }

    private static INDArray find(Map<String, INDArray> arrays, String name, long... shape) {
        INDArray array = arrays.get(name);
        if (array == null) {
            throw new BadInput("no array is named " + name, "", "the arrays are " + arrays.keySet());
        }
        if (!Arrays.equals(array.shape(), shape)) {
            throw new BadInput(
                    name + " has the shape " + Arrays.toString(array.shape()) + ", expected " + Arrays.toString(shape),
                    "",
                    "pass one row for each unit, one column for each of its inputs");
        }
        if (array.dataType() != DataType.FLOAT && array.dataType() != DataType.DOUBLE) {
            throw new BadInput(
                    name + " holds numbers of type " + array.dataType() + ", expected FLOAT or DOUBLE",
                    "",
                    "convert it: array.castTo(DataType.FLOAT)");
        }
        return array;
    }

    private static void copy(INDArray array, char order, float[] target, int offset) {
        try (INDArray copy = Nd4j.create(DataType.FLOAT, array.shape(), order)) {
            Columns.read(copy.assign(array), target, offset);
        }
    }

    private static String weight(int layer) {
        return "layer" + layer + ".weight";
    }

    private static String bias(int layer) {
        return "layer" + layer + ".bias";
    }
}
