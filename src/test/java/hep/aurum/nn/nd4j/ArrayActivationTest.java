package hep.aurum.nn.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.NotSupported;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ArrayActivationTest {

    private static final float[] Z = {-100, -20, -5, -2, -1, -0.5f, -1e-3f, 1e-3f, 0.25f, 1, 1.5f, 3, 7, 20, 100};

    private static DoubleUnaryOperator truth(ArrayActivation activation) {
        return switch (activation) {
            case TANH -> StrictMath::tanh;
            case SILU -> z -> z / (1 + StrictMath.exp(-z));
            case RELU -> z -> Math.max(z, 0);
            case GELU -> z -> z * 0.5 * Erf.erfc(-z / Math.sqrt(2));
            case SOFTPLUS -> z -> Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
        };
    }

    /** The derivatives are central differences of the closed form in double precision, good to 1e-6. */
    @ParameterizedTest
    @EnumSource(ArrayActivation.class)
    void functionAndDerivativesAreThoseOfTheClosedForm(ArrayActivation activation) {
        DoubleUnaryOperator f = truth(activation);
        INDArray z = Nd4j.createFromArray(Z);
        INDArray first = Nd4j.createFromArray(new float[Z.length]);
        INDArray second = Nd4j.createFromArray(new float[Z.length]);

        activation.apply(z, first, second);

        double h = 1e-4;
        for (int i = 0; i < Z.length; i++) {
            double up = f.applyAsDouble(Z[i] + h);
            double at = f.applyAsDouble(Z[i]);
            double down = f.applyAsDouble(Z[i] - h);
            assertThat((double) z.getFloat(i)).isCloseTo(at, within(1e-6 * Math.max(1, Math.abs(at))));
            assertThat((double) first.getFloat(i)).isCloseTo((up - down) / (2 * h), within(2e-6));
            assertThat((double) second.getFloat(i)).isCloseTo((up - 2 * at + down) / (h * h), within(1e-5));
        }
    }

    @ParameterizedTest
    @EnumSource(ArrayActivation.class)
    void withoutDerivativesTheFunctionIsTheSame(ArrayActivation activation) {
        INDArray alone = Nd4j.createFromArray(Z);
        INDArray z = Nd4j.createFromArray(Z);

        activation.apply(alone);
        activation.apply(z, Nd4j.createFromArray(Z), Nd4j.createFromArray(Z));

        assertThat(alone.toFloatVector()).containsExactly(z.toFloatVector());
    }

    @Test
    void anUnknownActivationIsNotSupported() {
        assertThatExceptionOfType(NotSupported.class)
                .isThrownBy(() -> ArrayActivation.named("maxout"))
                .withMessageContaining("the backend nd4j has no activation \"maxout\"");
    }
}
