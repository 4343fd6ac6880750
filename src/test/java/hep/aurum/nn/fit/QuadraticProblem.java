package hep.aurum.nn.fit;

import hep.aurum.math.random.Draws;
import hep.aurum.nn.Activation;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Pose \(\sum_{ij} a_j (w_j - c_j - \epsilon_{ij})^2/2\), whose least is at w = c: the noise of two examples that follow each
 * other cancels.
 */
record QuadraticProblem(int trainingSize, double noise) implements Problem {

    private static final NetworkShape SHAPE = NetworkShape.of(2, 0, List.of(3), Activation.TANH);

    @Override
    public NetworkShape shape() {
        return SHAPE;
    }

    double optimum(int j) {
        return StrictMath.cos(j);
    }

    double distance(NetworkWeights weights) {
        float[] w = weights.parameters();
        double sum = 0;
        for (int j = 0; j < w.length; j++) {
            sum += (w[j] - optimum(j)) * (w[j] - optimum(j));
        }
        return Math.sqrt(sum);
    }

    @Override
    public int validationSize() {
        return trainingSize;
    }

    @Override
    public Objective training() {
        return this::sum;
    }

    @Override
    public Objective validation() {
        return this::sum;
    }

    /** Noise of a call's own stream shows whether streams depend on threads. */
    private double sum(
            NetworkWeights weights,
            int[] order,
            int from,
            int to,
            UniformRandomProvider random,
            double scale,
            float[] gradient) {
        float[] w = weights.parameters();
        float[] slopes = new float[w.length];
        double sum = 0;
        for (int i = from; i < to; i++) {
            double sign = order[i] % 2 == 0 ? 1 : -1;
            double fresh = scale == 0 ? 0 : 1e-3 * Draws.gaussian(random);
            for (int j = 0; j < w.length; j++) {
                double curvature = 0.5 + 0.1 * j;
                double miss = w[j] - optimum(j) - sign * noise * StrictMath.sin(order[i] / 2 + 2.0 * j) - fresh;
                sum += 0.5 * curvature * miss * miss;
                slopes[j] += (float) (scale * curvature * miss);
            }
        }
        NetworkWeights.addCompact(SHAPE, slopes, gradient);
        return sum;
    }
}
