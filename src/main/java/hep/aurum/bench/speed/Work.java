package hep.aurum.bench.speed;

import hep.aurum.nn.Activation;
import hep.aurum.nn.NetworkShape;
import java.util.Collections;

/** Name a network and what is done with it; all have eight features and two parameters of the theory. */
public enum Work {
    /** Three layers of 100 tanh units, binary cross-entropy, batches of 128. */
    W1_128(false, 100, 3, 128),
    /** W1 in batches of 1024. */
    W1_1024(false, 100, 3, 1024),
    /** W1's network with the score term, batches of 128. */
    W2_128(true, 100, 3, 128),
    /** W2 in batches of 1024. */
    W2_1024(true, 100, 3, 1024),
    /** Five layers of 256 SiLU units with the score term, batches of 1024. */
    W3_1024(true, 256, 5, 1024),
    /** Evaluation of W1's network at {@link #POINTS} parameter points an event; a sample is one evaluation. */
    W4(false, 100, 3, 0);

    static final int FEATURES = 8;
    static final int PARAMETERS = 2;
    static final int POINTS = 25;

    private final boolean score;
    private final int width;
    private final int layers;
    private final int batch;

    Work(boolean score, int width, int layers, int batch) {
        this.score = score;
        this.width = width;
        this.layers = layers;
        this.batch = batch;
    }

    /** Return whether the loss has a term in the slopes. */
    public boolean usesScore() {
        return score;
    }

    /** Return the number of rows of a training step; zero for evaluation. */
    public int batch() {
        return batch;
    }

    /** Return the network. */
    public NetworkShape shape() {
        return NetworkShape.of(
                FEATURES,
                PARAMETERS,
                Collections.nCopies(layers, width),
                layers == 3 ? Activation.TANH : Activation.SILU);
    }

    /**
     * Return the useful operations of a sample.
     *
     * <p>With N weights between hidden layers, I in the first matrix and O in the output, the plain gradient takes \(6(N+O) +
     * 4I\) operations. The score term adds a reverse sweep for the slopes, a tangent sweep and a second product for the
     * gradient: \(6N\) and a few vectors.
     */
    public double operations() {
        double hidden = (layers - 1.0) * width * width;
        double input = (double) (FEATURES + PARAMETERS) * width;
        if (batch == 0) {
            return 2 * (hidden + input + width);
        }
        double plain = 6 * (hidden + width) + 4 * input;
        // Slopes and tangents touch the parameters' rows of the first matrix alone.
        return score ? plain + 6 * hidden + 3 * 2.0 * PARAMETERS * width : plain;
    }
}
