package hep.aurum.nn;

import hep.aurum.nn.kernel.Kernels;
import java.util.Arrays;

/**
 * Push a few dozen rows through a network while everything that the layers hold stays in cache: values, slopes in the slope
 * inputs, and gradients in the parameters.
 *
 * <p>For each layer the tile keeps \(a\), \(\varphi'\), the adjoint \(q = \partial f/\partial z\), the tangent \(\dot a\)
 * along \(\bar g\), and one array that is first \(\varphi''\), then \((\partial f/\partial a)\varphi''\), then that times
 * \(\dot z\), and at last the adjoint \(\zeta\) of z in \(\bar f f + \dot f\):
 *
 * <p>\[ q_l = \varphi'_l W_{l+1}^T q_{l+1},\quad \dot a_l = \varphi'_l W_l \dot a_{l-1},\quad \zeta_l = \varphi'_l
 * W_{l+1}^T\zeta_{l+1} + (W_{l+1}^T q_{l+1})\varphi''_l \dot z_l,\quad \frac{\partial L}{\partial W_l} = \zeta_l a_{l-1}^T +
 * q_l \dot a_{l-1}^T. \]
 *
 * <p>One tile belongs to one thread.
 */
public final class Tile implements Pass {

    private static final float[] ONE = {1f};

    /**
     * With so many rows the matrices, which stream from the second or third level of cache, are read no faster than the
     * activations, and what a layer holds stays in a second-level cache of 1 MB up to a width of several hundred.
     */
    private static final int ROWS = 64;

    private final NetworkShape shape;
    private final Kernels kernels;
    private final int capacity;
    private final int inputStride;
    private final float[] input;
    private final float[] direction;
    private final float[] value;
    private final float[] slope;
    private final float[] upstream;
    private final float[][] a;
    private final float[][] first;
    private final float[][] second;
    private final float[][] adjoint;
    private final float[][] tangent;
    private final float[] spare;
    private final float[] zeros;
    private int rows;
    private boolean differentiated;

    /**
     * Create a tile of 64 rows.
     *
     * @param training whether slopes and gradients will be asked for, which takes five times the memory
     */
    public Tile(NetworkShape shape, Kernels kernels, boolean training) {
        this(shape, kernels, training, ROWS);
    }

    /** Create a tile of a given number of rows, rounded up to a multiple of four. */
    public Tile(NetworkShape shape, Kernels kernels, boolean training, int rows) {
        this.shape = shape;
        this.kernels = kernels;
        this.capacity = padRows(rows);
        this.inputStride = shape.inputStrideOf(0);
        this.input = new float[capacity * inputStride];
        this.direction = new float[capacity * shape.slopeRows()];
        this.value = new float[capacity * shape.outputs()];
        this.slope = new float[capacity * shape.slopeInputs()];
        this.upstream = new float[capacity * shape.outputs()];
        this.a = layers(true);
        this.first = layers(training);
        this.second = layers(training);
        this.adjoint = layers(training);
        this.tangent = layers(training);
        int widest = 0;
        for (int l = 0; l < shape.layers(); l++) {
            widest = Math.max(widest, pitch(l));
        }
        this.spare = new float[capacity * widest];
        this.zeros = new float[widest];
    }

    /**
     * Return the distance of a layer's rows, away from multiples of 512 bytes: rows so far apart meet in a few sets of the
     * first-level cache, and a column of activations would not fit there.
     */
    private int pitch(int l) {
        int stride = shape.strideOf(l);
        return stride % 128 == 0 ? stride + Kernels.LANES : stride;
    }

    private float[][] layers(boolean needed) {
        float[][] arrays = new float[needed ? shape.layers() : 0][];
        for (int l = 0; l < arrays.length; l++) {
            arrays[l] = new float[capacity * pitch(l)];
        }
        return arrays;
    }

    private static int padRows(int rows) {
        return (rows + Kernels.ROWS - 1) / Kernels.ROWS * Kernels.ROWS;
    }

    @Override
    public int capacity() {
        return capacity;
    }

    /** Set one plain input of a row. */
    public void setInput(int row, int index, float x) {
        input[row * inputStride + index] = x;
    }

    @Override
    public void setInputs(int row, float[] x, int offset) {
        System.arraycopy(x, offset, input, row * inputStride, shape.plainInputs());
    }

    @Override
    public void setSlopeInput(int row, int index, float theta) {
        input[row * inputStride + shape.slopeRow() + index] = theta;
    }

    @Override
    public float value(int row, int output) {
        return value[row * shape.outputs() + output];
    }

    @Override
    public float slope(int row, int parameter) {
        return slope[row * shape.slopeInputs() + parameter];
    }

    @Override
    public void setUpstream(int row, int output, float df) {
        upstream[row * shape.outputs() + output] = df;
    }

    @Override
    public void setUpstreamSlope(int row, int parameter, float dg) {
        direction[row * shape.slopeRows() + parameter] = dg;
    }

    @Override
    public void forward(NetworkWeights weights, int count) {
        begin(count);
        multiplyInputs(weights, shape.rowsOf(0), a[0]);
        finishForward(weights);
    }

    /**
     * Prepare {@link #forwardAt}: compute what the first layer takes from the plain inputs of the first {@code count} rows.
     */
    public void prepare(NetworkWeights weights, int count) {
        begin(count);
        multiplyInputs(weights, shape.slopeRow(), spare);
    }

    /**
     * Compute f at the same slope inputs for all rows that were prepared; the bits are those of {@link #forward}.
     *
     * @param theta {@code [k]} at {@code offset}
     */
    public void forwardAt(NetworkWeights weights, float[] theta, int offset) {
        int stride = shape.strideOf(0);
        int pitch = pitch(0);
        int slopes = shape.matrixOffset(0) + shape.slopeRow() * stride;
        kernels.multiply(
                rows,
                stride,
                shape.slopeInputs(),
                theta,
                offset,
                0,
                1,
                weights.values(),
                slopes,
                stride,
                spare,
                0,
                pitch,
                a[0],
                0,
                pitch);
        finishForward(weights);
    }

    private void begin(int count) {
        rows = padRows(count);
        differentiated = false;
        Arrays.fill(input, count * inputStride, rows * inputStride, 0f);
        Arrays.fill(upstream, count * shape.outputs(), rows * shape.outputs(), 0f);
        Arrays.fill(direction, count * shape.slopeRows(), rows * shape.slopeRows(), 0f);
    }

    /** Compute bias plus the first {@code inner} inputs times the first matrix. */
    private void multiplyInputs(NetworkWeights weights, int inner, float[] to) {
        int stride = shape.strideOf(0);
        float[] w = weights.values();
        int matrix = shape.matrixOffset(0);
        int bias = shape.biasOffset(0);
        kernels.multiply(rows, stride, inner, input, 0, inputStride, 1, w, matrix, stride, w, bias, 0, to, 0, pitch(0));
    }

    /** Compute \(z_l = S + W_l x\) from rows of layer l - 1, every row starting from \(S\) at an offset. */
    private void multiplyLayer(NetworkWeights weights, int l, float[] x, float[] start, int offset, float[] to) {
        int stride = shape.strideOf(l);
        float[] w = weights.values();
        int matrix = shape.matrixOffset(l);
        kernels.multiply(
                rows,
                stride,
                shape.inputsOf(l),
                x,
                0,
                pitch(l - 1),
                1,
                w,
                matrix,
                stride,
                start,
                offset,
                0,
                to,
                0,
                pitch(l));
    }

    private void finishForward(NetworkWeights weights) {
        activate(0);
        for (int l = 1; l < shape.layers(); l++) {
            multiplyLayer(weights, l, a[l - 1], weights.values(), shape.biasOffset(l), a[l]);
            activate(l);
        }
        int last = shape.layers();
        int stride = shape.strideOf(last - 1);
        for (int o = 0; o < shape.outputs(); o++) {
            int from = shape.matrixOffset(last) + o * stride;
            kernels.dots(rows, stride, a[last - 1], pitch(last - 1), weights.values(), from, value, o, shape.outputs());
            float bias = weights.values()[shape.biasOffset(last) + o];
            for (int r = 0; r < rows; r++) {
                value[r * shape.outputs() + o] += bias;
            }
        }
    }

    private void activate(int l) {
        int length = rows * pitch(l);
        if (first.length == 0) {
            shape.activation().apply(a[l], 0, length);
        } else {
            shape.activation().apply(a[l], first[l], second[l], 0, length);
        }
    }

    @Override
    public void differentiate(NetworkWeights weights) {
        int last = shape.layers() - 1;
        int from = shape.matrixOffset(last + 1);
        for (int r = 0; r < rows; r++) {
            int at = r * pitch(last);
            Rows.splitRow(weights.values(), from, adjoint[last], first[last], second[last], at, shape.strideOf(last));
        }
        for (int l = last; l > 0; l--) {
            reverse(weights, l, adjoint[l], adjoint[l - 1]);
            Rows.split(adjoint[l - 1], first[l - 1], second[l - 1], rows * pitch(l - 1));
        }
        int width = shape.strideOf(0);
        for (int i = 0; i < shape.slopeInputs(); i++) {
            int row = shape.matrixOffset(0) + (shape.slopeRow() + i) * width;
            kernels.dots(rows, width, adjoint[0], pitch(0), weights.values(), row, slope, i, shape.slopeInputs());
        }
        differentiated = true;
    }

    /** Compute \(W_l^T\) times the adjoint of layer l. */
    private void reverse(NetworkWeights weights, int l, float[] from, float[] to) {
        int before = shape.strideOf(l - 1);
        kernels.multiply(
                rows,
                before,
                shape.widthOf(l),
                from,
                0,
                pitch(l),
                1,
                weights.transposed(l),
                0,
                before,
                zeros,
                0,
                0,
                to,
                0,
                pitch(l - 1));
    }

    @Override
    public void backward(NetworkWeights weights, float[] gradient) {
        if (differentiated) {
            pushTangent(weights);
        }
        int last = shape.layers() - 1;
        addOutputGradient(last, gradient);
        reverseOutputs(weights, last);
        for (int l = last; l >= 0; l--) {
            int length = rows * pitch(l);
            if (differentiated) {
                Rows.multiplyAdd(spare, first[l], second[l], length);
            } else {
                Rows.multiply(spare, first[l], second[l], length);
            }
            addLayerGradient(l, gradient);
            if (l > 0) {
                reverse(weights, l, second[l], spare);
            }
        }
    }

    /** Compute the outputs' weights times \(\bar f\). */
    private void reverseOutputs(NetworkWeights weights, int last) {
        int stride = shape.strideOf(last);
        int outputs = shape.outputs();
        float[] w = weights.values();
        int matrix = shape.matrixOffset(last + 1);
        kernels.multiply(
                rows, stride, outputs, upstream, 0, outputs, 1, w, matrix, stride, zeros, 0, 0, spare, 0, pitch(last));
    }

    private void pushTangent(NetworkWeights weights) {
        int stride = shape.strideOf(0);
        int k = shape.slopeRows();
        float[] w = weights.values();
        int slopes = shape.matrixOffset(0) + shape.slopeRow() * stride;
        kernels.multiply(rows, stride, k, direction, 0, k, 1, w, slopes, stride, zeros, 0, 0, tangent[0], 0, pitch(0));
        Rows.split(tangent[0], first[0], second[0], rows * pitch(0));
        for (int l = 1; l < shape.layers(); l++) {
            multiplyLayer(weights, l, tangent[l - 1], zeros, 0, tangent[l]);
            Rows.split(tangent[l], first[l], second[l], rows * pitch(l));
        }
    }

    private void addOutputGradient(int last, float[] gradient) {
        int outputs = shape.outputs();
        int stride = shape.strideOf(last);
        int target = shape.matrixOffset(last + 1);
        addTransposed(outputs, upstream, outputs, a[last], last, gradient, target);
        if (differentiated) {
            // A network with slopes has one output.
            addSum(tangent[last], last, gradient, target);
        }
        for (int o = 0; o < outputs; o++) {
            // Where the activation of zero is not zero, the padding of the activations is not zero either.
            Arrays.fill(gradient, target + o * stride + shape.widthOf(last), target + (o + 1) * stride, 0f);
            float bias = 0;
            for (int r = 0; r < rows; r++) {
                bias += upstream[r * outputs + o];
            }
            gradient[shape.biasOffset(last + 1) + o] += bias;
        }
    }

    private void addLayerGradient(int l, float[] gradient) {
        int target = shape.matrixOffset(l);
        if (l == 0) {
            addTransposed(shape.rowsOf(0), input, inputStride, second[0], 0, gradient, target);
        } else {
            addTransposed(shape.inputsOf(l), a[l - 1], pitch(l - 1), second[l], l, gradient, target);
        }
        if (differentiated && l == 0) {
            int k = shape.slopeRows();
            int slopes = target + shape.slopeRow() * shape.strideOf(0);
            addTransposed(k, direction, k, adjoint[0], 0, gradient, slopes);
        } else if (differentiated) {
            addTransposed(shape.inputsOf(l), tangent[l - 1], pitch(l - 1), adjoint[l], l, gradient, target);
        }
        addSum(second[l], l, gradient, shape.biasOffset(l));
    }

    /** Add \(\sum_r x_{rm} y_{rn}\) to a matrix of {@code count} rows as wide as layer l. */
    private void addTransposed(int count, float[] x, int xPitch, float[] y, int l, float[] to, int target) {
        int stride = shape.strideOf(l);
        kernels.multiply(count, stride, rows, x, 0, 1, xPitch, y, 0, pitch(l), to, target, stride, to, target, stride);
    }

    /** Add the sum of all rows of layer l to one row. */
    private void addSum(float[] y, int l, float[] to, int target) {
        int stride = shape.strideOf(l);
        kernels.multiply(1, stride, rows, ONE, 0, 0, 0, y, 0, pitch(l), to, target, stride, to, target, stride);
    }
}
