package hep.aurum.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.kernel.Kernels;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Check the R-operator against central differences of a loss with a score term, in double precision. */
class GradientTest {

    private static final int ROWS = 13;
    private static final double ALPHA = 0.7;

    private final UniformRandomProvider random = RandomStreams.of(5).stream("gradient", 0);

    @ParameterizedTest
    @EnumSource(Activation.class)
    void weightGradientOfALossWithSlopesAgreesWithCentralDifferences(Activation activation) {
        NetworkShape shape = NetworkShape.of(3, 2, List.of(7, 18, 5), activation);
        float[] parameters = parameters(shape);
        float[][] x = uniform(ROWS, 5);
        float[][] target = uniform(ROWS, 3);

        float[] gradient = gradient(shape, parameters, x, target, Kernels.best());

        double[] w = widen(parameters);
        double largest = 0;
        double[] truth = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            double step = 1e-4;
            double keep = w[i];
            w[i] = keep + step;
            double up = loss(shape, w, x, target);
            w[i] = keep - step;
            truth[i] = (up - loss(shape, w, x, target)) / (2 * step);
            w[i] = keep;
            largest = Math.max(largest, Math.abs(truth[i]));
        }
        for (int i = 0; i < w.length; i++) {
            assertThat((double) gradient[i]).as("parameter %d", i).isCloseTo(truth[i], within(5e-6 * largest));
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void valuesAndSlopesAgreeWithDoublePrecision(Activation activation) {
        NetworkShape shape = NetworkShape.of(3, 2, List.of(40, 33), activation);
        float[] parameters = parameters(shape);
        float[][] x = uniform(ROWS, 5);
        Tile tile = tile(shape, x, Kernels.best());
        NetworkWeights weights = NetworkWeights.of(shape, parameters);
        tile.forward(weights, ROWS);
        tile.differentiate(weights);

        for (int r = 0; r < ROWS; r++) {
            double[] truth = new DoubleNetwork(shape).evaluate(widen(parameters), widen(x[r]));
            // Softplus gives values above one, the others below.
            double scale = Math.max(1, Math.abs(truth[0]));
            assertThat((double) tile.value(r, 0)).isCloseTo(truth[0], within(2e-6 * scale));
            assertThat((double) tile.slope(r, 0)).isCloseTo(truth[1], within(2e-6));
            assertThat((double) tile.slope(r, 1)).isCloseTo(truth[2], within(2e-6));
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void plainLoopsGiveTheBitsOfTheVectorKernels(Activation activation) {
        NetworkShape shape = NetworkShape.of(3, 2, List.of(100, 20, 70), activation);
        float[] parameters = parameters(shape);
        float[][] x = uniform(ROWS, 5);
        float[][] target = uniform(ROWS, 3);

        float[] plain = gradient(shape, parameters, x, target, Kernels.plain());
        float[] best = gradient(shape, parameters, x, target, Kernels.best());

        assertThat(best).containsExactly(plain);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void preparedRowsGiveTheBitsOfAForwardPass(Activation activation) {
        NetworkShape shape = NetworkShape.of(3, 2, List.of(20, 30), activation);
        NetworkWeights weights = NetworkWeights.of(shape, parameters(shape));
        float[][] x = uniform(ROWS, 5);
        for (float[] row : x) {
            row[3] = 0.25f;
            row[4] = -0.5f;
        }
        Tile direct = tile(shape, x, Kernels.best());
        direct.forward(weights, ROWS);
        Tile prepared = new Tile(shape, Kernels.best(), false, ROWS);
        for (int r = 0; r < ROWS; r++) {
            prepared.setInputs(r, x[r], 0);
        }

        prepared.prepare(weights, ROWS);
        prepared.forwardAt(weights, new float[] {9f, 9f}, 0);
        prepared.forwardAt(weights, new float[] {0.25f, -0.5f}, 0);

        for (int r = 0; r < ROWS; r++) {
            assertThat(prepared.value(r, 0)).isEqualTo(direct.value(r, 0));
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void trainingLeavesThePaddingAtZero(Activation activation) {
        NetworkShape shape = NetworkShape.of(3, 2, List.of(7, 18, 5), activation);
        float[] padded =
                gradientWithPadding(shape, parameters(shape), uniform(ROWS, 5), uniform(ROWS, 3), Kernels.best());

        float[] again =
                NetworkWeights.of(shape, NetworkWeights.compact(shape, padded)).values();

        assertThat(padded).containsExactly(again);
    }

    /** The loss is \(\sum_r (f-y)^2 + \alpha|g-t|^2\). */
    private static double loss(NetworkShape shape, double[] w, float[][] x, float[][] target) {
        double sum = 0;
        for (int r = 0; r < x.length; r++) {
            double[] f = new DoubleNetwork(shape).evaluate(w, widen(x[r]));
            sum += square(f[0] - target[r][0]) + ALPHA * (square(f[1] - target[r][1]) + square(f[2] - target[r][2]));
        }
        return sum;
    }

    private static float[] gradient(
            NetworkShape shape, float[] parameters, float[][] x, float[][] target, Kernels kernels) {
        return NetworkWeights.compact(shape, gradientWithPadding(shape, parameters, x, target, kernels));
    }

    private static float[] gradientWithPadding(
            NetworkShape shape, float[] parameters, float[][] x, float[][] target, Kernels kernels) {
        Tile tile = tile(shape, x, kernels);
        NetworkWeights weights = NetworkWeights.of(shape, parameters);
        tile.forward(weights, x.length);
        tile.differentiate(weights);
        for (int r = 0; r < x.length; r++) {
            tile.setUpstream(r, 0, 2 * (tile.value(r, 0) - target[r][0]));
            tile.setUpstreamSlope(r, 0, (float) (2 * ALPHA * (tile.slope(r, 0) - target[r][1])));
            tile.setUpstreamSlope(r, 1, (float) (2 * ALPHA * (tile.slope(r, 1) - target[r][2])));
        }
        float[] gradient = new float[shape.size()];
        tile.backward(weights, gradient);
        return gradient;
    }

    private static Tile tile(NetworkShape shape, float[][] x, Kernels kernels) {
        Tile tile = new Tile(shape, kernels, true, x.length);
        for (int r = 0; r < x.length; r++) {
            tile.setInputs(r, x[r], 0);
            tile.setSlopeInput(r, 0, x[r][3]);
            tile.setSlopeInput(r, 1, x[r][4]);
        }
        return tile;
    }

    private float[] parameters(NetworkShape shape) {
        return uniform(1, shape.parameters())[0];
    }

    private float[][] uniform(int rows, int columns) {
        float[][] values = new float[rows][columns];
        for (float[] row : values) {
            for (int i = 0; i < columns; i++) {
                row[i] = 0.8f * (2 * random.nextFloat() - 1);
            }
        }
        return values;
    }

    private static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    private static double square(double x) {
        return x * x;
    }
}
