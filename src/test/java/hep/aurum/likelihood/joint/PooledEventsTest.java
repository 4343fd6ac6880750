package hep.aurum.likelihood.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadModel;
import hep.aurum.base.NotFound;
import hep.aurum.infer.interval.ChiSquare;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PooledEventsTest {

    private static final int SIZE = 8;

    /** Events 0 to 7 with the weights \((1 + \theta(i-3)/4)^2\). */
    private static PooledEvents.Pool quadratic() {
        double[] events = new double[SIZE];
        double[] coefficients = new double[3 * SIZE];
        for (int i = 0; i < SIZE; i++) {
            double slope = (i - 3) / 4.0;
            events[i] = i;
            coefficients[3 * i] = 1;
            coefficients[3 * i + 1] = 2 * slope;
            coefficients[3 * i + 2] = slope * slope;
        }
        return new PooledEvents.Pool(events, coefficients, MonomialBasis.complete(1, 2), List.of("theta"));
    }

    private static double[] probabilities(double theta) {
        double[] weights = new double[SIZE];
        Arrays.setAll(weights, i -> (1 + theta * (i - 3) / 4) * (1 + theta * (i - 3) / 4));
        double sum = Arrays.stream(weights).sum();
        Arrays.setAll(weights, i -> weights[i] / sum);
        return weights;
    }

    private static UniformRandomProvider random(int number) {
        return RandomStreams.of(31).stream("pooled events", number);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.7, 0, 1.9})
    void asimovEventsCarryTheirExpectation(double theta) {
        PooledEvents.Pool fixed = PooledEvents.Pool.of(new double[] {10, 11}, new double[] {3, -1});

        EventData data =
                new PooledEvents(List.of(quadratic(), fixed)).asimov(Map.of("theta", theta), new double[] {24, 5});

        double[] expected = probabilities(theta);
        for (int i = 0; i < SIZE; i++) {
            assertThat(data.weights()[i]).isCloseTo(24 * expected[i], within(1e-13 * 24));
        }
        assertThat(data.events()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 10, 11);
        // A negative weight keeps its sign where nothing is drawn.
        assertThat(data.weights()[8]).isCloseTo(7.5, within(1e-14));
        assertThat(data.weights()[9]).isCloseTo(-2.5, within(1e-14));
    }

    /** False alarms: 1e-4 at each θ, and 6e-5 for the number of events. */
    @ParameterizedTest
    @ValueSource(doubles = {-0.7, 1.9})
    void drawsFollowTheWeights(double theta) {
        int events = 40_000;
        double[] counts = new double[SIZE];

        EventData data =
                new PooledEvents(List.of(quadratic())).draw(Map.of("theta", theta), new double[] {events}, random(1));
        for (double event : data.events()) {
            counts[(int) event]++;
        }

        double n = data.weights().length;
        assertThat(n).isCloseTo(events, within(4 * Math.sqrt(events)));
        double[] expected = probabilities(theta);
        double chi2 = 0;
        int bins = 0;
        for (int i = 0; i < SIZE; i++) {
            double mean = n * expected[i];
            chi2 += mean > 0 ? (counts[i] - mean) * (counts[i] - mean) / mean : counts[i] * 1e9;
            bins += mean > 0 ? 1 : 0;
        }
        assertThat(ChiSquare.pValue(bins - 1, chi2)).isGreaterThan(1e-4);
    }

    /** Poisson: variance equals the mean. False alarm of the variance of 2000 experiments: four standard errors, 6e-5. */
    @Test
    void numbersOfEventsArePoisson() {
        PooledEvents pools = new PooledEvents(List.of(quadratic(), quadratic()));
        int experiments = 2000;
        double sum = 0;
        double squares = 0;
        UniformRandomProvider random = random(2);
        for (int e = 0; e < experiments; e++) {
            int n = pools.draw(Map.of("theta", 0.0), new double[] {3, 6}, random)
                    .weights()
                    .length;
            sum += n;
            squares += (n - 9.0) * (n - 9.0);
        }

        assertThat(sum / experiments).isCloseTo(9, within(4 * Math.sqrt(9.0 / experiments)));
        // The fourth central moment of a Poisson number is μ(1 + 3μ).
        assertThat(squares / experiments).isCloseTo(9, within(4 * Math.sqrt((9 * 28.0 - 81) / experiments)));
    }

    @Test
    void aProcessWithoutRateHasNoEvents() {
        PooledEvents pools = new PooledEvents(List.of(quadratic(), quadratic()));

        assertThat(pools.draw(Map.of("theta", 0.0), new double[] {0, -3}, random(3))
                        .weights())
                .isEmpty();
    }

    @Test
    void negativeWeightsAreRefusedUnlessTheyAreFew() {
        double[] events = {0, 1, 2};
        PooledEvents few = new PooledEvents(List.of(PooledEvents.Pool.of(events, new double[] {1, -0.015, 1})));
        PooledEvents many = new PooledEvents(List.of(PooledEvents.Pool.of(events, new double[] {1, -0.025, 1})));

        assertThat(few.draw(Map.of(), new double[] {500}, random(4)).events())
                .isNotEmpty()
                .doesNotContain(1);
        assertThatThrownBy(() -> many.draw(Map.of(), new double[] {500}, random(5)))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("process 0")
                .hasMessageContaining("asymptotic");
    }

    @Test
    void aParameterThatTheModelLacksIsNamed() {
        PooledEvents pools = new PooledEvents(List.of(quadratic()));

        assertThatThrownBy(() -> pools.draw(Map.of("other", 1.0), new double[] {5}, random(6)))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("\"theta\"");
    }

    @Test
    void lengthsThatDoNotFitAreRefused() {
        MonomialBasis basis = MonomialBasis.complete(1, 2);

        assertThatThrownBy(() -> new PooledEvents.Pool(new double[2], new double[5], basis, List.of("theta")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PooledEvents.Pool(new double[3], new double[6], basis, List.of("theta")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PooledEvents.Pool(new double[2], new double[6], basis, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
