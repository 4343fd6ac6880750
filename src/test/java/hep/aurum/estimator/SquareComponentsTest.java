package hep.aurum.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** The ratio of a squared amplitude as a network's outputs make it. */
class SquareComponentsTest {

    /** n = 4 and σ = 2 + a − b + 3a² + ab/2 + 2b², whose matrix {{2, ½, −½}, {½, 3, ¼}, {−½, ¼, 2}} is positive. */
    private static final double[] TOTAL = {2, 1, -1, 3, 0.5, 2};

    private static final MonomialBasis BASIS = MonomialBasis.complete(2, 2);
    private static final MorphedPolynomial POLYNOMIAL =
            MorphedPolynomial.square(BASIS, 4, TOTAL).orElseThrow();
    private static final double[] OUTPUTS = {0.4, -0.3, 0.2, 0.5, -0.1, 0.6};
    private static final double[] THETA = {0.3, -0.2};

    @Test
    void aNetworkThatSaysNothingGivesOne() {
        assertThat(value(new double[6], THETA)).isCloseTo(0, within(1e-15));
        assertThat(value(new double[6], new double[] {-1.7, 2.9})).isCloseTo(0, within(1e-14));
    }

    /** In one parameter with total (1, 0, 1) of one event L is ((1 + p, 0), (q, 1 + s)): r σ = (1 + p + qθ)² + (1 + s)²θ². */
    @Test
    void ratioIsTheSumOfTheSquares() {
        MorphedPolynomial unit = MorphedPolynomial.square(MonomialBasis.complete(1, 2), 1, new double[] {1, 0, 1})
                .orElseThrow();
        MorphedPolynomial.Evaluation evaluation = unit.evaluation();
        double theta = 0.7;
        double p = 0.3;
        double q = -1.1;
        double s = 0.4;
        double first = 1 + p + q * theta;
        double second = (1 + s) * theta;

        evaluation.at(new double[] {theta});
        double logRatio = evaluation.logRatio(new double[] {p, q, s}, new double[1]);

        assertThat(logRatio)
                .isCloseTo(Math.log((first * first + second * second) / (1 + theta * theta)), within(1e-14));
    }

    @Test
    void ratioIsNowhereNegative() {
        UniformRandomProvider random = RandomStreams.of(5).stream("outputs", 0);
        for (int trial = 0; trial < 200; trial++) {
            double[] outputs = random.doubles(6, -5, 5).toArray();
            double[] theta = random.doubles(2, -3, 3).toArray();

            // Below its floor of 1e-4 the logarithm ends at log 1e-4 - 1, where the ratio vanishes.
            assertThat(value(outputs, theta)).isGreaterThanOrEqualTo(Math.log(1e-4) - 1);
        }
    }

    @Test
    void scoreAgreesWithCentralDifferences() {
        double[] score = score(OUTPUTS);
        double h = 1e-5;
        for (int a = 0; a < 2; a++) {
            double[] up = THETA.clone();
            double[] down = THETA.clone();
            up[a] += h;
            down[a] -= h;

            assertThat(score[a]).isCloseTo((value(OUTPUTS, up) - value(OUTPUTS, down)) / (2 * h), within(1e-8));
        }
    }

    @Test
    void derivativesInTheOutputsAgreeWithCentralDifferences() {
        double df = 0.7;
        double[] dg = {-0.4, 1.3};
        MorphedPolynomial.Evaluation evaluation = POLYNOMIAL.evaluation();
        evaluation.at(THETA);
        evaluation.logRatio(OUTPUTS, new double[2]);
        double[] derivatives = new double[6];
        evaluation.derivatives(OUTPUTS, df, dg, derivatives);
        double h = 1e-5;
        for (int j = 0; j < 6; j++) {
            double[] up = OUTPUTS.clone();
            double[] down = OUTPUTS.clone();
            up[j] += h;
            down[j] -= h;
            double slope = (upstream(up, df, dg) - upstream(down, df, dg)) / (2 * h);

            assertThat(derivatives[j]).as("output %d", j).isCloseTo(slope, within(1e-8 * (1 + Math.abs(slope))));
        }
    }

    @Test
    void otherPolynomialsAreNoSums() {
        assertThat(MorphedPolynomial.square(MonomialBasis.complete(1, 1), 1, new double[] {1, 1}))
                .as("first degree")
                .isEmpty();
        assertThat(MorphedPolynomial.square(MonomialBasis.complete(1, 4), 1, new double[] {1, 0, 1, 0, 1}))
                .as("fourth degree")
                .isEmpty();
        assertThat(MorphedPolynomial.square(MonomialBasis.complete(1, 2), 1, new double[] {1, 3, 1}))
                .as("negative at -1")
                .isEmpty();
        assertThat(MorphedPolynomial.square(MonomialBasis.complete(1, 2), 1, new double[] {1, 2, 1}))
                .as("zero at -1: every event has the same weight")
                .isEmpty();
    }

    private static double upstream(double[] outputs, double df, double[] dg) {
        double[] score = score(outputs);
        return df * value(outputs, THETA) + dg[0] * score[0] + dg[1] * score[1];
    }

    private static double value(double[] outputs, double[] theta) {
        MorphedPolynomial.Evaluation evaluation = POLYNOMIAL.evaluation();
        evaluation.at(theta);
        return evaluation.logRatio(outputs, new double[2]);
    }

    private static double[] score(double[] outputs) {
        MorphedPolynomial.Evaluation evaluation = POLYNOMIAL.evaluation();
        evaluation.at(THETA);
        double[] score = new double[2];
        evaluation.logRatio(outputs, score);
        return score;
    }
}
