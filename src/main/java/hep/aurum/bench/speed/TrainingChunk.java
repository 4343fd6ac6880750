package hep.aurum.bench.speed;

import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.nn.Tile;
import hep.aurum.nn.kernel.Kernels;
import java.util.Arrays;

/**
 * Sum the loss of the reference networks and its gradient over a part of a batch.
 *
 * <p>\[ L = \frac1n\sum_r\left[\ln(1+e^{f_r}) - y_r f_r + \alpha\,|g_r-t_r|^2\right],\quad \alpha = \tfrac12 \]
 */
final class TrainingChunk {

    private static final double ALPHA = 0.5;

    private final boolean score;
    private final SpeedData data;
    private final int inputs;
    private final int plainInputs;
    private final Tile tile;
    private final float[] gradient;
    private double loss;

    TrainingChunk(NetworkShape shape, boolean score, SpeedData data) {
        this.score = score;
        this.data = data;
        this.inputs = shape.inputs();
        this.plainInputs = shape.plainInputs();
        this.tile = new Tile(shape, Kernels.best(), true);
        this.gradient = new float[shape.size()];
    }

    /** Return the summed loss of the last run. */
    double loss() {
        return loss;
    }

    /** Return the gradient of the last run, in the layout of the weights. */
    float[] gradient() {
        return gradient;
    }

    /**
     * Sum over rows.
     *
     * @param scale multiplies the gradient, one over the size of the batch
     */
    void run(NetworkWeights weights, int from, int to, double scale) {
        loss = 0;
        Arrays.fill(gradient, 0f);
        for (int start = from; start < to; start += tile.capacity()) {
            int count = Math.min(tile.capacity(), to - start);
            fill(start, count);
            tile.forward(weights, count);
            addCrossEntropy(start, count, scale);
            if (score) {
                tile.differentiate(weights);
                addScoreTerm(start, count, scale);
            }
            tile.backward(weights, gradient);
        }
    }

    private void fill(int start, int count) {
        for (int r = 0; r < count; r++) {
            int at = (start + r) * inputs;
            tile.setInputs(r, data.x(), at);
            for (int i = 0; i < inputs - plainInputs; i++) {
                tile.setSlopeInput(r, i, data.x()[at + plainInputs + i]);
            }
        }
    }

    private void addCrossEntropy(int start, int count, double scale) {
        // ln(1+e^f) = max(f,0) + ln(1+e^-|f|); the logarithms of a tile are taken at once: the product is below 2^64.
        double product = 1;
        for (int r = 0; r < count; r++) {
            double f = tile.value(r, 0);
            double y = data.y()[start + r];
            double e = StrictMath.exp(-Math.abs(f));
            product *= 1 + e;
            loss += Math.max(f, 0) - y * f;
            double s = f >= 0 ? 1 / (1 + e) : e / (1 + e);
            tile.setUpstream(r, 0, (float) (scale * (s - y)));
        }
        loss += StrictMath.log(product);
    }

    private void addScoreTerm(int start, int count, double scale) {
        for (int r = 0; r < count; r++) {
            for (int i = 0; i < inputs - plainInputs; i++) {
                double miss = tile.slope(r, i) - data.t()[(start + r) * (inputs - plainInputs) + i];
                loss += ALPHA * miss * miss;
                tile.setUpstreamSlope(r, i, (float) (scale * 2 * ALPHA * miss));
            }
        }
    }
}
