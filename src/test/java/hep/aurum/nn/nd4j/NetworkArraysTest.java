package hep.aurum.nn.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hep.aurum.base.BadInput;
import hep.aurum.nn.Activation;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class NetworkArraysTest {

    private static final NetworkShape SHAPE =
            NetworkShape.of(2, 0, List.of(3), Activation.TANH).withOutputs(2);
    // Layer 0 is two rows of three, one for each input, and a bias; the output is two rows of three and a bias.
    private static final float[] PARAMETERS = {11, 12, 13, 21, 22, 23, 1, 2, 3, 31, 32, 33, 41, 42, 43, 4, 5};
    private static final NetworkWeights WEIGHTS = NetworkWeights.of(SHAPE, PARAMETERS);

    @Test
    void everyLayerIsAMatrixOfUnitsByInputsAndABias() {
        Map<String, INDArray> arrays = NetworkArrays.toArrays(WEIGHTS);

        assertThat(arrays.keySet()).containsExactly("layer0.weight", "layer0.bias", "layer1.weight", "layer1.bias");
        assertThat(get(arrays, "layer0.weight").toFloatMatrix())
                .isDeepEqualTo(new float[][] {{11, 21}, {12, 22}, {13, 23}});
        assertThat(get(arrays, "layer0.bias").toFloatVector()).containsExactly(1, 2, 3);
        assertThat(get(arrays, "layer1.weight").toFloatMatrix())
                .isDeepEqualTo(new float[][] {{31, 32, 33}, {41, 42, 43}});
        assertThat(get(arrays, "layer1.bias").toFloatVector()).containsExactly(4, 5);
    }

    @Test
    void theArraysOfANetworkGiveTheNetworkAgain() {
        Map<String, INDArray> arrays = NetworkArrays.toArrays(WEIGHTS);
        Map<String, INDArray> wide = new HashMap<>();
        arrays.forEach(
                (name, array) -> wide.put(name, array.castTo(DataType.DOUBLE).dup('f')));

        assertThat(NetworkArrays.toWeights(SHAPE, arrays).parameters()).containsExactly(PARAMETERS);
        assertThat(NetworkArrays.toWeights(SHAPE, wide).parameters()).containsExactly(PARAMETERS);
    }

    @Test
    void whatDoesNotFitIsRefusedByName() {
        Map<String, INDArray> arrays = new HashMap<>(NetworkArrays.toArrays(WEIGHTS));
        INDArray matrix = get(arrays, "layer0.weight");

        refused(arrays, "layer0.weight", matrix.transpose(), "layer0.weight has the shape [2, 3], expected [3, 2]");
        refused(arrays, "layer0.weight", matrix.castTo(DataType.BOOL), "layer0.weight holds numbers of type BOOL");
        refused(arrays, "layer2.bias", matrix, "a network of 2 layers has 4 arrays, not 5");
        arrays.remove("layer1.bias");
        refused(arrays, "layer0.weight", matrix, "no array is named layer1.bias");
    }

    private static INDArray get(Map<String, INDArray> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name), name);
    }

    private static void refused(Map<String, INDArray> arrays, String name, INDArray array, String why) {
        Map<String, INDArray> changed = new HashMap<>(arrays);
        changed.put(name, array);
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> NetworkArrays.toWeights(SHAPE, changed))
                .withMessageContaining(why);
    }
}
