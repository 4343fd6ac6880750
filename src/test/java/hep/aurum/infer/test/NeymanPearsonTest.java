package hep.aurum.infer.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class NeymanPearsonTest {

    private static final int N = 200_000;

    /** N(0,1) against N(1,1) at size .05: 1 − Φ(Φ⁻¹(.95) − 1); quantiles stand for draws, so the error is 1/N. */
    @Test
    void theLikelihoodRatioOfTwoGaussiansHasItsKnownPower() {
        NeymanPearson ratio = NeymanPearson.of(quantiles(0, x -> 0.5 - x), quantiles(1, x -> 0.5 - x));

        assertThat(ratio.power(0.05)).isCloseTo(0.259511, within(1e-5));
    }

    @Test
    void noOtherStatisticHasMore() {
        double best =
                NeymanPearson.of(quantiles(0, x -> -x), quantiles(1, x -> -x)).power(0.05);

        for (DoubleUnaryOperator other : new DoubleUnaryOperator[] {x -> -x * x, Math::sin, x -> -Math.abs(x - 0.3)}) {
            assertThat(NeymanPearson.of(quantiles(0, other), quantiles(1, other))
                            .power(0.05))
                    .isLessThan(best);
        }
    }

    @Test
    void equalDrawsAreRejectedAtRandomToKeepTheSize() {
        NeymanPearson test = NeymanPearson.of(new double[] {0, 0, 1, 1}, new double[] {0, 0, 0, 1});

        assertThat(test.power(0.25)).isCloseTo(0.375, within(1e-15));
        assertThat(test.power(0.5)).isCloseTo(0.75, within(1e-15));
    }

    @Test
    void drawsThatAreNotNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NeymanPearson.of(new double[] {Double.NaN}, new double[] {0}))
                .withMessageContaining("H0");
    }

    private static double[] quantiles(double mean, DoubleUnaryOperator statistic) {
        NormalDistribution law = NormalDistribution.of(mean, 1);
        double[] values = new double[N];
        for (int i = 0; i < N; i++) {
            values[i] = statistic.applyAsDouble(law.inverseCumulativeProbability((i + 0.5) / N));
        }
        return values;
    }
}
