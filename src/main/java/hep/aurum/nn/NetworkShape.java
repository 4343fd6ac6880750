package hep.aurum.nn;

import hep.aurum.base.Check;
import hep.aurum.nn.kernel.Kernels;
import java.util.List;

/**
 * Say how many inputs, layers and units a network has, and where each of its parameters lies in one flat array.
 *
 * <p>Layer l (from 0) has a matrix by rows, one row for each input and one column for each unit, followed by its bias; after
 * the last layer come the weights of the outputs, one row for each output, and their biases. Rows are padded to a multiple
 * of 4 and columns to a multiple of 16 with zeros that training leaves at zero.
 *
 * @param plainInputs the number d of inputs x
 * @param slopeInputs the number k of inputs in which the output is differentiated, after the plain ones
 * @param hidden the widths of the hidden layers
 * @param activation the non-linearity of the hidden layers
 * @param outputs the number of outputs; a network with slope inputs has one
 */
public record NetworkShape(int plainInputs, int slopeInputs, List<Integer> hidden, Activation activation, int outputs) {

    private static final int MAX_WIDTH = 1 << 14;
    private static final int MAX_LAYERS = 64;
    private static final int MAX_PARAMETERS = 1 << 27;

    /** Check the sizes. */
    public NetworkShape {
        hidden = List.copyOf(hidden);
        Check.argument(plainInputs >= 1 && plainInputs <= MAX_WIDTH, "a network has %d plain inputs", plainInputs);
        Check.argument(slopeInputs >= 0 && slopeInputs <= MAX_WIDTH, "a network has %d slope inputs", slopeInputs);
        Check.argument(
                !hidden.isEmpty() && hidden.size() <= MAX_LAYERS,
                "a network has %d hidden layers, expected 1 to %d",
                hidden.size(),
                MAX_LAYERS);
        Check.argument(outputs >= 1 && outputs <= MAX_WIDTH, "a network has %d outputs", outputs);
        Check.argument(
                outputs == 1 || slopeInputs == 0,
                "a network with %d slope inputs has %d outputs, expected one",
                slopeInputs,
                outputs);
        long parameters = 0;
        int before = plainInputs + slopeInputs;
        for (int width : hidden) {
            Check.argument(width >= 1 && width <= MAX_WIDTH, "a hidden layer has %d units", width);
            parameters += (before + 1L) * width;
            before = width;
        }
        parameters += (before + 1L) * outputs;
        Check.argument(
                parameters <= MAX_PARAMETERS, "a network has %d parameters, at most %d", parameters, MAX_PARAMETERS);
    }

    /** Return the shape of a network with one output. */
    public static NetworkShape of(int plainInputs, int slopeInputs, List<Integer> hidden, Activation activation) {
        return new NetworkShape(plainInputs, slopeInputs, hidden, activation, 1);
    }

    /** Return this shape with another number of outputs. */
    public NetworkShape withOutputs(int count) {
        return new NetworkShape(plainInputs, slopeInputs, hidden, activation, count);
    }

    /** Return the number of hidden layers. */
    public int layers() {
        return hidden.size();
    }

    /** Return the number of all inputs. */
    public int inputs() {
        return plainInputs + slopeInputs;
    }

    /** Return the number of inputs of a layer; {@code layer == layers()} is the output. */
    public int inputsOf(int layer) {
        return layer == 0 ? inputs() : hidden.get(layer - 1);
    }

    /** Return the number of units of a hidden layer. */
    public int widthOf(int layer) {
        return hidden.get(layer);
    }

    /** Return the padded number of units of a hidden layer, the stride of its matrix. */
    int strideOf(int layer) {
        return pad(hidden.get(layer), Kernels.LANES);
    }

    /** Return the padded number of inputs of a layer, the stride of its input rows. */
    int inputStrideOf(int layer) {
        return pad(layer == 0 ? rowsOf(0) : inputsOf(layer), Kernels.LANES);
    }

    /** Return the padded number of rows of a layer's matrix; plain and slope inputs are padded apart. */
    int rowsOf(int layer) {
        return layer == 0 ? slopeRow() + slopeRows() : pad(inputsOf(layer), Kernels.ROWS);
    }

    /** Return the row of the first layer's matrix at which the slope inputs begin. */
    int slopeRow() {
        return pad(plainInputs, Kernels.ROWS);
    }

    /** Return the padded number of slope inputs. */
    int slopeRows() {
        return pad(slopeInputs, Kernels.ROWS);
    }

    /** Return the row of a layer's matrix that belongs to an input. */
    int rowOf(int layer, int input) {
        return layer == 0 && input >= plainInputs ? slopeRow() + input - plainInputs : input;
    }

    /** Return where the matrix of a layer begins; {@code layer == layers()} is the outputs' weights, a row for each. */
    int matrixOffset(int layer) {
        int offset = 0;
        for (int l = 0; l < layer; l++) {
            offset += (rowsOf(l) + 1) * strideOf(l);
        }
        return offset;
    }

    /** Return where the bias of a layer begins. */
    int biasOffset(int layer) {
        return layer == layers()
                ? matrixOffset(layer) + outputs * inputStrideOf(layer)
                : matrixOffset(layer) + rowsOf(layer) * strideOf(layer);
    }

    /** Return the length of the flat array, padding included. */
    public int size() {
        return biasOffset(layers()) + pad(outputs, Kernels.LANES);
    }

    /** Return the number of true parameters. */
    public int parameters() {
        int sum = (widthOf(layers() - 1) + 1) * outputs;
        for (int l = 0; l < layers(); l++) {
            sum += (inputsOf(l) + 1) * widthOf(l);
        }
        return sum;
    }

    private static int pad(int value, int multiple) {
        return (value + multiple - 1) / multiple * multiple;
    }
}
