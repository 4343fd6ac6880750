package hep.aurum.trust;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.ParameterSpace;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks of posteriors, on Gaussians whose ratio is known. */
class PosteriorChecksTest {

    private static final int EXPERIMENT = 25;

    private static final List<Check> CHECKS =
            List.of(new SimulationBasedCalibration(), new RandomPointCoverage(), new LocalTwoSampleTest());

    static Stream<Arguments> cases() {
        return CHECKS.stream().flatMap(check -> Stream.of(1, 2).map(k -> Arguments.of(check, k)));
    }

    /** An exact ratio has a p-value below 1e-3 once in a thousand; its twin is missed less than once in ten. */
    @ParameterizedTest
    @MethodSource("cases")
    void passTheExactRatioAndSeeTheTwin(Check check, int k) {
        Subject subject = GaussianSubject.exact(k, EXPERIMENT);
        RandomStreams streams = RandomStreams.of(5);

        assertThat(check.examine(subject, streams, 1).orElseThrow().pValue()).isGreaterThan(1e-3);
        Subject twin = check.twin(subject).orElseThrow().subject();
        assertThat(check.examine(twin, streams, 1).orElseThrow().pValue()).isLessThan(1e-3);
    }

    /** Chance alone puts more than six of 20 p-values below 0.1 once in 420, and in one of six cases once in 70. */
    @ParameterizedTest
    @MethodSource("cases")
    void giveEvenPValuesToTheExactRatio(Check check, int k) {
        long low = 0;
        for (int seed = 0; seed < 20; seed++) {
            double p = check.examine(GaussianSubject.exact(k, 5), RandomStreams.of(1000 + seed), 1)
                    .orElseThrow()
                    .pValue();
            low += p < 0.1 ? 1 : 0;
        }

        assertThat(low).isLessThanOrEqualTo(6);
    }

    /** Without edges every parameter by itself would have its right posterior, N(mean of x, 1/n). */
    @Test
    void randomPointsSeeAWrongCorrelation() {
        Subject subject = GaussianSubject.exact(2, 100);
        Subject correlated = subject.withRatio(new Correlated(subject.ratio(), 0.9));

        assertThat(new RandomPointCoverage()
                        .examine(correlated, RandomStreams.of(1), 1)
                        .orElseThrow()
                        .pValue())
                .isLessThan(1e-3);
    }

    @Test
    void findingsDoNotDependOnThreads() {
        for (Check check : CHECKS) {
            Subject subject = GaussianSubject.exact(1, EXPERIMENT);
            assertThat(check.examine(subject, RandomStreams.of(3), 1))
                    .isEqualTo(check.examine(subject, RandomStreams.of(3), 2));
        }
    }

    @Test
    void ranksOfEvenNumbersAreEven() {
        double[] even = new double[1000];
        Arrays.setAll(even, i -> (i + 0.5) / 1000);

        Uniformity result = Uniformity.of(even);

        assertThat(result.chiSquare()).isZero();
        assertThat(result.pValue()).isEqualTo(1);
        assertThat(Uniformity.power(400)).contains("0.78 times");
    }

    /** \(\theta^T R^{-1} x - \frac12 \theta^T R^{-1}\theta\) with the correlation matrix R. */
    private record Correlated(RatioEstimator ratio, double rho) implements RatioEstimator {

        @Override
        public ParameterSpace space() {
            return ratio.space();
        }

        @Override
        public List<String> featureNames() {
            return ratio.featureNames();
        }

        @Override
        public String describe() {
            return "correlated";
        }

        @Override
        public double logRatio(double[] x, double[] theta) {
            double[] turned = {
                (theta[0] - rho * theta[1]) / (1 - rho * rho), (theta[1] - rho * theta[0]) / (1 - rho * rho)
            };
            return turned[0] * (x[0] - 0.5 * theta[0]) + turned[1] * (x[1] - 0.5 * theta[1]);
        }

        @Override
        public double logRatioAndScore(double[] x, double[] theta, double[] score) {
            throw new UnsupportedOperationException("not asked for");
        }
    }
}
