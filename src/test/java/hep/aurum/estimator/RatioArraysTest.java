package hep.aurum.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hep.aurum.base.BadInput;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Activation;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class RatioArraysTest {

    private static final ParameterSpace SPACE =
            ParameterSpace.of(new Parameter("a", -1, 2, 0), new Parameter("b", 0, 5, 1));
    private static final RatioEstimator RATIO = NetworkRatio.of(
            SPACE,
            List.of("x", "y", "z"),
            Standardisation.of(new double[] {0, 1, 2}, new double[] {1, 2, 0.5}),
            Standardisation.ofParameters(SPACE),
            NetworkWeights.random(
                    NetworkShape.of(3, 2, List.of(9), Activation.TANH), RandomStreams.of(4).stream("weights", 0)),
            "to a test");
    private static final double[][] X = {{0.5, 1, 2}, {-1, 0, 1}, {0, 2, 3}, {1, 1, 1}};
    private static final double[][] THETA = {{0, 1}, {1.5, 4}};

    @Test
    void logRatiosAreThoseOfEachEventAtEachPoint() {
        INDArray all = RatioArrays.logRatios(RATIO, Nd4j.createFromArray(X), Nd4j.createFromArray(THETA), 1);

        assertThat(all.shape()).containsExactly(4, 2);
        assertThat(all.dataType()).isEqualTo(DataType.DOUBLE);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 2; j++) {
                assertThat(all.getDouble(i, j)).isEqualTo(RATIO.logRatio(X[i], THETA[j]));
            }
        }
    }

    @Test
    void aSinglePointIsOneColumn() {
        INDArray column = RatioArrays.logRatios(RATIO, Nd4j.createFromArray(X), Nd4j.createFromArray(THETA[1]), 1);

        assertThat(column.shape()).containsExactly(4, 1);
        assertThat(column.getDouble(2, 0)).isEqualTo(RATIO.logRatio(X[2], THETA[1]));
    }

    @Test
    void scoresAreThoseOfEachEvent() {
        INDArray scores = RatioArrays.scores(RATIO, Nd4j.createFromArray(X), Nd4j.createFromArray(THETA[1]), 1);

        double[] score = new double[2];
        assertThat(scores.shape()).containsExactly(4, 2);
        for (int i = 0; i < 4; i++) {
            RATIO.logRatioAndScore(X[i], THETA[1], score);
            assertThat(scores.getRow(i).toDoubleVector()).containsExactly(score);
        }
    }

    @Test
    void anArrayOfAnotherShapeIsRefused() {
        INDArray x = Nd4j.createFromArray(X);

        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> RatioArrays.logRatios(RATIO, x, x, 1))
                .withMessageContaining("theta has the shape [4, 3], expected [n, 2]");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> RatioArrays.scores(RATIO, x.transpose(), Nd4j.createFromArray(THETA[0]), 1))
                .withMessageContaining("x has the shape [3, 4], expected [n, 3]");
    }
}
