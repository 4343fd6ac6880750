package hep.aurum.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** On x ~ N(0, 1), log r = θx − θ²/2 has E[r] = 1; members miss it by a constant and by a multiple of x − θ. */
class EnsembleRatioTest {

    private static final ParameterSpace SPACE = ParameterSpace.of(new Parameter("theta", -1, 1, 0));
    private static final double[] EVENTS = IntStream.range(0, 20_000)
            .mapToDouble(i -> NormalDistribution.of(0, 1).inverseCumulativeProbability((i + 0.5) / 20_000))
            .toArray();
    private static final List<double[]> POINTS = List.of(new double[] {-0.5}, new double[] {0}, new double[] {0.5});

    /**
     * A member with the error {@code offset} + {@code tilt} (x − θ), whose mean at θ is {@code offset} and whose variance there is
     * {@code tilt}².
     */
    private record Member(double offset, double tilt) implements RatioEstimator {
        @Override
        public ParameterSpace space() {
            return SPACE;
        }

        @Override
        public List<String> featureNames() {
            return List.of("x");
        }

        @Override
        public String describe() {
            return "a Gaussian shift";
        }

        @Override
        public double logRatio(double[] x, double[] theta) {
            return theta[0] * x[0] - 0.5 * theta[0] * theta[0] + offset + tilt * (x[0] - theta[0]);
        }

        @Override
        public double logRatioAndScore(double[] x, double[] theta, double[] score) {
            score[0] = x[0] - theta[0] - tilt;
            return logRatio(x, theta);
        }
    }

    private static double[] ones() {
        double[] ones = new double[EVENTS.length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double violation(RatioEstimator ratio, double theta) {
        double[] logRatios = new double[EVENTS.length];
        ratio.logRatios(EVENTS, new double[] {theta}, logRatios, 1);
        return Math.log(Arrays.stream(logRatios).map(Math::exp).average().orElseThrow());
    }

    @Test
    void weightsScaleTheMembers() {
        EnsembleRatio ensemble = EnsembleRatio.of(
                List.of(new Member(0.3, 0), new Member(0, 0.1), new Member(0, 0)), new double[] {2, 1, 1});

        assertThat(ensemble.weights()).containsExactly(0.5, 0.25, 0.25);
        assertThat(ensemble.effectiveMembers()).isCloseTo(1 / (0.25 + 2 * 0.0625), within(1e-12));
        double[] x = {0.7};
        double[] theta = {0.2};
        assertThat(ensemble.logRatio(x, theta)).isCloseTo(0.14 - 0.02 + 0.15 + 0.0125, within(1e-12));
        double[] score = new double[1];
        ensemble.logRatioAndScore(x, theta, score);
        assertThat(score[0]).isCloseTo(0.5 - 0.025, within(1e-12));
    }

    @Test
    void equalWeightsOfAnyScaleGiveTheSameBits() {
        List<Member> members = List.of(new Member(0.3, 0.2), new Member(-0.1, 0.1), new Member(0, -0.3));
        double[] plain = new double[EVENTS.length];
        double[] scaled = new double[EVENTS.length];
        EnsembleRatio.of(members).logRatios(EVENTS, new double[] {0.3}, plain, 1);
        EnsembleRatio.of(members, new double[] {0.1, 0.1, 0.1}).logRatios(EVENTS, new double[] {0.3}, scaled, 1);

        assertThat(scaled).containsExactly(plain);
    }

    @Test
    void spreadAndUncertaintyHaveTheClosedForm() {
        List<Member> members = List.of(new Member(1, 0), new Member(2, 0), new Member(6, 0));
        double[] x = {0.3};
        double[] theta = {0.4};

        EnsembleRatio equal = EnsembleRatio.of(members);
        assertThat(equal.spread(x, theta)).isCloseTo(Math.sqrt(7), within(1e-12));
        assertThat(equal.uncertainty(x, theta)).isCloseTo(Math.sqrt(7.0 / 3), within(1e-12));
        // Weights 1/2, 1/4, 1/4: mean 2.5, squares 1.125 + .0625 + 3.0625 = 4.25 over 1 − 3/8.
        EnsembleRatio weighted = EnsembleRatio.of(members, new double[] {2, 1, 1});
        assertThat(weighted.spread(x, theta)).isCloseTo(Math.sqrt(6.8), within(1e-12));
        assertThat(weighted.uncertainty(x, theta)).isCloseTo(Math.sqrt(6.8 * 3 / 8), within(1e-12));
    }

    @Test
    void batchesGiveTheNumbersOfSingleEvents() {
        EnsembleRatio ensemble = EnsembleRatio.of(
                List.of(new Member(0.3, 0.2), new Member(-0.1, 0.1), new Member(0, -0.3)),
                new double[] {0.2, 0.5, 0.3});
        double[] events = {-1, 0.2, 1.7};
        double[] thetas = {-0.3, 0.8};
        double[] ratios = new double[6];
        double[] spreads = new double[6];
        double[] plain = new double[6];
        ensemble.logRatiosAndSpreads(events, thetas, ratios, spreads, 2);
        ensemble.logRatios(events, thetas, plain, 1);

        assertThat(ratios).containsExactly(plain);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 2; j++) {
                double[] x = {events[i]};
                double[] theta = {thetas[j]};
                assertThat(ratios[2 * i + j]).isEqualTo(ensemble.logRatio(x, theta));
                assertThat(spreads[2 * i + j]).isEqualTo(ensemble.spread(x, theta));
            }
        }
    }

    @Test
    void expectationWeightsHaveTheClosedForm() {
        // Tilts ±.1, 0 about their mean 0: u² = .01. The violations are offset + tilt²/2, from the exponential of the
        // tilt.
        List<Member> members = List.of(new Member(0.02, 0.1), new Member(0.04, -0.1), new Member(0.01, 0));
        EnsembleRatio ensemble = EnsembleRatio.expectationConsistent(members, EVENTS, ones(), POINTS, 2);
        double[] v = {0.025, 0.045, 0.01};
        double squares = 0.025 * 0.025 + 0.045 * 0.045 + 0.01 * 0.01;
        // The variance of the mean of r is (exp(θ²) − 1)/n at θ = ±½, and 0 at the reference.
        double noise = (StrictMath.exp(0.25) - 1) / EVENTS.length;
        double kappa = (1 + 2 * (1 - noise / (squares / 3))) / 3;

        // W ∝ A⁻¹ 1 with A = κ v vᵀ + u²: 1 − v κ Σv/(u² + κ Σv²).
        double[] expected = Arrays.stream(v)
                .map(a -> 1 - a * kappa * 0.08 / (0.01 + kappa * squares))
                .toArray();
        double total = Arrays.stream(expected).sum();
        for (int m = 0; m < 3; m++) {
            // The quantiles cut the tails of the law: 1e-4 of u².
            assertThat(ensemble.weights()[m]).isCloseTo(expected[m] / total, within(2e-4));
        }
        assertThat(violation(ensemble, 0.5)).isLessThan(violation(EnsembleRatio.of(members), 0.5));
    }

    @Test
    void violationsOfOppositeSignCancel() {
        List<Member> members = List.of(new Member(0.2, 0), new Member(-0.1, 0));

        EnsembleRatio ensemble = EnsembleRatio.expectationConsistent(members, EVENTS, ones(), POINTS, 1);

        assertThat(ensemble.weights()).containsExactly(new double[] {1.0 / 3, 2.0 / 3}, within(1e-3));
        assertThat(violation(ensemble, 0.5)).isCloseTo(0, within(1e-3));
    }

    @Test
    void aMemberThatIsFarOffIsLeftOutAndNoWeightIsNegative() {
        List<Member> members = List.of(new Member(0.01, 0.05), new Member(0.02, -0.05), new Member(3, 0));

        double[] weights = EnsembleRatio.expectationConsistent(members, EVENTS, ones(), POINTS, 1)
                .weights();

        assertThat(weights[2]).isZero();
        assertThat(weights[0]).isGreaterThan(weights[1]);
        assertThat(weights[0] + weights[1]).isCloseTo(1, within(1e-12));
    }

    @Test
    void whatTheSamplesFluctuationExplainsDoesNotCount() {
        // The mean of r over 20 events at θ = ½ is known to sqrt((e^¼ − 1)/20) = .12 only.
        double[] few =
                IntStream.range(0, 20).mapToDouble(i -> EVENTS[500 + 1000 * i]).toArray();
        double[] weights = new double[20];
        Arrays.fill(weights, 1);
        List<Member> members = List.of(new Member(0.02, 0.1), new Member(-0.01, -0.1));

        EnsembleRatio ensemble =
                EnsembleRatio.expectationConsistent(members, few, weights, List.of(new double[] {0.5}), 1);

        assertThat(ensemble.isEqual()).isTrue();
    }

    @Test
    void whatCannotBeCombinedIsRefused() {
        List<Member> two = List.of(new Member(0, 0), new Member(1, 0));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> EnsembleRatio.of(two, new double[] {1, -1}));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> EnsembleRatio.of(two, new double[] {1, 1, 1}));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(
                        () -> EnsembleRatio.of(two, new double[] {0, 1}).spread(new double[] {0}, new double[] {0}));
        double[] negative = ones();
        Arrays.fill(negative, 0, 15_000, -1);
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(
                        () -> EnsembleRatio.expectationConsistent(two, EVENTS, negative, List.of(new double[] {1}), 1))
                .withMessageContaining("mean of a member's ratio");
    }
}
