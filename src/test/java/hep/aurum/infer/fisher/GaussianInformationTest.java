package hep.aurum.infer.fisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadModel;
import hep.aurum.math.random.Draws;
import hep.aurum.math.random.RandomStreams;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class GaussianInformationTest {

    /** A field of 62 real modes with spectrum A·P_k: the information on ln A is half their number. */
    @Test
    void amplitudeOfAGaussianFieldIsMeasuredByHalfTheModes() {
        int modes = 62;
        double[][] covariance = new double[modes][modes];
        for (int i = 0; i < modes; i++) {
            covariance[i][i] = StrictMath.pow(1 + i / 2, -1.5);
        }

        FisherInformation information = GaussianInformation.of(
                List.of("ln A"), covariance, new double[1][modes], new double[][][] {covariance});

        assertThat(information.get(0, 0)).isCloseTo(31, within(1e-12));
    }

    /**
     * Compression of n measurements to k numbers y = Bx by weights C⁻¹∂μ, orthonormalised as of Heavens, Jimenez and
     * Lahav: unit covariance, and no information lost.
     */
    @Test
    void optimalWeightsLoseNothing() {
        int n = 12;
        UniformRandomProvider random = RandomStreams.of(9).stream("means", 0);
        double[][] covariance = new double[n][n];
        double[][] means = new double[2][n];
        for (int i = 0; i < n; i++) {
            covariance[i][i] = 1 + Draws.exponential(random);
            means[0][i] = Draws.gaussian(random);
            means[1][i] = Draws.gaussian(random);
        }
        FisherInformation full = GaussianInformation.ofMeans(List.of("a", "b"), covariance, means);
        double[] first = weights(means[0], covariance, new double[n]);
        double[] second = weights(means[1], covariance, first);

        double[][] compressed = {
            {dot(first, means[0]), dot(second, means[0])}, {dot(first, means[1]), dot(second, means[1])}
        };
        FisherInformation kept =
                GaussianInformation.ofMeans(List.of("a", "b"), new double[][] {{1, 0}, {0, 1}}, compressed);

        for (int a = 0; a < 2; a++) {
            assertThat(kept.get(a, 0)).isCloseTo(full.get(a, 0), within(1e-10));
            assertThat(kept.get(a, 1)).isCloseTo(full.get(a, 1), within(1e-10));
        }
        assertThat(kept.fractionsOf(full).get(1).value()).isCloseTo(1, within(1e-10));
    }

    /** C⁻¹∂μ less its part along an earlier weight, scaled to unit variance; C is diagonal. */
    private static double[] weights(double[] mean, double[][] covariance, double[] earlier) {
        double[] b = new double[mean.length];
        double variance = 0;
        for (int i = 0; i < b.length; i++) {
            b[i] = mean[i] / covariance[i][i] - dot(mean, earlier) * earlier[i];
            variance += b[i] * b[i] * covariance[i][i];
        }
        for (int i = 0; i < b.length; i++) {
            b[i] /= Math.sqrt(variance);
        }
        return b;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Two measurements of a with correlation ρ: the best linear combination has the variance (1 + ρ)/2. */
    @Test
    void correlatedMeasurementsAverage() {
        FisherInformation average =
                GaussianInformation.ofMeans(List.of("a"), new double[][] {{1, 0.5}, {0.5, 1}}, new double[][] {{1, 1}});

        assertThat(average.uncertainties()[0]).isCloseTo(Math.sqrt(0.75), within(1e-15));
    }

    @Test
    void fullyCorrelatedMeasurementsAreRefused() {
        assertThatThrownBy(() -> GaussianInformation.ofMeans(
                        List.of("a"), new double[][] {{1, 1}, {1, 1}}, new double[][] {{1, 1}}))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("0.707 measurement 0 - 0.707 measurement 1");
    }
}
