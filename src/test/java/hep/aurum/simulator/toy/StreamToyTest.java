package hep.aurum.simulator.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The gold of the stream toy against its density and against closed forms of its latents. Means are taken over 20 000 streams
 * and held within six standard errors: a false alarm in 5·10⁸ for each of about thirty.
 */
class StreamToyTest {

    private static final int STREAMS = 20_000;

    private final StreamToy toy = new StreamToy();
    private final double[] x = new double[StreamToy.BINS];
    private final double[] z = new double[StreamToy.CLASSES + 1];
    private final double[] t = new double[2];

    private void draw(double[] theta, int stream) {
        toy.draw(theta, RandomStreams.of(11).stream("test", stream), x, z);
    }

    private double count() {
        double count = 0;
        for (int k = 0; k < StreamToy.CLASSES; k++) {
            count += z[k];
        }
        return count;
    }

    private static double expected(double[] theta) {
        double sum = 0;
        for (int k = 0; k < StreamToy.CLASSES; k++) {
            sum += StreamToy.encounters(k, theta);
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"0.05, 5", "0.1, 3.5", "0.33, 6.5"})
    void scoreIsTheGradientOfTheJointDensity(double psi, double age) {
        double[] theta = {psi, age};
        for (int i = 0; i < 50; i++) {
            draw(new double[] {0.05, 5}, i);
            toy.score(x, z, theta, t);
            for (int a = 0; a < 2; a++) {
                double slope = slope(theta, a, 1e-3 * theta[a]);

                assertThat(slope).isCloseTo(t[a], within(1e-7 * (1 + Math.abs(t[a]))));
            }
        }
    }

    /** Fourth order in the step. */
    private double slope(double[] theta, int a, double h) {
        double[] value = new double[4];
        double[] steps = {-2, -1, 1, 2};
        for (int s = 0; s < 4; s++) {
            double[] moved = theta.clone();
            moved[a] += steps[s] * h;
            value[s] = toy.logDensity(x, z, moved);
        }
        return (value[0] - 8 * value[1] + 8 * value[2] - value[3]) / (12 * h);
    }

    @Test
    void coldDarkMatterIsTheEndOfTheRangeAndHasNoScore() {
        double[] cold = {0, 5};
        draw(cold, 0);
        toy.score(x, z, cold, t);

        assertThat(expected(cold)).isCloseTo(20, within(1e-12));
        assertThat(t[0]).isZero();
        assertThat(t[1]).isFinite();
        assertThat(toy.logDensity(x, z, cold)).isFinite();
    }

    /** At 3 keV the half-mode mass is 5·10⁸: a halo of 10^6.1 is suppressed by (1 + 2.7·5·10⁸/10^6.1)^-0.99. */
    @Test
    void suppressionIsThatOfTheHalfModeMass() {
        double lightest = StrictMath.pow(1 + 2.7 * 5e8 / StrictMath.pow(10, 6.1), -0.99);

        assertThat(StrictMath.exp(StreamToy.logSuppression(0, StreamToy.suppressedBelow(1.0 / 3))))
                .isCloseTo(lightest, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "0.06, 4", "0.3, 6"})
    void scoreHasMeanZeroAndRatioMeanOne(double psi, double age) {
        double[] theta = {psi, age};
        double[] other = {0.8 * psi + 0.02, age + 0.2};
        Mean score0 = new Mean();
        Mean score1 = new Mean();
        Mean ratio = new Mean();
        for (int i = 0; i < STREAMS; i++) {
            draw(theta, i);
            toy.score(x, z, theta, t);
            score0.add(t[0]);
            score1.add(t[1]);
            ratio.add(StrictMath.exp(toy.logDensity(x, z, other) - toy.logDensity(x, z, theta)));
        }

        score0.isCloseTo(0);
        score1.isCloseTo(0);
        ratio.isCloseTo(1);
    }

    /**
     * Where every encounter is seen, the likelihood is that of Poisson counts and of gamma-distributed times: the information
     * of the latents has a closed form, λ/A² from the counts and 3λ/A² from the times.
     */
    @Test
    void latentsAreThoseOfAPoissonProcess() {
        double[] theta = {0.06, 4};
        double lambda = expected(theta);
        Mean number = new Mean();
        Mean square = new Mean();
        Mean time = new Mean();
        Mean information = new Mean();
        for (int i = 0; i < STREAMS; i++) {
            draw(theta, i);
            number.add(count());
            square.add((count() - lambda) * (count() - lambda));
            time.add(z[StreamToy.CLASSES]);
            toy.score(x, z, theta, t);
            information.add(t[1] * t[1]);
        }

        number.isCloseTo(lambda);
        square.isCloseTo(lambda);
        time.isCloseTo(lambda * theta[1] / 2);
        information.isCloseTo(4 * lambda / (theta[1] * theta[1]));
    }

    /** Warm streams have next to no encounters, and so 100 stars in every bin, Poisson. */
    @Test
    void starsWithoutGapsArePoisson() {
        double[] warm = {0.4, 3};
        Mean mean = new Mean();
        Mean square = new Mean();
        for (int i = 0; i < STREAMS; i++) {
            draw(warm, i);
            if (count() == 0) {
                mean.add(100 * x[7]);
                square.add((100 * x[7] - 100) * (100 * x[7] - 100));
            }
        }

        assertThat(mean.n).isGreaterThan(STREAMS / 2);
        mean.isCloseTo(100);
        square.isCloseTo(100);
    }

    @Test
    void coldStreamsHaveGaps() {
        Mean cold = new Mean();
        for (int i = 0; i < STREAMS; i++) {
            draw(new double[] {0, 5}, i);
            cold.add(x[12]);
        }

        assertThat(cold.mean()).isBetween(0.5, 0.95);
    }

    /** A mean with its standard error. */
    private static final class Mean {

        private double sum;
        private double square;
        private int n;

        void add(double value) {
            n++;
            sum += value;
            square += value * value;
        }

        double mean() {
            return sum / n;
        }

        void isCloseTo(double expected) {
            double error = Math.sqrt((square / n - mean() * mean()) / n);
            assertThat(mean()).isCloseTo(expected, within(6 * error + 1e-12));
        }
    }
}
