package hep.aurum.estimator.ratio;

import hep.aurum.estimator.Standardisation;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.nn.Tile;
import hep.aurum.nn.kernel.Kernels;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Sum loss and gradient over a part of a batch; holds all scratch space for it.
 *
 * <p>A batch is cut into the same chunks whatever the number of threads, and each chunk has its own stream of random
 * numbers, gradient and loss.
 */
final class Chunk {

    private final TrainingExamples examples;
    private final TrainingExamples.Reader reader;
    private final float[] features;
    private final Standardisation parameters;
    private final RatioLoss loss;
    private final double alpha;
    private final boolean score;
    private final Tile tile;
    private final float[] gradient;
    private final JointLabel[] labels;
    private final LossPoint point;
    private final double[] theta;
    private final int dimension;
    private double sum;

    /**
     * Create a chunk.
     *
     * @param features standardised, {@code [n*d]} by rows
     */
    Chunk(
            NetworkShape shape,
            TrainingExamples examples,
            float[] features,
            Standardisation parameters,
            RatioLoss loss,
            double alpha,
            Kernels kernels) {
        this.examples = examples;
        this.reader = examples.reader();
        this.features = features;
        this.parameters = parameters;
        this.loss = loss;
        this.alpha = alpha;
        this.score = alpha > 0 && loss.usesScore();
        this.tile = new Tile(shape, kernels, true);
        this.gradient = new float[shape.size()];
        this.point = new LossPoint(shape.slopeInputs());
        this.theta = new double[shape.slopeInputs()];
        this.dimension = shape.plainInputs();
        this.labels = new JointLabel[tile.capacity()];
        for (int r = 0; r < labels.length; r++) {
            labels[r] = new JointLabel(theta.length);
        }
    }

    /** Return the summed loss of the last run. */
    double loss() {
        return sum;
    }

    /** Return the gradient of the last run. */
    float[] gradient() {
        return gradient;
    }

    /**
     * Sum over the examples {@code order[from]} to {@code order[to - 1]}.
     *
     * @param scale multiplies the gradient; zero for the loss alone
     */
    void run(NetworkWeights weights, int[] order, int from, int to, UniformRandomProvider random, double scale) {
        sum = 0;
        if (scale != 0) {
            Arrays.fill(gradient, 0f);
        }
        for (int start = from; start < to; start += tile.capacity()) {
            int count = Math.min(tile.capacity(), to - start);
            for (int r = 0; r < count; r++) {
                fill(r, order[start + r], random);
            }
            tile.forward(weights, count);
            if (score) {
                tile.differentiate(weights);
            }
            for (int r = 0; r < count; r++) {
                evaluate(r, scale);
            }
            if (scale != 0) {
                tile.backward(weights, gradient);
            }
        }
    }

    private void fill(int row, int example, UniformRandomProvider random) {
        JointLabel label = labels[row];
        reader.read(example, random, theta, label);
        tile.setInputs(row, features, examples.event(example) * dimension);
        for (int i = 0; i < theta.length; i++) {
            tile.setSlopeInput(row, i, parameters.apply(i, theta[i]));
            label.weightedScore()[i] *= parameters.scale(i);
        }
    }

    private void evaluate(int row, double scale) {
        point.setLogRatio(tile.value(row, 0));
        for (int i = 0; i < theta.length && score; i++) {
            point.score()[i] = tile.slope(row, i);
        }
        sum += loss.evaluate(labels[row], score ? alpha : 0, point);
        tile.setUpstream(row, 0, (float) (scale * point.logRatioDerivative()));
        for (int i = 0; i < theta.length && score; i++) {
            tile.setUpstreamSlope(row, i, (float) (scale * point.scoreDerivative()[i]));
        }
    }
}
