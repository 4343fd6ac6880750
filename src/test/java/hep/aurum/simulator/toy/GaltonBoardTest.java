package hep.aurum.simulator.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.random.RandomStreams;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The board of arXiv:1805.12244 against digits from an independent sum over its paths. */
class GaltonBoardTest {

    private static final double[] NUMERATOR = {-0.8};
    private static final double[] DENOMINATOR = {-0.6};

    private final GaltonBoard board = GaltonBoard.asInCode();

    @ParameterizedTest
    @CsvSource({"5, .001098, 5e-7", "15, .059267, 5e-7", "19, .08085, 5e-6", "25, .001621, 5e-7"})
    void probabilitiesAgreeWithThePrintedDigits(int x, double expected, double rounding) {
        assertThat(board.law(-0.8).probability(x)).isCloseTo(expected, within(rounding));
    }

    @Test
    void informationsAgreeWithThePrintedDigits() {
        GaltonLaw law = board.law(-0.7);

        assertThat(law.information()).isCloseTo(1.69539, within(5e-6));
        assertThat(law.jointInformation()).isCloseTo(2.68699, within(5e-6));
    }

    @Test
    void divergenceAgreesWithThePrintedDigits() {
        double divergence = 0;
        for (int x = 5; x <= 25; x++) {
            divergence += board.law(-0.8).probability(x) * logRatio(board, x);
        }

        assertThat(divergence).isCloseTo(.034865, within(5e-7));
    }

    /** What an estimate log r = 0 scores on balls drawn at θ = −0.6, the average of the published curves. */
    @Test
    void saysWhatSayingNothingScores() {
        double error = 0;
        for (int x = 5; x <= 25; x++) {
            error += board.law(-0.6).probability(x) * logRatio(board, x) * logRatio(board, x);
        }

        assertThat(error).isCloseTo(.063246, within(5e-7));
    }

    private static double logRatio(GaltonBoard board, int x) {
        return board.truth().logRatio(new double[] {x}, NUMERATOR, DENOMINATOR);
    }

    @Test
    void ballsEndAtFiveToTwentyFive() {
        double[] pmf = board.law(-0.7).pmf();

        double sum = 0;
        for (int x = 0; x < pmf.length; x++) {
            assertThat(pmf[x] > 0).isEqualTo(x >= 5 && x <= 25);
            sum += pmf[x];
        }
        assertThat(sum).isCloseTo(1, within(1e-14));
    }

    @Test
    void thePapersFormulaHasAQuarterOfTheArgument() {
        GaltonLaw paper = GaltonBoard.asInPaper().law(-0.8);
        GaltonLaw code = board.law(-0.2);

        assertThat(paper.pmf()).containsExactly(code.pmf(), within(1e-15));
        assertThat(16 * paper.information()).isCloseTo(code.information(), within(1e-12));
        assertThat(16 * paper.jointInformation()).isCloseTo(code.jointInformation(), within(1e-12));
        // sigmoid(5 theta (z - 1/2)) at the nail 20 of row 10, z = 20/30, written out
        double sine = StrictMath.sin(Math.PI * 10 / 19);
        double push = 1 / (1 + StrictMath.exp(-5 * -0.8 * (20.0 / 30 - 0.5)));
        assertThat(new GaltonNails(2.5).left(10, 20, -0.8)).isCloseTo((1 - sine) / 2 + sine * push, within(1e-15));
    }

    @Test
    void jointScoreIsTheDerivativeOfThePathsProbability() {
        RandomStreams streams = RandomStreams.of(51);
        double[] x = new double[1];
        double[] z = new double[20];
        double[] score = new double[1];
        double h = 1e-5;
        for (int i = 0; i < 200; i++) {
            board.draw(NUMERATOR, streams.stream("test", i), x, z);
            board.score(x, z, NUMERATOR, score);

            double difference =
                    board.logDensity(x, z, new double[] {-0.8 + h}) - board.logDensity(x, z, new double[] {-0.8 - h});

            assertThat(difference / (2 * h)).isCloseTo(score[0], within(1e-7));
        }
    }

    /** 100 000 balls in 21 places: the limit of χ² is exceeded once in a million experiments. */
    @Test
    void ballsFollowTheExactLaw() {
        int n = 100_000;
        int[] counts = new int[31];
        RandomStreams streams = RandomStreams.of(5);
        double[] x = new double[1];
        double[] z = new double[20];
        for (int i = 0; i < n; i++) {
            board.draw(NUMERATOR, streams.stream("test", i), x, z);
            counts[(int) x[0]]++;
        }

        double chiSquare = 0;
        for (int j = 5; j <= 25; j++) {
            double expected = n * board.law(-0.8).probability(j);
            chiSquare += (counts[j] - expected) * (counts[j] - expected) / expected;
        }

        assertThat(chiSquare).isLessThan(new ChiSquaredDistribution(20).inverseCumulativeProbability(1 - 1e-6));
    }

    @Test
    void positionsWithoutProbabilityHaveNoRatio() {
        double[] impossible = {4};

        assertThat(board.truth().logDensity(impossible, NUMERATOR)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThatThrownBy(() -> board.truth().logRatio(impossible, NUMERATOR, DENOMINATOR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 to 25");
        assertThatThrownBy(() -> board.truth().score(new double[] {7.5}, NUMERATOR, new double[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7.5");
    }

    @Test
    void rememberedLawsAreThoseOfTheirParameter() {
        for (int i = 0; i < 10; i++) {
            board.law(-0.4 - 0.06 * i);
        }

        assertThat(board.law(-0.4).pmf())
                .containsExactly(GaltonBoard.asInCode().law(-0.4).pmf());
        assertThat(board.law(-0.4).theta()).isEqualTo(-0.4);
    }
}
