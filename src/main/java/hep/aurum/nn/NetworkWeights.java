package hep.aurum.nn;

import hep.aurum.base.Check;
import hep.aurum.nn.kernel.Kernels;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Hold the parameters of a network in the layout of its {@link NetworkShape}, with transposed copies of the matrices for the
 * reverse sweep.
 *
 * <p>Training writes to {@link #values()} and then calls {@link #refresh()}; a finished network is never written to.
 */
public final class NetworkWeights {

    private final NetworkShape shape;
    private final float[] values;
    private final float[][] transposed;

    private NetworkWeights(NetworkShape shape, float[] values) {
        this.shape = shape;
        this.values = values;
        this.transposed = new float[shape.layers()][];
        for (int l = 1; l < shape.layers(); l++) {
            transposed[l] = new float[shape.widthOf(l) * shape.inputStrideOf(l)];
        }
        refresh();
    }

    /**
     * Draw the weights of a network that is to be trained: Glorot's uniform law for the hidden layers, zero biases, and an
     * output that is ten times smaller, so that the network starts near zero.
     *
     * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot, Bengio (2010), Eq. (16)</a>
     */
    public static NetworkWeights random(NetworkShape shape, UniformRandomProvider random) {
        float[] values = new float[shape.size()];
        for (int l = 0; l < shape.layers(); l++) {
            double bound = Math.sqrt(6.0 / (shape.inputsOf(l) + shape.widthOf(l)));
            for (int i = 0; i < shape.inputsOf(l); i++) {
                int row = shape.matrixOffset(l) + shape.rowOf(l, i) * shape.strideOf(l);
                for (int j = 0; j < shape.widthOf(l); j++) {
                    values[row + j] = (float) (bound * (2 * random.nextDouble() - 1));
                }
            }
        }
        int last = shape.layers();
        double bound = 0.1 * Math.sqrt(6.0 / (shape.inputsOf(last) + shape.outputs()));
        for (int o = 0; o < shape.outputs(); o++) {
            int row = shape.matrixOffset(last) + o * shape.inputStrideOf(last);
            for (int j = 0; j < shape.inputsOf(last); j++) {
                values[row + j] = (float) (bound * (2 * random.nextDouble() - 1));
            }
        }
        return new NetworkWeights(shape, values);
    }

    /**
     * Return the network with given parameters.
     *
     * @param parameters {@code [shape.parameters()]} without padding: for every layer its matrix, one row for each input,
     *     then its bias; last the outputs' weights, one row for each output, and their biases
     */
    public static NetworkWeights of(NetworkShape shape, float[] parameters) {
        Check.length("parameters", parameters.length, shape.parameters());
        float[] values = new float[shape.size()];
        move(shape, parameters, values, true);
        return new NetworkWeights(shape, values);
    }

    /** Copy this network, so that the copy can be trained apart. */
    public NetworkWeights copy() {
        return new NetworkWeights(shape, values.clone());
    }

    /** Return the parameters without padding, as {@link #of} takes them. */
    public float[] parameters() {
        return compact(shape, values);
    }

    /** Return an array in the padded layout, such as a gradient, without its padding. */
    public static float[] compact(NetworkShape shape, float[] padded) {
        float[] parameters = new float[shape.parameters()];
        move(shape, parameters, padded, false);
        return parameters;
    }

    /**
     * Add an array without padding, such as the gradient of a backend with a layout of its own, to one in the padded layout.
     *
     * @param compact {@code [shape.parameters()]}
     * @param padded {@code [shape.size()]}
     */
    public static void addCompact(NetworkShape shape, float[] compact, float[] padded) {
        Check.length("compact", compact.length, shape.parameters());
        Check.length("padded", padded.length, shape.size());
        float[] terms = new float[padded.length];
        move(shape, compact, terms, true);
        for (int i = 0; i < padded.length; i++) {
            padded[i] += terms[i];
        }
    }

    private static void move(NetworkShape shape, float[] compact, float[] padded, boolean pad) {
        int from = 0;
        for (int l = 0; l <= shape.layers(); l++) {
            boolean output = l == shape.layers();
            int rows = (output ? shape.outputs() : shape.inputsOf(l)) + 1;
            for (int i = 0; i < rows; i++) {
                boolean bias = i == rows - 1;
                int length = output ? (bias ? shape.outputs() : shape.inputsOf(l)) : shape.widthOf(l);
                int row = output ? i * shape.inputStrideOf(l) : shape.rowOf(l, i) * shape.strideOf(l);
                int to = bias ? shape.biasOffset(l) : shape.matrixOffset(l) + row;
                if (pad) {
                    System.arraycopy(compact, from, padded, to, length);
                } else {
                    System.arraycopy(padded, to, compact, from, length);
                }
                from += length;
            }
        }
    }

    /** Return the shape. */
    public NetworkShape shape() {
        return shape;
    }

    /** Return the parameters themselves, padded, for training to write to. */
    float[] values() {
        return values;
    }

    /** Return the transposed matrix of a layer, {@code [units][padded inputs]}; layer 0 has none. */
    float[] transposed(int layer) {
        return transposed[layer];
    }

    /** Bring the transposed copies up to date after {@link #values()} were written to. */
    void refresh() {
        for (int l = 1; l < shape.layers(); l++) {
            transpose(
                    values,
                    shape.matrixOffset(l),
                    shape.strideOf(l),
                    shape.rowsOf(l),
                    shape.widthOf(l),
                    transposed[l],
                    shape.inputStrideOf(l));
        }
    }

    /** Transpose four rows at a time, so that both matrices are walked along their rows; padding rows are zero. */
    private static void transpose(
            float[] from, int offset, int stride, int rows, int columns, float[] to, int toStride) {
        for (int i = 0; i < rows; i += Kernels.ROWS) {
            int a = offset + i * stride;
            int b = a + stride;
            int c = b + stride;
            int d = c + stride;
            for (int j = 0; j < columns; j++) {
                int at = j * toStride + i;
                to[at] = from[a + j];
                to[at + 1] = from[b + j];
                to[at + 2] = from[c + j];
                to[at + 3] = from[d + j];
            }
        }
    }

    /** Copy the parameters of a network of the same shape into this one. */
    void set(NetworkWeights other) {
        System.arraycopy(other.values, 0, values, 0, values.length);
        refresh();
    }
}
