package hep.aurum.format.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Activation;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of strangers: whatever the bytes, a failure is a sentence. */
class OnnxHostileTest {

    private static byte[] torch() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(OnnxHostileTest.class.getResourceAsStream("standardised_silu.onnx"))) {
            return in.readAllBytes();
        }
    }

    private static byte[] ours() {
        return OnnxExport.of(Ratios.normalised(Ratios.ensemble(Activation.SILU, List.of(3))))
                .withScore(true)
                .toBytes();
    }

    /** Read, compile and evaluate; only the failures that are promised may escape. */
    private static void tryAll(byte[] bytes, String what) {
        try {
            OnnxNetwork network = OnnxNetwork.parse(bytes, "hostile.onnx");
            Map<String, double[]> inputs = new HashMap<>();
            network.inputs().forEach(port -> {
                int columns = Math.min(1000, port.columns().orElse(1));
                inputs.put(port.name(), new double[2 * columns]);
            });
            for (OnnxPort output : network.outputs()) {
                network.evaluate(output.name(), inputs, 2);
            }
            OnnxRatio.of(network).logRatio(new double[3], new double[2]);
        } catch (BadInput | NotSupported | NotFound e) {
            assertThat(e.getMessage()).isNotBlank();
        } catch (IllegalArgumentException e) {
            // The arguments above do not follow a file that changed its numbers of columns.
            assertThat(e.getMessage()).contains("expected");
        } catch (RuntimeException | Error e) {
            fail(what + " let " + e + " escape", e);
        }
    }

    @Test
    @Tag("slow")
    void everyTruncationIsRefused() throws IOException {
        for (byte[] bytes : List.of(torch(), ours())) {
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                try {
                    OnnxNetwork.parse(cut, "cut.onnx");
                } catch (BadInput | NotSupported e) {
                    continue;
                }
                // The graph is whole; only what follows it is gone, which need not be there.
                tryAll(cut, "truncation to " + length);
                assertThat(length).isGreaterThan(bytes.length / 2);
            }
        }
    }

    /** Every byte in turn, with a few values that are awkward as keys, lengths and varints. */
    @Test
    @Tag("slow")
    void noFlippedByteLeadsAstray() throws IOException {
        for (byte[] bytes : List.of(torch(), ours())) {
            for (int i = 0; i < bytes.length; i++) {
                for (int change : new int[] {0x01, 0x08, 0x80, 0xff}) {
                    byte[] flipped = bytes.clone();
                    flipped[i] ^= (byte) change;
                    tryAll(flipped, "byte " + i + " ^ " + change);
                }
            }
        }
    }

    @Test
    @Tag("slow")
    void noShuffledPieceLeadsAstray() throws IOException {
        UniformRandomProvider random = RandomStreams.of(3).stream("fuzz", 0);
        byte[] bytes = torch();
        for (int round = 0; round < 3000; round++) {
            byte[] changed = bytes.clone();
            int length = 1 + random.nextInt(40);
            int from = random.nextInt(bytes.length - length);
            int to = random.nextInt(bytes.length - length);
            System.arraycopy(bytes, from, changed, to, length);
            tryAll(changed, "round " + round);
        }
    }

    @Test
    void aLengthIsNotBelieved() {
        // A graph of 2^62 bytes, a tensor of 2^50 numbers without data, and a varint without an end.
        byte[] graph = {0x3a, -1, -1, -1, -1, -1, -1, -1, -1, 0x3f};
        byte[] varint = new byte[20];
        Arrays.fill(varint, (byte) 0xff);
        byte[] tensor = TinyOnnx.graph()
                .input("x", 1)
                .output("x")
                .longs("w", new int[] {1 << 25, 1 << 25})
                .toBytes();

        for (byte[] bytes : List.of(graph, varint, tensor)) {
            assertThatThrownBy(() -> OnnxNetwork.parse(bytes, "hostile.onnx")).isInstanceOf(BadInput.class);
        }
    }

    /** Ten thousand small nodes that would widen their tensors a thousandfold each. */
    @Test
    void aSmallFileCannotAskForMuchMemory() {
        TinyOnnx graph = TinyOnnx.graph().input("x", 1000).output("y").raw("w", new int[] {1, 1000}, new float[1000]);
        StringBuilder inputs = new StringBuilder("x");
        for (int i = 0; i < 999; i++) {
            inputs.append(" x");
        }
        OnnxNetwork network = graph.node("Concat", "wide", inputs.toString(), TinyOnnx.whole("axis", 1))
                .node("Concat", "y", "wide wide", TinyOnnx.whole("axis", 1))
                .network();

        assertThatThrownBy(() -> network.evaluate("y", Map.of("x", new double[1000]), 1))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("columns");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Conv | x w | not known",
                "MatMul | w x | constant where events",
                "MatMul | x absent | before it is defined",
                "MatMul | x v | 3 columns by 2 rows",
                "Add | x t | 4 numbers with 3 columns",
                "Softmax | x | not known",
                "Reshape | x t | asks for the shape",
                "Transpose | x | not constant",
                "Gather | x t | across events",
                "Concat | x x | across events",
            })
    void whatIsNoPerceptronIsNamed(String operator, String inputs, String word) {
        OnnxNetwork network = TinyOnnx.graph()
                .input("x", 3)
                .output("y")
                .raw("w", new int[] {3, 1}, 1, 2, 3)
                .raw("v", new int[] {2, 1}, 1, 2)
                .raw("t", new int[] {2, 2}, 1, 2, 3, 4)
                .node(operator, "y", inputs)
                .network();

        assertThatThrownBy(() -> network.evaluate("y", Map.of("x", new double[3]), 1))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(word);
    }

    /** A ratio of many parameters needs a tangent for each of them and each number of every tensor. */
    @Test
    void manyParametersCannotAskForMuchMemory() {
        OnnxNetwork network = TinyOnnx.graph()
                .input("theta", 5000)
                .output("y")
                .raw("w", new int[] {5000, 1}, new float[5000])
                .node("Concat", "wide", "theta theta theta theta", TinyOnnx.whole("axis", 1))
                .node("MatMul", "y", "theta w")
                .node("Tanh", "unused", "wide")
                .network();
        List<Parameter> parameters = IntStream.range(0, 5000)
                .mapToObj(i -> new Parameter("p" + i, 0, 1, 0))
                .toList();
        OnnxSignature signature =
                OnnxSignature.of(new ParameterSpace(parameters), List.of()).withInput("theta", Columns.THETA);
        OnnxRatio ratio = OnnxRatio.of(network, signature);

        assertThat(ratio.logRatio(new double[0], new double[5000])).isZero();
        assertThatThrownBy(() -> ratio.logRatioAndScore(new double[0], new double[5000], new double[5000]))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("memory");
    }

    @Test
    void aCycleIsATensorUsedBeforeItIsDefined() {
        OnnxNetwork network = TinyOnnx.graph()
                .input("x", 1)
                .output("y")
                .node("Add", "y", "x z")
                .node("Tanh", "z", "y")
                .network();

        assertThatThrownBy(() -> network.evaluate("y", Map.of("x", new double[1]), 1))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("before it is defined");
    }

    @Test
    void operatorSetsOfTheFutureAreRefused() {
        byte[] bytes =
                TinyOnnx.graph().operatorSet(99).input("x", 1).output("x").toBytes();

        assertThatThrownBy(() -> OnnxNetwork.parse(bytes, "new.onnx"))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("99");
    }
}
