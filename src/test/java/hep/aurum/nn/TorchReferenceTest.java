package hep.aurum.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compare loss and gradient with PyTorch's in float64: mean binary cross-entropy on the output as a logit, plus half the mean
 * squared distance of the slopes from their targets in W2 and W3.
 */
class TorchReferenceTest {

    private static final double ALPHA = 0.5;

    @ParameterizedTest
    @CsvSource({"W1, fused", "W2, fused", "W3, fused", "W1, nd4j", "W2, nd4j", "W3, nd4j"})
    void gradientAgreesToOneInAHundredThousandOfTheLargestEntry(String name, String backend) throws IOException {
        String folder = System.getProperty("aurum.data", "");
        Path file = Path.of(folder, "bench", "torch-reference", name + ".bin");
        assumeTrue(Files.exists(file), () -> "no reference file " + file);
        ByteBuffer data = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int inputs = data.getInt();
        int width = data.getInt();
        int layers = data.getInt();
        Activation activation = data.getInt() == 0 ? Activation.TANH : Activation.SILU;
        int rows = data.getInt();
        boolean score = data.getInt() == 1;
        NetworkShape shape = NetworkShape.of(inputs - 2, 2, Collections.nCopies(layers, width), activation);
        float[] x = floats(data, rows * inputs);
        float[] y = floats(data, rows);
        float[] t = floats(data, rows * 2);
        NetworkWeights weights = NetworkWeights.of(shape, floats(data, shape.parameters()));
        float loss = data.getFloat();
        float[] truth = floats(data, shape.parameters());
        float[] gradient = new float[shape.size()];

        Pass pass = Backend.named(backend).open(shape, true);
        double ours = pass(pass, weights, x, y, t, rows, score, gradient);

        assertThat(data.hasRemaining()).isFalse();
        assertThat(ours).isCloseTo(loss, within(2e-6));
        double largest = 0;
        for (float g : truth) {
            largest = Math.max(largest, Math.abs(g));
        }
        float[] compact = NetworkWeights.compact(shape, gradient);
        for (int i = 0; i < truth.length; i++) {
            assertThat((double) compact[i]).as("parameter %d", i).isCloseTo(truth[i], within(1e-5 * largest));
        }
    }

    private static double pass(
            Pass pass,
            NetworkWeights weights,
            float[] x,
            float[] y,
            float[] t,
            int rows,
            boolean score,
            float[] gradient) {
        NetworkShape shape = weights.shape();
        double loss = 0;
        for (int from = 0; from < rows; from += pass.capacity()) {
            int count = Math.min(pass.capacity(), rows - from);
            for (int r = 0; r < count; r++) {
                int row = (from + r) * shape.inputs();
                pass.setInputs(r, x, row);
                pass.setSlopeInput(r, 0, x[row + shape.plainInputs()]);
                pass.setSlopeInput(r, 1, x[row + shape.plainInputs() + 1]);
            }
            pass.forward(weights, count);
            if (score) {
                pass.differentiate(weights);
            }
            for (int r = 0; r < count; r++) {
                double f = pass.value(r, 0);
                double s = 1 / (1 + Math.exp(-f));
                loss += (Math.log1p(Math.exp(f)) - y[from + r] * f) / rows;
                pass.setUpstream(r, 0, (float) ((s - y[from + r]) / rows));
                for (int i = 0; score && i < 2; i++) {
                    double miss = pass.slope(r, i) - t[2 * (from + r) + i];
                    loss += ALPHA * miss * miss / rows;
                    pass.setUpstreamSlope(r, i, (float) (2 * ALPHA * miss / rows));
                }
            }
            pass.backward(weights, gradient);
        }
        return loss;
    }

    private static float[] floats(ByteBuffer data, int count) {
        float[] values = new float[count];
        data.asFloatBuffer().get(values);
        data.position(data.position() + 4 * count);
        return values;
    }
}
