package hep.aurum.simulator.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.random.RandomStreams;
import hep.aurum.simulator.ExactTruth;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The closed forms of {@link EftToy} and {@link EftTruth} against digits by numpy. */
class EftToyTest {

    private static final double[] ZERO = {0};

    private final ExactTruth truth = EftToy.of(EftOptions.withDefaults()).truth();

    @ParameterizedTest
    @CsvSource({"1, -.125891", "5, 1.198869"})
    void logRatioAgreesWithThePrintedDigits(double x, double expected) {
        double logRatio = truth.logRatio(new double[] {x}, new double[] {0.3}, ZERO);

        assertThat(logRatio).isCloseTo(expected, within(6e-7));
    }

    @Test
    void scoreAtZeroAgreesWithThePrintedDigits() {
        double[] score = new double[1];

        truth.score(new double[] {1}, ZERO, score);

        assertThat(score[0]).isCloseTo(-.361210, within(6e-7));
    }

    @Test
    void divergenceAgreesWithThePrintedDigits() {
        double divergence = integrate(truth, x -> -truth.logRatio(new double[] {x}, new double[] {0.3}, ZERO));

        assertThat(divergence).isCloseTo(.0797427, within(6e-8));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 3.963", "0.5, 3.362", "1, 2.353", "2, 1.010"})
    void shapeInformationFallsWithTheResolution(double smearing, double expected) {
        ExactTruth smeared =
                EftToy.of(EftOptions.withDefaults().withSmearing(smearing)).truth();
        double[] score = new double[1];

        double information = integrate(smeared, x -> {
            smeared.score(new double[] {x}, ZERO, score);
            return score[0] * score[0];
        });

        assertThat(information).isCloseTo(expected, within(6e-4));
    }

    /** Per expected event at θ = 0: four in the shape of the latent, four in the rate. */
    @Test
    void latentInformationIsEightOfWhichFourInTheShape() {
        EftToy toy = EftToy.of(EftOptions.withDefaults());
        double[] score = new double[1];
        double shape = 0;
        double step = 1e-3;
        for (int i = 0; i < 60_000; i++) {
            double z = (i + 0.5) * step;
            toy.score(new double[1], new double[] {z}, ZERO, score);
            shape += step * StrictMath.exp(-z) * score[0] * score[0];
        }

        assertThat(shape).isCloseTo(4.0, within(1e-6));
        assertThat(shape + rateInformation(toy)).isCloseTo(8, within(1e-6));
    }

    @Test
    void errorsOfAHundredEventsAgreeWithThePrintedDigits() {
        double[] score = new double[1];
        double shape = integrate(truth, x -> {
            truth.score(new double[] {x}, ZERO, score);
            return score[0] * score[0];
        });
        double rate = rateInformation(EftToy.of(EftOptions.withDefaults()));

        assertThat(1 / Math.sqrt(100 * shape)).isCloseTo(.05454, within(6e-6));
        assertThat(1 / Math.sqrt(100 * (shape + rate))).isCloseTo(.03685, within(6e-6));
        assertThat(1 / Math.sqrt(100 * (4 + rate))).isCloseTo(.03536, within(6e-6));
    }

    /** \((\sigma'/\sigma)^2\) at θ = 0; the difference is exact for a quadratic rate. */
    private static double rateInformation(EftToy toy) {
        double slope =
                (toy.crossSection(new double[] {0.5}) - toy.crossSection(new double[] {-0.5})) / toy.crossSection(ZERO);
        return slope * slope;
    }

    @ParameterizedTest
    @CsvSource({"1, 1, -.065385", "3, .5, .584183", ".2, 4, -.928890"})
    void twoParametersAgreeWithThePrintedDigits(double x1, double x2, double expected) {
        ExactTruth two = EftToy.of(EftOptions.withDefaults().withParameters(2)).truth();

        double logRatio = two.logRatio(new double[] {x1, x2}, new double[] {.2, -.1}, new double[2]);

        assertThat(logRatio).isCloseTo(expected, within(6e-7));
    }

    @Test
    void scoresAreGradientsOfLogDensities() {
        EftToy toy = EftToy.of(EftOptions.withDefaults().withParameters(3));
        double[] theta = {0.2, -0.1, 0.3};
        double[] x = {0.4, -0.8, 2.5};
        double[] z = {0.6, 0.1, 2.2};
        double[] score = new double[3];
        double[] joint = new double[3];
        toy.truth().score(x, theta, score);
        toy.score(x, z, theta, joint);

        for (int a = 0; a < 3; a++) {
            double[] up = theta.clone();
            double[] down = theta.clone();
            up[a] += 1e-5;
            down[a] -= 1e-5;
            assertThat(toy.truth().logRatio(x, up, down) / 2e-5).isCloseTo(score[a], within(1e-8));
            assertThat((toy.logDensity(x, z, up) - toy.logDensity(x, z, down)) / 2e-5)
                    .isCloseTo(joint[a], within(1e-8));
        }
    }

    @Test
    void densityIsNormalisedAndFiniteFarOut() {
        assertThat(integrate(truth, x -> 1)).isCloseTo(1, within(1e-10));
        assertThat(truth.logRatio(new double[] {-30}, new double[] {0.3}, ZERO)).isFinite();
        assertThat(truth.logDensity(new double[] {-30}, ZERO)).isFinite();
    }

    @Test
    void momentsAgreeOnBothSidesOfTheChangeOfFormula() {
        assertThat(HalfNormalMoments.mean(-2 + 1e-12)).isCloseTo(HalfNormalMoments.mean(-2), within(1e-11));
        assertThat(HalfNormalMoments.meanSquare(-2 + 1e-12)).isCloseTo(HalfNormalMoments.meanSquare(-2), within(1e-11));
        assertThat(HalfNormalMoments.logMass(-2 + 1e-12)).isCloseTo(HalfNormalMoments.logMass(-2), within(1e-11));
    }

    /** 40 000 events at θ = −0.4: the Kolmogorov distance exceeds 2.7/√n once in a million experiments. */
    @Test
    void drawsFollowTheDensity() {
        EftToy toy = EftToy.of(EftOptions.withDefaults());
        RandomStreams streams = RandomStreams.of(17);
        double[] theta = {-0.4};
        int n = 40_000;
        double[] seen = new double[n];
        double[] x = new double[1];
        for (int i = 0; i < n; i++) {
            toy.draw(theta, streams.stream("test", i), x, new double[1]);
            seen[i] = x[0];
        }
        java.util.Arrays.sort(seen);

        double distance = 0;
        double cumulative = 0;
        double at = -4;
        double step = 1e-3;
        for (int i = 0; i < n; i += 200) {
            while (at + step <= seen[i]) {
                cumulative += step * StrictMath.exp(toy.truth().logDensity(new double[] {at + step / 2}, theta));
                at += step;
            }
            distance = Math.max(distance, Math.abs(cumulative - (double) i / n));
        }

        assertThat(distance)
                .as(String.format(Locale.ROOT, "D = %.5f", distance))
                .isLessThan(2.7 / Math.sqrt(n));
    }

    /** E at θ = 0 of a function of x, by the trapezoidal rule: its error is exponentially small for a smooth density. */
    private static double integrate(ExactTruth truth, java.util.function.DoubleUnaryOperator f) {
        double sum = 0;
        double step = 2e-3;
        for (double x = -12; x < 60; x += step) {
            sum += step * StrictMath.exp(truth.logDensity(new double[] {x}, ZERO)) * f.applyAsDouble(x);
        }
        return sum;
    }
}
