package hep.aurum.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessShapeTest {

    private static final ParameterSpace SPACE =
            ParameterSpace.of(new Parameter("c", -1, 1, 0), new Parameter("mu", 0, 3, 1));

    /** Signal μ(1 + c z)², background constant; three events of each. */
    private static EventSample sample() {
        MonomialBasis basis = MonomialBasis.of(2, new int[][] {{0, 1}, {1, 1}, {2, 1}, {0, 0}});
        double[] z = {0.5, -1, 2};
        double[] coefficients = new double[6 * 4];
        for (int i = 0; i < 3; i++) {
            coefficients[4 * i] = 1;
            coefficients[4 * i + 1] = 2 * z[i];
            coefficients[4 * i + 2] = z[i] * z[i];
            coefficients[4 * (i + 3) + 3] = 10;
        }
        return new EventSample(
                SPACE,
                List.of("x"),
                List.of("signal", "background"),
                basis,
                new double[] {1, 2, 3, 4, 5, 6},
                coefficients,
                new int[] {0, 0, 0, 1, 1, 1},
                new long[] {1, 2, 3, 4, 5, 6});
    }

    @Test
    void aStrengthIsNoShape() {
        ProcessShape signal = ProcessShape.of(sample(), 0);

        assertThat(signal.parameters()).containsExactly(0);
        assertThat(ProcessShape.of(sample(), 1).isShaped()).isFalse();
        EventSample events = signal.events();
        assertThat(events.size()).isEqualTo(3);
        assertThat(events.space().names()).containsExactly("c");
        assertThat(events.weightAt(2, new double[] {0.5})).isCloseTo((1 + 0.5 * 2) * (1 + 0.5 * 2), within(1e-12));
    }

    @Test
    void fractionsAreNormalisedMixturesOfTheTwoSamplingLaws() {
        EventSample mixture = ProcessShape.fractions(sample(), 0, 1);

        assertThat(CrossSection.of(mixture).value(new double[] {0.3})).isCloseTo(1, within(1e-12));
        assertThat(mixture.weightAt(0, new double[] {1})).isZero();
        assertThat(mixture.weightAt(4, new double[] {1})).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void oneCopyOfEachEventKeepsTheCrossSectionOnAverage() {
        // 2000 events with R = 1, 2 or 3 of 3 answers selected, each row of weight 1/3: the kept rows have weight 1 and
        // number Σ R/3 = 1333 on average, with variance Σ (R/3)(1 − R/3) = 296: five deviations, false alarm 6e-7.
        int events = 2000;
        int rows = 0;
        long[] origin = new long[2 * events];
        for (int i = 0; i < events; i++) {
            for (int r = 0; r <= i % 3; r++) {
                origin[rows++] = i;
            }
        }
        EventSample sample = sampleOf(java.util.Arrays.copyOf(origin, rows));

        EventSample single = sample.oneCopyEach(3, RandomStreams.of(5));

        assertThat(single.size()).isBetween(1333 - 87, 1333 + 87);
        assertThat(single.origins()).isEqualTo(single.size());
        assertThat(single.weightAt(0, new double[] {0, 1})).isCloseTo(1, within(1e-12));
    }

    @Test
    void copiesOfAnEventFluctuateTogether() {
        EventSample sample = sampleOf(new long[] {7, 7, 7, 8});

        // Weights (1/3 · 3) and 1/3: uncertainty √(1 + 1/9), not √(4/9).
        assertThat(CrossSection.of(sample).uncertainty(SPACE.standard()))
                .isCloseTo(Math.sqrt(1 + 1.0 / 9), within(1e-12));
    }

    private static EventSample sampleOf(long[] origin) {
        double[] coefficients = new double[origin.length];
        java.util.Arrays.fill(coefficients, 1.0 / 3);
        return new EventSample(
                SPACE,
                List.of("x"),
                List.of("signal"),
                MonomialBasis.of(2, new int[][] {{0, 0}}),
                new double[origin.length],
                coefficients,
                new int[origin.length],
                origin);
    }
}
