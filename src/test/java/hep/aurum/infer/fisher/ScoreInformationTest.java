package hep.aurum.infer.fisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.random.RandomStreams;
import hep.aurum.simulator.ExactTruth;
import hep.aurum.simulator.toy.EftOptions;
import hep.aurum.simulator.toy.EftToy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The toy z ~ Exp(1), |M|² ∝ (1 + θz)², x = z + N(0, s²): per expected event at θ = 0 the rate has the information 4,
 * and the shape of x has 3.963, 3.362, 2.353, 1.010 at s = 0.1, 0.5, 1, 2.
 */
class ScoreInformationTest {

    private static final List<String> THETA = List.of("theta");
    private static final double[] ZERO = {0};

    private interface Visitor {
        void visit(double x, double weight, double[] score);
    }

    /** Visit x on a grid with the weight p(x) dx: the trapezoidal rule is exact for so smooth a density. */
    private static void visit(double smearing, Visitor visitor) {
        ExactTruth truth =
                EftToy.of(EftOptions.withDefaults().withSmearing(smearing)).truth();
        double step = 4e-3;
        double[] x = new double[1];
        double[] score = new double[1];
        for (int i = -6000; i < 15_000; i++) {
            x[0] = i * step;
            truth.score(x, ZERO, score);
            visitor.visit(x[0], step * StrictMath.exp(truth.logDensity(x, ZERO)), score);
        }
    }

    private static ScoreInformation exact(double smearing, double factor, double offset) {
        ScoreInformation sums = ScoreInformation.of(THETA);
        visit(smearing, (x, weight, score) -> sums.add(weight, new double[] {factor * score[0] + offset}));
        return sums;
    }

    @ParameterizedTest
    @CsvSource({"0.1, 3.963", "0.5, 3.362", "1, 2.353", "2, 1.010"})
    void shapeInformationAgreesWithThePrintedDigits(double smearing, double expected) {
        ScoreInformation sums = exact(smearing, 1, 0);

        assertThat(sums.shape(1).get(0, 0)).isCloseTo(expected, within(5.1e-4));
        assertThat(sums.meanScore()[0]).isCloseTo(0, within(1e-10));
    }

    @Test
    void aHundredEventsMeasureToThePrintedDigits() {
        FisherInformation shape = exact(0.5, 1, 0).shape(100);
        FisherInformation rate = PoissonInformation.ofCount(THETA, 100, new double[] {200});

        assertThat(shape.uncertainties()[0]).isCloseTo(.05454, within(5e-6));
        assertThat(shape.plus(rate).uncertainties()[0]).isCloseTo(.03685, within(5e-6));
    }

    @Test
    void centringRemovesAnOffsetOfTheScore() {
        ScoreInformation sums = exact(0.5, 1, 0.5);
        double truth = exact(0.5, 1, 0).shape(1).get(0, 0);

        assertThat(sums.meanScore()[0]).isCloseTo(0.5, within(1e-10));
        assertThat(sums.shape(1).get(0, 0)).isCloseTo(truth + 0.25, within(1e-9));
        assertThat(sums.centredShape(1).get(0, 0)).isCloseTo(truth, within(1e-9));
    }

    /** 100 000 events, seen and latent: five standard deviations are passed by chance with probability 6e-7. */
    @Test
    void simulatedEventsAgreeWithinTheStatedErrors() {
        EftToy toy = EftToy.of(EftOptions.withDefaults());
        ExactTruth truth = toy.truth();
        RandomStreams streams = RandomStreams.of(3);
        ScoreInformation seen = ScoreInformation.of(THETA);
        ScoreInformation latent = ScoreInformation.of(THETA);
        double[] x = new double[1];
        double[] z = new double[1];
        double[] score = new double[1];

        int n = 100_000;
        for (int i = 0; i < n; i++) {
            toy.draw(ZERO, streams.stream("events", i), x, z);
            truth.score(x, ZERO, score);
            seen.add(1, score);
            toy.score(x, z, ZERO, score);
            latent.add(1, score);
        }

        FisherInformation shape = seen.shape(1);
        assertThat(Math.abs(shape.get(0, 0) - 3.362)).isLessThan(5 * shape.error(0, 0) + 5e-4);
        // var(t²) for the latent t = 2z − 2 is 16 · (9 − 1): the fourth central moment of Exp(1) is 9.
        assertThat(latent.shape(1).error(0, 0)).isCloseTo(Math.sqrt(128.0 / n), within(0.1 * Math.sqrt(128.0 / n)));
        assertThat(Math.abs(latent.shape(1).get(0, 0) - 4))
                .isLessThan(5 * latent.shape(1).error(0, 0));
        assertThat(Math.abs(seen.meanScore()[0])).isLessThan(5 * seen.meanScoreError()[0]);
        assertThat(seen.meanScoreError()[0]).isCloseTo(Math.sqrt(3.362 / n), within(0.05 * Math.sqrt(3.362 / n)));
    }

    /** The ratio of two sums: Σw²(t − t̄)²/(Σw)² for weights 1 and 3 with scores 2 and 6. */
    @Test
    void theErrorOfTheMeanScoreIsThatOfARatio() {
        ScoreInformation sums = ScoreInformation.of(THETA);
        sums.add(1, new double[] {2});
        sums.add(3, new double[] {6});

        assertThat(sums.meanScore()).containsExactly(new double[] {5}, within(1e-15));
        assertThat(sums.meanScoreError()).containsExactly(new double[] {Math.sqrt(18.0 / 16)}, within(1e-14));
        // The same for t² = 4 and 36 about 28: 1² · 24² + 3² · 8².
        assertThat(sums.shape(1).error(0, 0)).isCloseTo(Math.sqrt(1152.0 / 16), within(1e-12));
    }

    /** A common factor of the weights changes neither the information nor its error. */
    @Test
    void onlyRatiosOfWeightsMatter() {
        ScoreInformation one = ScoreInformation.of(THETA);
        ScoreInformation other = ScoreInformation.of(THETA);
        for (int i = 0; i < 50; i++) {
            one.add(1 + i % 3, new double[] {i % 7 - 3});
            other.add(8 * (1 + i % 3), new double[] {i % 7 - 3});
        }

        assertThat(other.centredShape(10).get(0, 0))
                .isCloseTo(one.centredShape(10).get(0, 0), within(1e-12));
        assertThat(other.centredShape(10).error(0, 0))
                .isCloseTo(one.centredShape(10).error(0, 0), within(1e-12));
    }

    @Test
    void histogramsApproachTheSmearedShapeFromBelow() {
        double full = 4 + exact(0.5, 1, 0).shape(1).get(0, 0);
        double previous = 4;
        for (int bins : new int[] {2, 8, 32, 128, 512}) {
            FisherInformation histogram = histogram(bins).full(1);
            double information = histogram.get(0, 0);

            assertThat(information).isGreaterThan(previous).isLessThan(full);
            assertThat(histogram(bins).shape(1).get(0, 0)).isCloseTo(information - 4, within(1e-9));
            previous = information;
        }
        assertThat(histogram(1).full(1).get(0, 0)).isCloseTo(4, within(1e-9));
        assertThat(previous).isCloseTo(full, within(1e-3));
    }

    /** Bins of equal width from −2.5 to 14, the outer ones open; nested, since the numbers of bins are. */
    private static HistogramInformation histogram(int bins) {
        HistogramInformation histogram = HistogramInformation.of(THETA, bins);
        visit(0.5, (x, weight, score) -> {
            int bin = (int) Math.floor((x + 2.5) / 16.5 * bins);
            // d(σp) = σp (t + d ln σ), with d ln σ = 2 at θ = 0.
            histogram.add(Math.max(0, Math.min(bins - 1, bin)), weight, new double[] {weight * (score[0] + 2)});
        });
        return histogram;
    }
}
