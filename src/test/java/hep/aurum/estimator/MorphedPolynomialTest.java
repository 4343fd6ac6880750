package hep.aurum.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadModel;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MorphedPolynomialTest {

    /** n = 4 and σ = 2 + a − b + 3a² + ab/2 + 2b². */
    private static final double[] TOTAL = {2, 1, -1, 3, 0.5, 2};

    private static final double[] SPREAD = {0.5, 0.25, 1, 2, 0.75, 0.125};

    private static final MorphedPolynomial POLYNOMIAL =
            MorphedPolynomial.additive(MonomialBasis.complete(2, 2), 4, TOTAL, SPREAD);

    private static final double[] THETA = {0.3, -0.2};

    private static final double[] ABOVE = {0.4, -0.3, 0.2, 0.5, -0.1, 0.6};

    /** Gives the ratio −1.52. */
    private static final double[] BELOW = {-3, 0.2, 0.4, -0.3, 0.1, 0.2};

    static Stream<Arguments> outputs() {
        return Stream.of(Arguments.of(ABOVE, false), Arguments.of(BELOW, true));
    }

    /** The formula, written out. */
    private static double ratio(double[] outputs, double a, double b) {
        double[] phi = {1, a, b, a * a, a * b, b * b};
        double sigma = 2 + a - b + 3 * a * a + a * b / 2 + 2 * b * b;
        double sum = 0;
        for (int j = 0; j < phi.length; j++) {
            sum += (TOTAL[j] / 4 + SPREAD[j] * outputs[j]) * phi[j];
        }
        return 4 * sum / sigma;
    }

    private static double logOrTangent(double r) {
        return r > 0.01 ? Math.log(r) : Math.log(0.01) + (r - 0.01) / 0.01;
    }

    @Test
    void aNetworkThatSaysNothingGivesOne() {
        MorphedPolynomial.Evaluation evaluation = POLYNOMIAL.evaluation();
        evaluation.at(THETA);
        double[] score = new double[2];

        assertThat(evaluation.logRatio(new double[6], score)).isCloseTo(0, within(1e-15));
        assertThat(score[0]).isCloseTo(0, within(1e-14));
        assertThat(score[1]).isCloseTo(0, within(1e-14));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void valueIsThePolynomialsLogarithmOrItsTangent(double[] outputs, boolean below) {
        double r = ratio(outputs, THETA[0], THETA[1]);
        assertThat(r < 0.01).isEqualTo(below);

        assertThat(value(outputs, THETA)).isCloseTo(logOrTangent(r), within(1e-12 * (1 + Math.abs(r / 0.01))));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void scoreAgreesWithCentralDifferences(double[] outputs, boolean below) {
        double[] score = score(outputs);

        for (int a = 0; a < 2; a++) {
            double step = 1e-5;
            double[] up = THETA.clone();
            double[] down = THETA.clone();
            up[a] += step;
            down[a] -= step;
            double slope = (logOrTangent(ratio(outputs, up[0], up[1])) - logOrTangent(ratio(outputs, down[0], down[1])))
                    / (2 * step);
            assertThat(score[a])
                    .as("below the floor: %s", below)
                    .isCloseTo(slope, within(1e-8 * (1 + Math.abs(slope))));
        }
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void derivativeInTheOutputsAgreesWithCentralDifferences(double[] outputs, boolean below) {
        double df = 0.7;
        double[] dg = {-0.4, 1.3};
        MorphedPolynomial.Evaluation evaluation = POLYNOMIAL.evaluation();
        evaluation.at(THETA);
        evaluation.logRatio(outputs, new double[2]);
        double[] derivatives = new double[6];
        evaluation.derivatives(outputs, df, dg, derivatives);

        for (int j = 0; j < 6; j++) {
            double step = 1e-5;
            double[] up = outputs.clone();
            double[] down = outputs.clone();
            up[j] += step;
            down[j] -= step;
            double slope = (upstream(up, df, dg) - upstream(down, df, dg)) / (2 * step);
            assertThat(derivatives[j])
                    .as("output %d, below the floor: %s", j, below)
                    .isCloseTo(slope, within(1e-8 * (10 + Math.abs(slope))));
        }
    }

    private static double upstream(double[] outputs, double df, double[] dg) {
        double[] score = score(outputs);
        return df * value(outputs, THETA) + dg[0] * score[0] + dg[1] * score[1];
    }

    @Test
    void logarithmAndTangentMeetWithEqualSlopeAtTheFloor() {
        // Moves r along its constant coefficient alone, to just above and just below the floor.
        double[] at = new double[6];
        double r0 = ratio(at, THETA[0], THETA[1]);
        double slope = ratio(new double[] {1, 0, 0, 0, 0, 0}, THETA[0], THETA[1]) - r0;
        double gap = 1e-9;
        double[] above = {(0.01 + gap - r0) / slope, 0, 0, 0, 0, 0};
        double[] below = {(0.01 - gap - r0) / slope, 0, 0, 0, 0, 0};

        assertThat(value(above, THETA)).isCloseTo(value(below, THETA), within(1e-6));
        assertThat(score(above)[0]).isCloseTo(score(below)[0], within(1e-4));
    }

    /** The ratio times the cross-section is quadratic in every direction: its third differences vanish. */
    @Test
    void ratioTimesCrossSectionIsAPolynomial() {
        UniformRandomProvider random = RandomStreams.of(8).stream("outputs", 0);
        for (int trial = 0; trial < 20; trial++) {
            double[] outputs = new double[6];
            for (int j = 0; j < 6; j++) {
                outputs[j] = 0.3 * (random.nextDouble() - 0.5);
            }
            double[] density = new double[4];
            for (int i = 0; i < 4; i++) {
                double a = -0.3 + 0.2 * i;
                double b = 0.1 + 0.1 * i;
                double sigma = 2 + a - b + 3 * a * a + a * b / 2 + 2 * b * b;
                density[i] = sigma * Math.exp(value(outputs, new double[] {a, b}));
                assertThat(density[i] / sigma).isGreaterThan(0.01);
            }
            assertThat(density[3] - 3 * density[2] + 3 * density[1] - density[0])
                    .isCloseTo(0, within(1e-13));
        }
    }

    @Test
    void aCrossSectionThatIsNotPositiveIsRefused() {
        MorphedPolynomial negative =
                MorphedPolynomial.additive(MonomialBasis.complete(1, 1), 4, new double[] {1, 2}, new double[] {1, 1});

        assertThatThrownBy(() -> negative.evaluation().at(new double[] {-0.5}))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("0.0 pb");
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
