package hep.aurum.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hep.aurum.base.BadInput;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.simulator.toy.EftOptions;
import hep.aurum.simulator.toy.EftToy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class SampleArraysTest {

    private static final EftToy TOY = EftToy.of(EftOptions.withDefaults());
    private static final EventSample SAMPLE =
            new SimulatedSample(TOY, TOY.reference(), 50, 0, RandomStreams.of(5)).inMemory();

    private static EventSample again(INDArray features, INDArray coefficients) {
        return SampleArrays.sample(
                SAMPLE.space(), SAMPLE.featureNames(), "toy", SAMPLE.basis(), features, coefficients);
    }

    @Test
    void arraysHoldTheSampleRowByRow() {
        INDArray x = SampleArrays.features(SAMPLE);
        INDArray c = SampleArrays.coefficients(SAMPLE);
        INDArray w = SampleArrays.weights(SAMPLE, new double[] {0.3});

        assertThat(x.shape()).containsExactly(50, SAMPLE.dimension());
        assertThat(c.shape()).containsExactly(50, SAMPLE.basis().size());
        assertThat(w.shape()).containsExactly(50);
        assertThat(List.of(x.dataType(), c.dataType(), w.dataType())).containsOnly(DataType.DOUBLE);
        for (int i = 0; i < 50; i++) {
            assertThat(x.getDouble(i, 0)).isEqualTo(SAMPLE.feature(i, 0));
            assertThat(c.getDouble(i, 1)).isEqualTo(SAMPLE.coefficient(i, 1));
            assertThat(w.getDouble(i)).isEqualTo(SAMPLE.weightAt(i, new double[] {0.3}));
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'c', 'f'})
    void aSampleOfItsArraysIsTheSameSample(char order) {
        EventSample again = again(
                SampleArrays.features(SAMPLE).dup(order),
                SampleArrays.coefficients(SAMPLE).dup(order));

        assertThat(SampleArrays.features(again)).isEqualTo(SampleArrays.features(SAMPLE));
        assertThat(SampleArrays.coefficients(again)).isEqualTo(SampleArrays.coefficients(SAMPLE));
        assertThat(again.processes()).containsExactly("toy");
        assertThat(again.origins()).isEqualTo(50);
    }

    @Test
    void float32AndViewsAreTaken() {
        INDArray wide = Nd4j.createFromArray(new float[][] {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}});

        INDArray view = wide.get(NDArrayIndex.interval(1, 3), NDArrayIndex.interval(1, 3));

        assertThat(HostArrays.rows("x", view, 2)).containsExactly(6, 7, 10, 11);
        assertThat(HostArrays.rows("x", wide.getRow(1), 4)).containsExactly(5, 6, 7, 8);
        assertThat(HostArrays.entries("x", wide.getColumn(2), 3)).containsExactly(3, 7, 11);
        assertThat(HostArrays.rows("x", wide.transpose(), 3)).startsWith(1, 5, 9, 2);
    }

    @Test
    void everyWrongArrayIsRefusedInASentence() {
        INDArray x = SampleArrays.features(SAMPLE);
        INDArray c = SampleArrays.coefficients(SAMPLE);
        INDArray hole = x.dup();
        hole.putScalar(new int[] {3, 0}, Double.NaN);

        refused(x.castTo(DataType.BOOL), c, "features holds numbers of type BOOL, expected FLOAT or DOUBLE");
        refused(c, c, "features has the shape [50, 3], expected [n, " + SAMPLE.dimension() + "]");
        refused(x, c.reshape(50, 3, 1), "coefficients has the shape [50, 3, 1], expected [n, 3]");
        refused(x, c.getRows(0, 1), "features has 50 rows and coefficients has 2");
        refused(hole, c, "features holds NaN at entry " + 3 * SAMPLE.dimension() + ", expected finite numbers");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> HostArrays.entries("theta", c, 3))
                .withMessageContaining("theta has the shape [50, 3], expected [3]");
    }

    private static void refused(INDArray features, INDArray coefficients, String why) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> again(features, coefficients))
                .withMessageContaining(why);
    }
}
