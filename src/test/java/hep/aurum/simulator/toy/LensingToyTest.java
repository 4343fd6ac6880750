package hep.aurum.simulator.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.random.RandomStreams;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compound Poisson law \(\sum_n \mathrm{Pois}(n|\theta) N(x; n, 0.09n+0.25)\), digits by numpy. */
class LensingToyTest {

    private static final double[] FIVE = {5};

    private final LensingToy toy = new LensingToy();

    @Test
    void densityAndRatioAgreeWithThePrintedDigits() {
        double[] x = {5};

        assertThat(toy.logDensity(x, FIVE)).isCloseTo(-1.804794, within(5e-7));
        assertThat(toy.logRatio(x, new double[] {6}, FIVE)).isCloseTo(-.075770, within(5e-7));
    }

    @ParameterizedTest
    @CsvSource({"5, .002423", "8, .526488"})
    void scoreAgreesWithThePrintedDigits(double x, double expected) {
        assertThat(score(x)).isCloseTo(expected, within(5e-7));
    }

    @Test
    void informationInTheObservableIsLessThanInTheLatents() {
        double[] joint = new double[1];
        double latent = 0;
        double poisson = StrictMath.exp(-5);
        for (int n = 0; n < 100; n++) {
            toy.score(new double[1], new double[] {n, 0}, FIVE, joint);
            latent += poisson * joint[0] * joint[0];
            poisson *= 5.0 / (n + 1);
        }

        assertThat(mean(x -> score(x) * score(x))).isCloseTo(.175453, within(5e-7));
        assertThat(latent).isCloseTo(.2, within(1e-12));
    }

    @Test
    void densityIsNormalisedAndFiniteFarOut() {
        assertThat(mean(x -> 1)).isCloseTo(1, within(1e-10));
        assertThat(toy.logDensity(new double[] {-60}, FIVE)).isFinite();
        assertThat(score(400)).isFinite().isGreaterThan(50);
    }

    @Test
    void drawsFollowTheDensity() {
        assertThat(Kolmogorov.scaledDistance(toy, FIVE, 40_000, -5)).isLessThan(Kolmogorov.LIMIT);
    }

    /** Mean squares of 40 000 pulls of the sum of marks and of the noise, within six standard errors of 1. */
    @Test
    void drawnMarksAndNoiseHaveTheirWidths() {
        int n = 40_000;
        RandomStreams streams = RandomStreams.of(8);
        double[] x = new double[1];
        double[] z = new double[2];
        double marks = 0;
        double noise = 0;
        int withMarks = 0;
        for (int i = 0; i < n; i++) {
            toy.draw(FIVE, streams.stream("test", i), x, z);
            if (z[0] > 0) {
                withMarks++;
                marks += (z[1] - z[0]) * (z[1] - z[0]) / (0.09 * z[0]);
            }
            noise += (x[0] - z[1]) * (x[0] - z[1]) / 0.25;
        }

        assertThat(marks / withMarks).isCloseTo(1, within(6 * Math.sqrt(2.0 / withMarks)));
        assertThat(noise / n).isCloseTo(1, within(6 * Math.sqrt(2.0 / n)));
    }

    private double score(double x) {
        double[] score = new double[1];
        toy.score(new double[] {x}, FIVE, score);
        return score[0];
    }

    private double mean(DoubleUnaryOperator f) {
        double sum = 0;
        double step = 5e-3;
        for (int i = 0; i < 9000; i++) {
            double x = -5 + i * step;
            sum += step * StrictMath.exp(toy.logDensity(new double[] {x}, FIVE)) * f.applyAsDouble(x);
        }
        return sum;
    }
}
