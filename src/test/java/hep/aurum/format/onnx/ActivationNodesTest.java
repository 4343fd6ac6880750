package hep.aurum.format.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.NotSupported;
import hep.aurum.nn.Activation;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationNodesTest {

    private static double[] evaluate(String label, String output, double... z) {
        GraphBuilder graph = new GraphBuilder();
        graph.input("z", 1, "");
        ActivationNodes.Layer layer = ActivationNodes.add(graph, label, "z", true);
        graph.define("value", "Identity", layer.value());
        graph.define("slope", "Identity", layer.slope());
        graph.output("value", 1, "");
        graph.output("slope", 1, "");
        OnnxNetwork network = OnnxNetwork.parse(graph.toBytes("test", "0", "", Map.of()), "test");
        return network.evaluate(output, Map.of("z", z), z.length);
    }

    /** Values from the closed forms to ten digits; \(\Phi(1) = 0.8413447461\), \(\phi(1) = 0.2419707245\). */
    @ParameterizedTest
    @CsvSource({
        "tanh, 1, 0.7615941560, 0.4199743416",
        "tanh, -1, -0.7615941560, 0.4199743416",
        "silu, 1, 0.7310585786, 0.9276705119",
        "silu, -1, -0.2689414214, 0.0723294881",
        "relu, 2.5, 2.5, 1",
        "relu, -2.5, 0, 0",
        "gelu, 1, 0.8413447461, 1.0833154706",
        "gelu, -1, -0.1586552539, -0.0833154706",
        "softplus, 1, 1.3132616875, 0.7310585786",
        "softplus, 0, 0.6931471806, 0.5"
    })
    void valueAndDerivativeAreThoseOfTheClosedForm(String label, double z, double value, double slope) {
        // Constants of the graph, such as the root of one half, have single precision.
        assertThat(evaluate(label, "value", z)[0]).isCloseTo(value, within(3e-8));
        assertThat(evaluate(label, "slope", z)[0]).isCloseTo(slope, within(3e-8));
    }

    @ParameterizedTest
    @CsvSource({"tanh", "silu", "relu", "gelu", "softplus"})
    void theDerivativeIsThatOfTheValue(String label) {
        double step = 1e-5;
        for (double z : new double[] {-3, -0.7, 0.2, 1.9}) {
            double[] around = evaluate(label, "value", z - step, z + step);

            double slope = (around[1] - around[0]) / (2 * step);
            assertThat(evaluate(label, "slope", z)[0]).isCloseTo(slope, within(1e-7));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyActivationOfTheEngineCanBeWritten(Activation activation) {
        assertThat(Arrays.stream(evaluate(activation.label(), "value", 0.5, 1)).allMatch(Double::isFinite))
                .isTrue();
    }

    @Test
    void anUnknownOneIsRefused() {
        assertThatThrownBy(() -> ActivationNodes.add(new GraphBuilder(), "sine", "z", false))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("sine");
    }
}
