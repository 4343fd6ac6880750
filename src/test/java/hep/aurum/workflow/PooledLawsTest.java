package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.likelihood.joint.EventData;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.sample.EventSample;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Half of the events have x = 0 and the weight 1, half x = 1 and the weight θ: at θ a part θ/(1+θ) has x = 1. */
class PooledLawsTest {

    private static final int SIZE = 4000;
    private static final double THETA = 0.5;

    private static PooledLaws laws(double sign) {
        double[] features = new double[2 * SIZE];
        double[] coefficients = new double[2 * SIZE];
        long[] origins = new long[SIZE];
        for (int i = 0; i < SIZE; i++) {
            features[2 * i] = i % 2;
            features[2 * i + 1] = i;
            coefficients[2 * i] = i % 2 == 0 ? 1 : 0;
            coefficients[2 * i + 1] = i % 2 == 0 ? 0 : sign;
            origins[i] = i;
        }
        ParameterSpace space = ParameterSpace.of(new Parameter("theta", 0, 1, 0.5));
        MonomialBasis basis = MonomialBasis.of(1, new int[][] {{0}, {1}});
        return PooledLaws.of(new EventSample(
                space, List.of("x", "number"), List.of("p"), basis, features, coefficients, new int[SIZE], origins));
    }

    private static double share(EventData data) {
        double ones = 0;
        for (int i = 0; i < data.weights().length; i++) {
            ones += data.weights()[i] * data.events()[2 * i];
        }
        return ones / Arrays.stream(data.weights()).sum();
    }

    /** Half of 4000 events are left for the laws at θ, half of these with x = 1: four binomial errors are missed once in 16 000. */
    @Test
    void weightsGiveTheLawAndCountForWhatTheyAreWorth() {
        EventData all = laws(1).at(new double[] {THETA}, 10 * SIZE, RandomStreams.of(1));

        int n = all.weights().length;
        assertThat((double) n).isCloseTo(SIZE / 2.0, within(4 * Math.sqrt(SIZE / 4.0)));
        assertThat(share(all)).isCloseTo(THETA / (1 + THETA), within(4 * 0.5 / Math.sqrt(n)));
        // (Σw)²/Σw² of about equal numbers of 1 and ½
        assertThat(Arrays.stream(all.weights()).sum() / n).isCloseTo(0.5 * 2.25 / 1.25, within(0.02));
    }

    @Test
    void theReferenceIsThatOfTheEventsAsTheyWereTrainedOnAndOfOthersThanTheLaws() {
        EventData reference = laws(1).reference(SIZE, RandomStreams.of(1));
        EventData law = laws(1).at(new double[] {THETA}, SIZE, RandomStreams.of(1));

        int n = reference.weights().length;
        assertThat(share(reference)).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(n)));
        Set<Double> numbers = new HashSet<>();
        for (EventData data : List.of(reference, law)) {
            for (int i = 0; i < data.weights().length; i++) {
                numbers.add(data.events()[2 * i + 1]);
            }
        }
        assertThat(numbers).hasSize(SIZE);
    }

    /** Two copies of each of two events, of which one copy of the second was lost: three rows, two events, weights 2 and 1. */
    @Test
    void copiesOfAnEventAreOneEvent() {
        ParameterSpace space = ParameterSpace.of(new Parameter("theta", 0, 1, 0.5));
        MonomialBasis basis = MonomialBasis.of(1, new int[][] {{0}});
        PooledLaws laws = PooledLaws.of(new EventSample(
                space,
                List.of("x"),
                List.of("first", "second"),
                basis,
                new double[] {0, 1, 2, 3},
                new double[] {1, 1, 1, 1},
                new int[] {0, 1, 1, 1},
                new long[] {9, 5, 5, 6}));

        EventData second = laws.at(new double[] {0.5}, 10, RandomStreams.of(1));

        int at = 0;
        double[] found = new double[4];
        for (double weight : second.weights()) {
            found[(int) second.events()[at++]] = weight;
        }
        assertThat(found[2]).isZero();
        assertThat(found[1] / found[3]).isCloseTo(2, within(1e-12));
    }

    /** Of 60 experiments of 20 events a part 1/3 has x = 1; five standard deviations are missed once in two million. */
    @Test
    void experimentsFollowTheLawAndShareNoEvent() {
        List<EventData> experiments =
                laws(1).experiments(Collections.nCopies(60, new double[] {THETA}), 20, RandomStreams.of(2));

        assertThat(experiments).hasSize(60);
        Set<Double> numbers = new HashSet<>();
        double ones = 0;
        for (EventData experiment : experiments) {
            assertThat(experiment.weights()).hasSize(20).containsOnly(1.0);
            ones += share(experiment) / 60;
            for (int i = 0; i < 20; i++) {
                numbers.add(experiment.events()[2 * i + 1]);
            }
        }
        assertThat(numbers).hasSize(60 * 20);
        assertThat(ones).isCloseTo(1.0 / 3, within(5 * Math.sqrt(2.0 / 9 / 1200)));
    }

    @Test
    void storedEventsRunOut() {
        assertThat(laws(1).experiments(Collections.nCopies(1000, new double[] {THETA}), 20, RandomStreams.of(2)))
                .hasSizeBetween(120, 180);
    }

    @Test
    void nothingIsDrawnFromNegativeWeights() {
        assertThat(laws(-1).experiments(List.of(new double[] {THETA}), 20, RandomStreams.of(2)))
                .isEmpty();
    }
}
