package hep.aurum.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** On x ~ N(0, 1), log r = θx − θ²/2 is normalised: E[r] = 1. A ratio that is off by a function of θ is brought back. */
class NormalisedRatioTest {

    private static final ParameterSpace SPACE = ParameterSpace.of(new Parameter("theta", -1, 1, 0));

    /** The exact ratio times exp(0.1 + 0.2 θ²). */
    private static final RatioEstimator OFF = new RatioEstimator() {
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
            return "a shifted Gaussian, off by a factor";
        }

        @Override
        public double logRatio(double[] x, double[] theta) {
            return theta[0] * x[0] - 0.3 * theta[0] * theta[0] + 0.1;
        }

        @Override
        public double logRatioAndScore(double[] x, double[] theta, double[] score) {
            score[0] = x[0] - 0.6 * theta[0];
            return logRatio(x, theta);
        }
    };

    /** Quantiles in place of random draws: the means are integrals by the midpoint rule. */
    private static NormalisedRatio normalised() {
        double[] x = IntStream.range(0, 20_000)
                .mapToDouble(i -> NormalDistribution.of(0, 1).inverseCumulativeProbability((i + 0.5) / 20_000))
                .toArray();
        List<double[]> points = IntStream.rangeClosed(-10, 10)
                .mapToObj(i -> new double[] {0.1 * i})
                .toList();
        return NormalisedRatio.over(OFF, x, points, 2);
    }

    @Test
    void findsTheFactorByWhichTheRatioIsOff() {
        NormalisedRatio ratio = normalised();

        for (double theta : new double[] {-0.95, -0.3, 0, 0.55, 1}) {
            assertThat(ratio.logNormalisation(new double[] {theta})).isCloseTo(0.1 + 0.2 * theta * theta, within(5e-4));
        }
    }

    @Test
    void everyMethodIsOfTheSameFunction() {
        NormalisedRatio ratio = normalised();
        double[] x = {0.4, -1.2};
        double[] theta = {0.6};
        double[] batch = new double[2];
        double[] scores = new double[2];
        double[] score = new double[1];
        ratio.logRatiosAndScores(x, theta, batch, scores, 1);
        double[] table = new double[4];
        ratio.logRatios(x, new double[] {0.6, -0.2}, table, 1);

        for (int i = 0; i < x.length; i++) {
            double[] one = {x[i]};
            assertThat(batch[i]).isEqualTo(ratio.logRatio(one, theta));
            assertThat(table[2 * i]).isEqualTo(batch[i]);
            assertThat(ratio.logRatioAndScore(one, theta, score)).isEqualTo(batch[i]);
            assertThat(scores[i]).isEqualTo(score[0]);
        }
        double h = 1e-5;
        double slope = (ratio.logRatio(new double[] {0.4}, new double[] {0.6 + h})
                        - ratio.logRatio(new double[] {0.4}, new double[] {0.6 - h}))
                / (2 * h);
        assertThat(scores[0]).isCloseTo(slope, within(1e-8));
    }
}
