package hep.aurum.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.NotFound;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hold the optimisers to their formulas, worked out by hand for two steps from rest. */
class OptimiserTest {

    private static final NetworkShape SHAPE = NetworkShape.of(1, 0, List.of(1), Activation.TANH);
    private static final double RATE = 0.125;
    private static final double DECAY = 0.25;
    private static final double START = 2;
    private static final double FIRST = 0.5;
    private static final double SECOND = -3;

    /** A few roundings of single precision at numbers of order one. */
    private static final double ROUNDING = 1e-6;

    @Test
    void momentumKeepsNineTenthsOfTheVelocity() {
        double v1 = FIRST + DECAY * START;
        double w1 = START - RATE * v1;
        double v2 = 0.9 * v1 + SECOND + DECAY * w1;

        assertSteps(OptimiserKind.SGD, w1, w1 - RATE * v2);
    }

    @Test
    void adamAddsTheDecayToTheGradient() {
        double g1 = FIRST + DECAY * START;
        // Corrected for bias, the first step has m = g and v = g^2: its length is the rate.
        double w1 = START - RATE * Math.signum(g1);
        double g2 = SECOND + DECAY * w1;

        assertSteps(OptimiserKind.ADAM, w1, w1 - RATE * secondStep(g1, g2));
    }

    @Test
    void adamwShrinksTheWeightsApartFromTheGradient() {
        double w1 = START - RATE * (Math.signum(FIRST) + DECAY * START);

        assertSteps(OptimiserKind.ADAMW, w1, w1 - RATE * (secondStep(FIRST, SECOND) + DECAY * w1));
    }

    /** Return \(\hat m/\sqrt{\hat v}\) of the second step, the powers of 0.9 and 0.999 worked out. */
    private static double secondStep(double g1, double g2) {
        return (0.9 * g1 + g2) / 1.9 / Math.sqrt((0.999 * g1 * g1 + g2 * g2) / 1.999);
    }

    private static void assertSteps(OptimiserKind kind, double afterOne, double afterTwo) {
        NetworkWeights weights = NetworkWeights.of(SHAPE, new float[] {(float) START, 0, 0, 0});
        Optimiser optimiser = kind.create(SHAPE.size(), DECAY);

        // Half of twice the gradient: what is clipped is the gradient, not the decay.
        optimiser.step(weights, gradient(2 * FIRST), 0.5f, RATE);
        assertThat((double) weights.parameters()[0]).isCloseTo(afterOne, within(ROUNDING));

        optimiser.step(weights, gradient(2 * SECOND), 0.5f, RATE);
        assertThat((double) weights.parameters()[0]).isCloseTo(afterTwo, within(ROUNDING));
    }

    private static float[] gradient(double first) {
        float[] gradient = new float[SHAPE.size()];
        NetworkWeights.addCompact(SHAPE, new float[] {(float) first, 0, 0, 0}, gradient);
        return gradient;
    }

    @ParameterizedTest
    @EnumSource(OptimiserKind.class)
    void isFoundByItsName(OptimiserKind kind) {
        assertThat(OptimiserKind.parse(kind.label())).isEqualTo(kind);
        assertThatThrownBy(() -> kind.create(4, -0.1)).hasMessageContaining("weight decay");
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        assertThatThrownBy(() -> OptimiserKind.parse("adanw"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("did you mean \"adamw\"");
    }
}
