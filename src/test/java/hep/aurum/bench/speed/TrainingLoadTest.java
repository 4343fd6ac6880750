package hep.aurum.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Activation;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.nn.Workers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingLoadTest {

    /** What is measured is what PyTorch computes: its loss and its gradient in float64 on the same rows. */
    @ParameterizedTest
    @ValueSource(strings = {"W1", "W2", "W3"})
    void lossAndGradientAgreeWithPyTorch(String name) throws IOException {
        Path file = Path.of(System.getProperty("aurum.data", ""), "bench", "torch-reference", name + ".bin");
        assumeTrue(Files.exists(file), () -> "no reference file " + file);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int inputs = bytes.getInt();
        int width = bytes.getInt();
        int layers = bytes.getInt();
        Activation activation = bytes.getInt() == 0 ? Activation.TANH : Activation.SILU;
        int rows = bytes.getInt();
        boolean score = bytes.getInt() == 1;
        NetworkShape shape = NetworkShape.of(inputs - 2, 2, Collections.nCopies(layers, width), activation);
        SpeedData data = new SpeedData(floats(bytes, rows * inputs), floats(bytes, rows), floats(bytes, rows * 2));
        NetworkWeights weights = NetworkWeights.of(shape, floats(bytes, shape.parameters()));
        float loss = bytes.getFloat();
        float[] truth = floats(bytes, shape.parameters());

        try (Workers workers = Workers.of(2)) {
            TrainingLoad load = new TrainingLoad(weights, score, rows, data, workers);
            float[] gradient = NetworkWeights.compact(shape, load.gradient());

            assertThat(load.loss()).isCloseTo(loss, within(2e-6));
            double largest = 0;
            for (float g : truth) {
                largest = Math.max(largest, Math.abs(g));
            }
            for (int i = 0; i < truth.length; i++) {
                assertThat((double) gradient[i]).as("parameter %d", i).isCloseTo(truth[i], within(1e-5 * largest));
            }
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        assertThat(trained(2)).containsExactly(trained(1));
        assertThat(trained(3)).containsExactly(trained(1));
    }

    private static float[] trained(int threads) {
        NetworkWeights weights = NetworkWeights.random(Work.W2_1024.shape(), RandomStreams.of(7).stream("weights", 0));
        try (Workers workers = Workers.of(threads)) {
            TrainingLoad load = new TrainingLoad(weights, true, 1024, SpeedData.draw(), workers);
            for (int step = 0; step < 20; step++) {
                load.run();
            }
        }
        return weights.parameters();
    }

    private static float[] floats(ByteBuffer bytes, int count) {
        float[] values = new float[count];
        bytes.asFloatBuffer().get(values);
        bytes.position(bytes.position() + 4 * count);
        return values;
    }
}
