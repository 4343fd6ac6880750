package hep.aurum.simulator.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.random.RandomStreams;
import java.util.Arrays;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.random.MersenneTwister;
import org.junit.jupiter.api.Test;

/** The five-dimensional example of the package carl. */
class Carl5dTest {

    private static final int EVENTS = 500;
    private static final double[] TRUE = {1, -1};

    private final Carl5d toy = Carl5d.withDefaults();

    /**
     * The notebook's data have seed 314: the variables one after the other, each from the inverse of its distribution and
     * uniform numbers of 53 bits. Its estimates were minimised numerically, to 1e-7.
     */
    @Test
    void estimatesOfTheNotebooksDataAgreeWithThePublishedOnes() {
        MersenneTwister twister = new MersenneTwister(314);
        double[][] z = new double[EVENTS][5];
        for (int i = 0; i < EVENTS; i++) {
            z[i][0] = new NormalDistribution(null, 1, 1).inverseCumulativeProbability(uniform(twister));
            z[i][2] = i % 2 == 0 ? -2 : 2;
            z[i][3] = 0.1;
            z[i][4] = 1 + i % 5;
        }
        for (int i = 0; i < EVENTS; i++) {
            z[i][1] = new NormalDistribution(null, -1, 3).inverseCumulativeProbability(uniform(twister));
        }

        double[] sum = new double[2];
        double[] score = new double[2];
        for (double[] latents : z) {
            toy.score(mixed(latents), TRUE, score);
            sum[0] += score[0];
            sum[1] += score[1];
        }

        // The score is linear in theta, with slopes -1 and -1/9: one Newton step is exact.
        assertThat(1 + sum[0] / EVENTS).isCloseTo(1.01185168, within(1e-7));
        assertThat(-1 + 9 * sum[1] / EVENTS).isCloseTo(-.92213112, within(1e-7));
    }

    private static double uniform(MersenneTwister twister) {
        int high = twister.nextInt() >>> 5;
        int low = twister.nextInt() >>> 6;
        return (high * 0x1.0p26 + low) * 0x1.0p-53;
    }

    /** R z, with rows written down here again. */
    private static double[] mixed(double[] z) {
        double[][] r = {
            {1.31229955, 0.10499961, 0.48310515, -0.3249938, -0.26387927},
            {0.10499961, 1.15833058, -0.55865473, 0.25275522, -0.39790775},
            {0.48310515, -0.55865473, 2.25874579, -0.52087938, -0.39271231},
            {-0.3249938, 0.25275522, -0.52087938, 1.4034925, -0.63521059},
            {-0.26387927, -0.39790775, -0.39271231, -0.63521059, 1}
        };
        double[] x = new double[5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                x[i] += r[i][j] * z[j];
            }
        }
        return x;
    }

    /** The matrix is built with determinant 1; its printed digits give 1.00000002. */
    @Test
    void densityIsTheProductOfTheVariablesDensities() {
        double[] z = {0.3, -2.5, 1.7, 0.2, 3.1};
        double mixture =
                0.5 * new NormalDistribution(-2, 1).density(z[2]) + 0.5 * new NormalDistribution(2, 0.5).density(z[2]);
        double expected = new NormalDistribution(1, 1).density(z[0])
                * new NormalDistribution(-1, 3).density(z[1])
                * mixture
                * new ExponentialDistribution(1 / 3.0).density(z[3])
                * new ExponentialDistribution(2).density(z[4]);

        double density = StrictMath.exp(toy.logDensity(mixed(z), TRUE));

        assertThat(density / expected).isCloseTo(1, within(3e-8));
    }

    @Test
    void densityVanishesWhereAnExponentialVariableIsNegative() {
        double[] x = mixed(new double[] {0, 0, 0, -0.1, 1});

        assertThat(toy.logDensity(x, TRUE)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(toy.logRatio(x, TRUE, new double[2])).isFinite();
    }

    /** Means and mean squares of 40 000 draws of every variable, with limits of six standard errors. */
    @Test
    void drawnVariablesHaveTheirMoments() {
        int n = 40_000;
        double[] mean = {1, -1, 0, 1 / 3.0, 2};
        double[] variance = {1, 9, 0.5 * (1 + 0.25) + 4, 1 / 9.0, 4};
        double[] sum = new double[5];
        double[] square = new double[5];
        double[] fourth = new double[5];
        RandomStreams streams = RandomStreams.of(5);
        double[] x = new double[5];
        double[] z = new double[5];
        for (int i = 0; i < n; i++) {
            toy.draw(TRUE, streams.stream("test", i), x, z);
            assertThat(x).containsExactly(mixed(z), within(1e-12));
            for (int j = 0; j < 5; j++) {
                double d = z[j] - mean[j];
                sum[j] += d / n;
                square[j] += d * d / n;
                fourth[j] += d * d * d * d / n;
            }
        }

        for (int j = 0; j < 5; j++) {
            assertThat(sum[j]).isCloseTo(0, within(6 * Math.sqrt(variance[j] / n)));
            double error = Math.sqrt((fourth[j] - square[j] * square[j]) / n);
            assertThat(square[j]).isCloseTo(variance[j], within(6 * error));
        }
    }

    /** 200 000 draws: the distance exceeds 2.7/√n once in a million experiments. */
    @Test
    void drawnMixtureFollowsItsDistribution() {
        int n = 200_000;
        RandomStreams streams = RandomStreams.of(6);
        double[] seen = new double[n];
        double[] z = new double[5];
        double[] x = new double[5];
        for (int i = 0; i < n; i++) {
            toy.draw(TRUE, streams.stream("test", i), x, z);
            seen[i] = z[2];
        }
        Arrays.sort(seen);

        NormalDistribution low = new NormalDistribution(-2, 1);
        NormalDistribution high = new NormalDistribution(2, 0.5);
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double cumulative = 0.5 * (low.cumulativeProbability(seen[i]) + high.cumulativeProbability(seen[i]));
            distance = Math.max(distance, Math.abs(cumulative - (i + 0.5) / n));
        }

        assertThat(distance * Math.sqrt(n)).isLessThan(Kolmogorov.LIMIT);
    }

    @Test
    void rangesCanBeNarrowedAroundTheTruth() {
        assertThat(Carl5d.aroundTruth(1).space().get(1).min()).isEqualTo(-2);
        assertThat(Carl5d.aroundTruth(1).space().standard().toArray()).containsExactly(1, -1);
    }
}
