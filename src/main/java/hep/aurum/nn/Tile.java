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
    private int rows;
    private boolean differentiated;

    /**
     * Create a tile of the number of rows that suits a network.
     *
     * @param training whether slopes and gradients will be asked for, which takes five times the memory
     */
    public Tile(NetworkShape shape, Kernels kernels, boolean training) {
        this(shape, kernels, training, shape.tileRows());
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
            widest = Math.max(widest, shape.strideOf(l));
        }
        this.spare = new float[capacity * widest];
    }

    private float[][] layers(boolean needed) {
        float[][] arrays = new float[needed ? shape.layers() : 0][];
        for (int l = 0; l < arrays.length; l++) {
            arrays[l] = new float[capacity * shape.strideOf(l)];
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
        fillBias(weights, 0);
        kernels.addProduct(
                rows,
                shape.rowsOf(0),
                shape.strideOf(0),
                input,
                0,
                inputStride,
                1,
                weights.values(),
                shape.matrixOffset(0),
                shape.strideOf(0),
                a[0],
                0,
                shape.strideOf(0));
        finishForward(weights);
    }

    /**
     * Prepare {@link #forwardAt}: compute what the first layer takes from the plain inputs of the first {@code count} rows.
     */
    public void prepare(NetworkWeights weights, int count) {
        begin(count);
        int stride = shape.strideOf(0);
        fillBias(weights, 0);
        kernels.addProduct(
                rows,
                shape.slopeRow(),
                stride,
                input,
                0,
                inputStride,
                1,
                weights.values(),
                shape.matrixOffset(0),
                stride,
                a[0],
                0,
                stride);
        System.arraycopy(a[0], 0, spare, 0, rows * stride);
    }

    /**
     * Compute f at the same slope inputs for all rows that were prepared; the bits are those of {@link #forward}.
     *
     * @param theta {@code [k]} at {@code offset}
     */
    public void forwardAt(NetworkWeights weights, float[] theta, int offset) {
        int stride = shape.strideOf(0);
        System.arraycopy(spare, 0, a[0], 0, rows * stride);
        for (int i = 0; i < shape.slopeInputs(); i++) {
            int row = shape.matrixOffset(0) + (shape.slopeRow() + i) * stride;
            for (int r = 0; r < rows; r++) {
                Rows.addMultiple(theta[offset + i], weights.values(), row, a[0], r * stride, stride);
            }
        }
        finishForward(weights);
    }

    private void begin(int count) {
        rows = padRows(count);
        differentiated = false;
        Arrays.fill(input, count * inputStride, rows * inputStride, 0f);
        Arrays.fill(upstream, count * shape.outputs(), rows * shape.outputs(), 0f);
        Arrays.fill(direction, count * shape.slopeRows(), rows * shape.slopeRows(), 0f);
    }

    private void fillBias(NetworkWeights weights, int layer) {
        int stride = shape.strideOf(layer);
        for (int r = 0; r < rows; r++) {
            System.arraycopy(weights.values(), shape.biasOffset(layer), a[layer], r * stride, stride);
        }
    }

    private void finishForward(NetworkWeights weights) {
        activate(0);
        for (int l = 1; l < shape.layers(); l++) {
            fillBias(weights, l);
            kernels.addProduct(
                    rows,
                    shape.inputsOf(l),
                    shape.strideOf(l),
                    a[l - 1],
                    0,
                    shape.strideOf(l - 1),
                    1,
                    weights.values(),
                    shape.matrixOffset(l),
                    shape.strideOf(l),
                    a[l],
                    0,
                    shape.strideOf(l));
            activate(l);
        }
        int last = shape.layers();
        int stride = shape.strideOf(last - 1);
        for (int o = 0; o < shape.outputs(); o++) {
            int from = shape.matrixOffset(last) + o * stride;
            kernels.dots(rows, stride, a[last - 1], stride, weights.values(), from, value, o, shape.outputs());
            float bias = weights.values()[shape.biasOffset(last) + o];
            for (int r = 0; r < rows; r++) {
                value[r * shape.outputs() + o] += bias;
            }
        }
    }

    private void activate(int l) {
        int length = rows * shape.strideOf(l);
        if (first.length == 0) {
            shape.activation().apply(a[l], 0, length);
        } else {
            shape.activation().apply(a[l], first[l], second[l], 0, length);
        }
    }

    @Override
    public void differentiate(NetworkWeights weights) {
        int last = shape.layers() - 1;
        int stride = shape.strideOf(last);
        for (int r = 0; r < rows; r++) {
            System.arraycopy(weights.values(), shape.matrixOffset(last + 1), adjoint[last], r * stride, stride);
        }
        Rows.split(adjoint[last], first[last], second[last], rows * stride);
        for (int l = last; l > 0; l--) {
            Arrays.fill(adjoint[l - 1], 0, rows * shape.strideOf(l - 1), 0f);
            reverse(weights, l, adjoint[l], adjoint[l - 1]);
            Rows.split(adjoint[l - 1], first[l - 1], second[l - 1], rows * shape.strideOf(l - 1));
        }
        int width = shape.strideOf(0);
        for (int i = 0; i < shape.slopeInputs(); i++) {
            int row = shape.matrixOffset(0) + (shape.slopeRow() + i) * width;
            kernels.dots(rows, width, adjoint[0], width, weights.values(), row, slope, i, shape.slopeInputs());
        }
        differentiated = true;
    }

    /** Add \(W_l^T\) times the adjoint of layer l to an array of layer l - 1. */
    private void reverse(NetworkWeights weights, int l, float[] from, float[] to) {
        int before = shape.strideOf(l - 1);
        kernels.addProduct(
                rows,
                shape.widthOf(l),
                before,
                from,
                0,
                shape.strideOf(l),
                1,
                weights.transposed(l),
                0,
                before,
                to,
                0,
                before);
    }

    @Override
    public void backward(NetworkWeights weights, float[] gradient) {
        if (differentiated) {
            pushTangent(weights);
        }
        int last = shape.layers() - 1;
        addOutputGradient(last, gradient);
        int stride = shape.strideOf(last);
        for (int r = 0; r < rows; r++) {
            int from = shape.matrixOffset(last + 1);
            int first = r * shape.outputs();
            Rows.scale(upstream[first], weights.values(), from, spare, r * stride, stride);
            for (int o = 1; o < shape.outputs(); o++) {
                Rows.addMultiple(upstream[first + o], weights.values(), from + o * stride, spare, r * stride, stride);
            }
        }
        for (int l = last; l >= 0; l--) {
            int length = rows * shape.strideOf(l);
            if (differentiated) {
                Rows.multiplyAdd(spare, first[l], second[l], length);
            } else {
                Rows.multiply(spare, first[l], second[l], length);
            }
            addLayerGradient(l, gradient);
            if (l > 0) {
                Arrays.fill(spare, 0, rows * shape.strideOf(l - 1), 0f);
                reverse(weights, l, second[l], spare);
            }
        }
    }

    private void pushTangent(NetworkWeights weights) {
        int stride = shape.strideOf(0);
        Arrays.fill(tangent[0], 0, rows * stride, 0f);
        kernels.addProduct(
                rows,
                shape.slopeRows(),
                stride,
                direction,
                0,
                shape.slopeRows(),
                1,
                weights.values(),
                shape.matrixOffset(0) + shape.slopeRow() * stride,
                stride,
                tangent[0],
                0,
                stride);
        Rows.split(tangent[0], first[0], second[0], rows * stride);
        for (int l = 1; l < shape.layers(); l++) {
            int width = shape.strideOf(l);
            Arrays.fill(tangent[l], 0, rows * width, 0f);
            kernels.addProduct(
                    rows,
                    shape.inputsOf(l),
                    width,
                    tangent[l - 1],
                    0,
                    shape.strideOf(l - 1),
                    1,
                    weights.values(),
                    shape.matrixOffset(l),
                    width,
                    tangent[l],
                    0,
                    width);
            Rows.split(tangent[l], first[l], second[l], rows * width);
        }
    }

    private void addOutputGradient(int last, float[] gradient) {
        int stride = shape.strideOf(last);
        for (int o = 0; o < shape.outputs(); o++) {
            int target = shape.matrixOffset(last + 1) + o * stride;
            float bias = 0;
            for (int r = 0; r < rows; r++) {
                float df = upstream[r * shape.outputs() + o];
                Rows.addMultiple(df, a[last], r * stride, gradient, target, stride);
                // A network with slopes has one output.
                if (differentiated) {
                    Rows.add(tangent[last], r * stride, gradient, target, stride);
                }
                bias += df;
            }
            gradient[shape.biasOffset(last + 1) + o] += bias;
        }
    }

    private void addLayerGradient(int l, float[] gradient) {
        int stride = shape.strideOf(l);
        int target = shape.matrixOffset(l);
        float[] before = l == 0 ? input : a[l - 1];
        kernels.addProduct(
                shape.rowsOf(l),
                rows,
                stride,
                before,
                0,
                1,
                l == 0 ? inputStride : shape.strideOf(l - 1),
                second[l],
                0,
                stride,
                gradient,
                target,
                stride);
        if (differentiated && l > 0) {
            kernels.addProduct(
                    shape.rowsOf(l),
                    rows,
                    stride,
                    tangent[l - 1],
                    0,
                    1,
                    shape.strideOf(l - 1),
                    adjoint[l],
                    0,
                    stride,
                    gradient,
                    target,
                    stride);
        } else if (differentiated) {
            kernels.addProduct(
                    shape.slopeRows(),
                    rows,
                    stride,
                    direction,
                    0,
                    1,
                    shape.slopeRows(),
                    adjoint[0],
                    0,
                    stride,
                    gradient,
                    target + shape.slopeRow() * stride,
                    stride);
        }
        for (int r = 0; r < rows; r++) {
            Rows.add(second[l], r * stride, gradient, shape.biasOffset(l), stride);
        }
    }
}
