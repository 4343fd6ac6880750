package hep.aurum.simulator.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hep.aurum.math.random.RandomStreams;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.math3.distribution.MultivariateNormalDistribution;
import org.junit.jupiter.api.Test;

/** The closed form against the law written out in ten dimensions, and against a table made with numpy. */
class LatentGaussianTest {

    private static final double[] ZERO = new double[2];

    private final LatentGaussian toy = new LatentGaussian();

    @Test
    void densityIsTheMultivariateNormalLaw() {
        double[] theta = {0.7, -0.4};
        double[] mean = new double[10];
        double[][] covariance = new double[10][10];
        double[] mu = {0.7, -0.4, -0.28, (0.49 - 0.16) / 2};
        double[] variance = {1, StrictMath.exp(0.35), StrictMath.exp(-0.2), StrictMath.exp(0.075)};
        for (int r = 0; r < 10; r++) {
            covariance[r][r] = 1;
            for (int i = 0; i < 4; i++) {
                mean[r] += LatentGaussian.mixing(r, i) * mu[i];
                for (int s = 0; s < 10; s++) {
                    covariance[r][s] += LatentGaussian.mixing(r, i) * variance[i] * LatentGaussian.mixing(s, i);
                }
            }
        }
        double[] x = {2.1, 0.8, -1.8, -2.0, -0.5, -1.5, -0.1, -0.4, -1.5, 1.0};

        double expected = StrictMath.log(new MultivariateNormalDistribution(mean, covariance).density(x));

        assertThat(toy.truth().logDensity(x, theta)).isCloseTo(expected, within(1e-10));
    }

    /** The table has seven digits: what half a unit in the last of every input changes is the tolerance. */
    @Test
    void ratiosAndScoresAgreeWithTheTable() throws IOException {
        List<double[]> rows = table("truth.csv.gz");
        double mean = 0;
        double square = 0;
        double largest = 0;
        for (double[] row : rows) {
            double[] answer = answer(row);
            double[] tolerance = new double[3];
            for (int c = 0; c < 12; c++) {
                double[] moved = row.clone();
                moved[c] += halfDigit(row[c]);
                double[] other = answer(moved);
                for (int j = 0; j < 3; j++) {
                    tolerance[j] += Math.abs(other[j] - answer[j]);
                }
            }
            for (int j = 0; j < 3; j++) {
                double rounding = 1.01 * tolerance[j] + halfDigit(row[12 + j]);
                assertThat(answer[j]).isCloseTo(row[12 + j], within(rounding));
                largest = Math.max(largest, rounding);
            }
            mean += answer[0] / rows.size();
            square += answer[0] * answer[0] / rows.size();
        }

        assertThat(rows).hasSize(2000);
        assertThat(largest).isLessThan(2e-5);
        assertThat(square - mean * mean).isCloseTo(.8043, within(5e-5));
    }

    /** log r(x|θ, 0) and the score at θ, for x and θ in the columns of the table. */
    private double[] answer(double[] row) {
        double[] x = Arrays.copyOf(row, 10);
        double[] theta = {row[10], row[11]};
        double[] score = new double[2];
        toy.truth().score(x, theta, score);
        return new double[] {toy.truth().logRatio(x, theta, ZERO), score[0], score[1]};
    }

    private static double halfDigit(double value) {
        return 0.5 * StrictMath.pow(10, Math.floor(StrictMath.log10(Math.abs(value))) - 6);
    }

    @Test
    void mixingIsThatOfTheBench() throws IOException {
        List<double[]> rows = table("A.csv");

        assertThat(rows).hasSize(10);
        for (int r = 0; r < 10; r++) {
            for (int i = 0; i < 4; i++) {
                assertThat(LatentGaussian.mixing(r, i)).isEqualTo(rows.get(r)[i]);
            }
        }
    }

    /** χ² of the noise x − Az over 4000 events, with a limit of six standard errors. */
    @Test
    void drawnNoiseHasUnitVariance() {
        int n = 4000;
        RandomStreams streams = RandomStreams.of(3);
        double[] x = new double[10];
        double[] z = new double[4];
        double chiSquare = 0;
        for (int e = 0; e < n; e++) {
            toy.draw(new double[] {0.5, 0.5}, streams.stream("test", e), x, z);
            for (int r = 0; r < 10; r++) {
                double noise = x[r];
                for (int i = 0; i < 4; i++) {
                    noise -= LatentGaussian.mixing(r, i) * z[i];
                }
                chiSquare += noise * noise;
            }
        }

        assertThat(chiSquare).isCloseTo(10 * n, within(6 * Math.sqrt(20.0 * n)));
    }

    private static List<double[]> table(String name) throws IOException {
        Path path = Path.of(System.getProperty("aurum.data", "absent"), "bench", "latent-gaussian", name);
        assumeTrue(Files.isReadable(path), "needs the shared data: run with -Daurum.data=FOLDER, which has " + path);
        try (var stream = Files.newInputStream(path);
                var reader = new BufferedReader(new InputStreamReader(
                        name.endsWith(".gz") ? new GZIPInputStream(stream) : stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("x"))
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        }
    }
}
