package hep.aurum.nn.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Activation;
import hep.aurum.nn.Backend;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.nn.Pass;
import hep.aurum.nn.Tile;
import hep.aurum.nn.kernel.Kernels;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compare passes on ND4J with the fused kernels, which other tests compare with differences and with PyTorch. */
class Nd4jPassTest {

    private static final int ROWS = 37;

    /** What a pass gives: outputs, slopes and gradient. */
    private record Answer(float[] values, float[] slopes, float[] gradient) {}

    private final UniformRandomProvider random = RandomStreams.of(11).stream("pass", 0);

    static Stream<NetworkShape> shapes() {
        return Stream.of(Activation.values())
                .flatMap(activation -> Stream.of(
                        NetworkShape.of(8, 2, List.of(100, 100, 100), activation),
                        NetworkShape.of(3, 0, List.of(17), activation),
                        NetworkShape.of(3, 1, List.of(7, 18, 5), activation),
                        NetworkShape.of(5, 3, List.of(33, 16), activation),
                        NetworkShape.of(1, 1, List.of(1), activation),
                        NetworkShape.of(1, 0, List.of(1, 1), activation),
                        NetworkShape.of(4, 0, List.of(20, 9), activation).withOutputs(5),
                        NetworkShape.of(2, 0, List.of(3), activation).withOutputs(2)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void valuesSlopesAndGradientsAreThoseOfTheFusedKernels(NetworkShape shape) {
        NetworkWeights weights = weights(shape);
        float[] x = uniform(ROWS * shape.inputs());
        float[] upstream = uniform(ROWS * (shape.outputs() + shape.slopeInputs()));

        for (int rows : new int[] {ROWS, 1}) {
            for (boolean slopes : new boolean[] {false, true}) {
                Answer fused = answer(new Tile(shape, Kernels.best(), true, rows), weights, x, upstream, rows, slopes);
                Answer ours = answer(Backend.named("nd4j").open(shape, true), weights, x, upstream, rows, slopes);

                agree(ours.values(), fused.values());
                agree(ours.slopes(), fused.slopes());
                agree(ours.gradient(), fused.gradient());
            }
        }
    }

    @Test
    void aPassFollowsWeightsThatChangeAndRowsThatComeAndGo() {
        NetworkShape shape = NetworkShape.of(3, 2, List.of(12, 12), Activation.SILU);
        Pass pass = Backend.named("nd4j").open(shape, true);
        float[] x = uniform(ROWS * shape.inputs());
        float[] upstream = uniform(ROWS * 3);

        for (int rows : new int[] {ROWS, 5, ROWS, 1}) {
            NetworkWeights weights = weights(shape);
            Answer fused = answer(new Tile(shape, Kernels.best(), true, rows), weights, x, upstream, rows, true);
            Answer ours = answer(pass, weights, x, upstream, rows, true);

            agree(ours.values(), fused.values());
            agree(ours.slopes(), fused.slopes());
            agree(ours.gradient(), fused.gradient());
        }
    }

    @Test
    void theGradientIsAddedToWhatIsThere() {
        NetworkShape shape = NetworkShape.of(2, 0, List.of(5), Activation.TANH);
        NetworkWeights weights = weights(shape);
        Pass pass = Backend.named("nd4j").open(shape, true);
        float[] x = uniform(2 * shape.inputs());
        float[] upstream = uniform(2);
        float[] once = answer(pass, weights, x, upstream, 2, false).gradient();
        float[] twice = new float[shape.size()];

        pass.forward(weights, 2);
        pass.backward(weights, twice);
        pass.forward(weights, 2);
        pass.backward(weights, twice);

        float[] compact = NetworkWeights.compact(shape, twice);
        for (int i = 0; i < compact.length; i++) {
            assertThat(compact[i]).isEqualTo(2 * once[i]);
        }
    }

    @Test
    void aPassForValuesOnlyGivesTheSameValues() {
        NetworkShape shape = NetworkShape.of(3, 2, List.of(12, 12), Activation.SILU);
        NetworkWeights weights = weights(shape);
        float[] x = uniform(ROWS * shape.inputs());
        Pass plain = Backend.named("nd4j").open(shape, false);
        Pass training = Backend.named("nd4j").open(shape, true);

        for (Pass pass : List.of(plain, training)) {
            set(pass, shape, x, ROWS);
            pass.forward(weights, ROWS);
        }

        for (int r = 0; r < ROWS; r++) {
            assertThat(plain.value(r, 0)).isCloseTo(training.value(r, 0), within(1e-6f));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.differentiate(weights))
                .withMessage("this pass was opened for values only");
    }

    @Test
    void weightsOfAnotherShapeAndTooManyRowsAreRefused() {
        NetworkShape shape = NetworkShape.of(3, 0, List.of(4), Activation.TANH);
        Pass pass = Backend.named("nd4j").open(shape, false);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> pass.forward(weights(shape.withOutputs(2)), 1))
                .withMessageStartingWith("the weights are those of NetworkShape");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pass.forward(weights(shape), 1025))
                .withMessage("1025 rows, expected 1 to 1024");
    }

    private static Answer answer(
            Pass pass, NetworkWeights weights, float[] x, float[] upstream, int rows, boolean differentiate) {
        NetworkShape shape = weights.shape();
        int o = shape.outputs();
        int k = differentiate ? shape.slopeInputs() : 0;
        set(pass, shape, x, rows);
        pass.forward(weights, rows);
        if (differentiate) {
            pass.differentiate(weights);
        }
        float[] values = new float[rows * o];
        float[] slopes = new float[rows * k];
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < o; i++) {
                values[r * o + i] = pass.value(r, i);
                pass.setUpstream(r, i, upstream[r * (o + k) + i]);
            }
            for (int i = 0; i < k; i++) {
                slopes[r * k + i] = pass.slope(r, i);
                pass.setUpstreamSlope(r, i, upstream[r * (o + k) + o + i]);
            }
        }
        float[] gradient = new float[shape.size()];
        pass.backward(weights, gradient);
        return new Answer(values, slopes, NetworkWeights.compact(shape, gradient));
    }

    private static void set(Pass pass, NetworkShape shape, float[] x, int rows) {
        for (int r = 0; r < rows; r++) {
            pass.setInputs(r, x, r * shape.inputs());
            for (int i = 0; i < shape.slopeInputs(); i++) {
                pass.setSlopeInput(r, i, x[r * shape.inputs() + shape.plainInputs() + i]);
            }
        }
    }

    /** Both are float32 sums of the same terms in another order: 1e-5 of the largest entry is a hundred roundings. */
    private static void agree(float[] ours, float[] fused) {
        double largest = 0;
        for (float value : fused) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(ours).hasSameSizeAs(fused);
        for (int i = 0; i < ours.length; i++) {
            assertThat((double) ours[i]).as("entry %d", i).isCloseTo(fused[i], within(1e-5 * largest));
        }
    }

    private NetworkWeights weights(NetworkShape shape) {
        return NetworkWeights.of(shape, uniform(shape.parameters()));
    }

    private float[] uniform(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = 0.8f * (2 * random.nextFloat() - 1);
        }
        return values;
    }
}
