package hep.aurum.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.random.Draws;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On x ~ N(θ, 1) with the reference law N(0, 1), whose events are the nodes of a quadrature and its weights. */
class VariedRatioTest {

    private static final Parameter NU = new Parameter("nu", -3, 3, 0);
    private static final RatioEstimator GAUSSIAN =
            new OneFeature(ParameterSpace.of(new Parameter("theta", -0.8, 1, 0))) {
                @Override
                public double logRatioAndScore(double[] x, double[] theta, double[] score) {
                    score[0] = x[0] - theta[0];
                    return theta[0] * (x[0] - theta[0] / 2);
                }
            };
    private static final double DELTA = 0.3;
    private static final SampleVariation SHIFT = SampleVariation.of(
            NU, twoLaws(x -> DELTA * x - DELTA * DELTA / 2), twoLaws(x -> -DELTA * x - DELTA * DELTA / 2));

    private static final double[] NODES = new double[60];
    private static final double[] WEIGHTS = new double[60];

    static {
        GaussIntegrator rule = new GaussIntegratorFactory().hermite(60);
        for (int i = 0; i < 60; i++) {
            NODES[i] = Math.sqrt(2) * rule.getPoint(i);
            WEIGHTS[i] = rule.getWeight(i);
        }
    }

    /** A ratio of one feature. */
    private abstract static class OneFeature implements RatioEstimator {
        private final ParameterSpace space;

        OneFeature(ParameterSpace space) {
            this.space = space;
        }

        @Override
        public ParameterSpace space() {
            return space;
        }

        @Override
        public List<String> featureNames() {
            return List.of("x");
        }

        @Override
        public String describe() {
            return "an exact ratio";
        }

        @Override
        public double logRatio(double[] x, double[] theta) {
            return logRatioAndScore(x, theta, new double[space.size()]);
        }
    }

    private static RatioEstimator twoLaws(DoubleUnaryOperator logRatio) {
        return new OneFeature(ParameterSpace.of()) {
            @Override
            public double logRatioAndScore(double[] x, double[] theta, double[] score) {
                return logRatio.applyAsDouble(x[0]);
            }
        };
    }

    private static List<double[]> grid(int count, int nuisances) {
        List<double[]> points = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            for (int n = 0; n < Math.pow(count, nuisances); n++) {
                double[] point = new double[1 + nuisances];
                // The nodes of Chebyshev, with ends.
                point[0] = 0.1 - 0.9 * Math.cos(Math.PI * t / (count - 1));
                int rest = n;
                for (int q = 0; q < nuisances; q++) {
                    point[1 + q] = -3 * Math.cos(Math.PI * (rest % count) / (count - 1));
                    rest /= count;
                }
                points.add(point);
            }
        }
        return points;
    }

    private static VariedRatio varied(SampleVariation... variations) {
        return VariedRatio.over(
                GAUSSIAN,
                List.of(variations),
                NODES,
                WEIGHTS,
                grid(variations.length == 1 ? 12 : 7, variations.length),
                1);
    }

    /** N(θ + δν, 1) to N(0, 1). The variation does not depend on θ, and c = exp(δθν) does. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 1", "-0.8, 3", "1, -2.4", "0.9, 0"})
    void shiftOfAGaussianIsExact(double theta, double nu) {
        VariedRatio ratio = varied(SHIFT);
        double[] score = new double[2];
        double mean = theta + DELTA * nu;

        assertThat(ratio.logNormalisation(new double[] {theta, nu})).isCloseTo(DELTA * theta * nu, within(1e-11));
        for (double x : new double[] {-2.5, 0, 0.3, 4}) {
            assertThat(ratio.logRatioAndScore(new double[] {x}, new double[] {theta, nu}, score))
                    .isCloseTo(mean * (x - mean / 2), within(1e-11));
            assertThat(score[0]).isCloseTo(x - mean, within(1e-11));
            assertThat(score[1]).isCloseTo(DELTA * (x - mean), within(1e-11));
        }
        assertThat(ratio.misfit()).isLessThan(1e-11);
    }

    /** With a = δx and b = 0 the mean is that of a log-normal law: c = exp(ν²δ²/2 + δθν). */
    @ParameterizedTest
    @CsvSource({"0, 2", "0.5, 1", "-0.8, -3"})
    void oneSideIsNormalisedByALogNormalMean(double theta, double nu) {
        VariedRatio ratio = varied(SampleVariation.ofUp(NU, twoLaws(x -> DELTA * x)));

        assertThat(ratio.logNormalisation(new double[] {theta, nu}))
                .isCloseTo(nu * nu * DELTA * DELTA / 2 + DELTA * theta * nu, within(1e-11));
    }

    /** \(\ln E_\theta[e^{\kappa\nu x^2}] = -\frac12\ln(1 - 2\kappa\nu) + \kappa\nu\theta^2/(1 - 2\kappa\nu)\): no polynomial. */
    @Test
    void normalisationThatIsNoPolynomialIsFollowedAsFarAsItsMisfitSays() {
        double kappa = 0.03;
        VariedRatio ratio = varied(SampleVariation.ofUp(NU, twoLaws(x -> kappa * x * x)));
        double[] score = new double[2];

        // The series of -ln(1 - u)/2 at |u| = 0.18 beyond u^8, at the nodes of Chebyshev over 2^8: about 1e-10.
        assertThat(ratio.misfit()).isLessThan(1e-7);
        for (double nu : new double[] {-3, -1.7, 0.4, 3}) {
            double theta = 0.75;
            double u = 1 - 2 * kappa * nu;
            double logC = -Math.log(u) / 2 + kappa * nu * theta * theta / u;
            ratio.logRatioAndScore(new double[] {2}, new double[] {theta, nu}, score);

            assertThat(ratio.logNormalisation(new double[] {theta, nu})).isCloseTo(logC, within(2e-7));
            assertThat(score[0]).isCloseTo(2 - theta - 2 * kappa * nu * theta / u, within(1e-5));
            assertThat(score[1]).isCloseTo(4 * kappa - kappa / u - kappa * theta * theta / (u * u), within(1e-5));
        }
    }

    /** Shifts by δ₁ν₁ and δ₂ν₂ of variations that do not know of each other: the cross term of the sum is in c. */
    @Test
    void twoNuisancesShareTheNormalisation() {
        Parameter second = new Parameter("second", -3, 3, 0);
        VariedRatio ratio =
                varied(SHIFT, SampleVariation.of(second, twoLaws(x -> 0.2 * x - 0.02), twoLaws(x -> -0.2 * x - 0.02)));
        double mean = 0.4 + DELTA * 1.5 - 0.2 * 2;

        assertThat(ratio.space().names()).containsExactly("theta", "nu", "second");
        assertThat(ratio.logRatio(new double[] {1.3}, new double[] {0.4, 1.5, -2}))
                .isCloseTo(mean * (1.3 - mean / 2), within(1e-11));
    }

    /** The mean of the ratio over the reference law is one, for a nominal ratio that is itself normalised. */
    @Test
    void meanRatioIsOneAndMeanScoreVanishes() {
        VariedRatio ratio = varied(SampleVariation.ofUp(NU, twoLaws(x -> 0.4 * Math.tanh(x))));
        double[] logRatios = new double[60];
        double[] scores = new double[120];
        ratio.logRatiosAndScores(NODES, new double[] {0.6, -1.9}, logRatios, scores, 1);

        double[] sums = new double[4];
        for (int i = 0; i < 60; i++) {
            double r = WEIGHTS[i] * Math.exp(logRatios[i]);
            sums[0] += WEIGHTS[i];
            sums[1] += r;
            sums[2] += r * scores[2 * i];
            sums[3] += r * scores[2 * i + 1];
        }

        double misfit = 10 * ratio.misfit();
        assertThat(ratio.misfit()).isLessThan(1e-4);
        assertThat(sums[1] / sums[0]).isCloseTo(1, within(misfit));
        assertThat(sums[2] / sums[0]).isCloseTo(0, within(20 * misfit));
        assertThat(sums[3] / sums[0]).isCloseTo(0, within(20 * misfit));
    }

    @Test
    void manyEventsAtManyPointsAgreeWithOne() {
        VariedRatio ratio = varied(SHIFT);
        VariedRatio withoutTheta = VariedRatio.over(twoLaws(x -> 0.1 * x), List.of(SHIFT), NODES, WEIGHTS, nuOnly(), 1);
        double[] events = {-1, 0.5, 2};
        double[] logRatios = new double[6];

        ratio.logRatios(events, new double[] {0.2, 1, -0.5, -2}, logRatios, 2);
        assertThat(logRatios[3]).isEqualTo(ratio.logRatio(new double[] {0.5}, new double[] {-0.5, -2}));
        assertThat(logRatios[4]).isEqualTo(ratio.logRatio(new double[] {2}, new double[] {0.2, 1}));

        withoutTheta.logRatios(events, new double[] {1, -2}, logRatios, 2);
        assertThat(logRatios[3]).isEqualTo(withoutTheta.logRatio(new double[] {0.5}, new double[] {-2}));
    }

    private static List<double[]> nuOnly() {
        List<double[]> points = new ArrayList<>();
        for (int i = -5; i <= 5; i++) {
            points.add(new double[] {0.6 * i});
        }
        return points;
    }

    @Test
    void variationsHaveNoParametersAndTheSameFeatures() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleVariation.ofUp(NU, GAUSSIAN))
                .withMessageContaining("theta");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VariedRatio.over(
                        GAUSSIAN, List.of(SHIFT), NODES, WEIGHTS, grid(3, 1).subList(0, 5), 1))
                .withMessageContaining("5 points");
    }

    /**
     * A Gaussian shift is an exponential family in ν, a width 1 + 0.2ν is not: at ν = 2 the form gives the variance 1.548 in
     * place of 1.96. Pulls of a right form exceed 5.2 once in five million, and there are two; the wrong one is 20 off.
     */
    @ParameterizedTest
    @CsvSource({"true, 0, 5.2", "false, 10, 100"})
    void closureAtAnotherValueJudgesTheExponentialForm(boolean shift, double least, double most) {
        int n = 20_000;
        RandomStreams streams = RandomStreams.of(77);
        double[] reference = new double[n];
        double[] sample = new double[n];
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        for (int i = 0; i < n; i++) {
            UniformRandomProvider random = streams.stream("closure", i);
            reference[i] = Draws.gaussian(random);
            double z = Draws.gaussian(random);
            sample[i] = shift ? z + 2 * DELTA : z * 1.4;
        }
        VariedRatio ratio = varied(shift ? SHIFT : SampleVariation.of(NU, width(1.2), width(0.8)));

        List<MomentClosure> closures = MomentClosure.of(ratio, new double[] {0, 2}, reference, ones, sample, ones, 1);

        assertThat(closures).hasSize(2);
        double worst =
                closures.stream().mapToDouble(c -> Math.abs(c.pull())).max().orElseThrow();
        assertThat(worst).isBetween(least, most);
        if (!shift) {
            assertThat(closures.get(1).what()).isEqualTo("squared spread of x");
            assertThat(closures.get(1).predicted()).isCloseTo(1.548, within(0.08));
        }
    }

    private static RatioEstimator width(double s) {
        return twoLaws(x -> x * x / 2 * (1 - 1 / (s * s)) - Math.log(s));
    }
}
