package hep.aurum.param;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.math.random.RandomStreams;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Means and variances over 20 000 draws, within five errors: exceeded once in two million experiments each. */
class PriorTest {

    private static final int DRAWS = 20_000;
    private static final ParameterSpace SPACE = ParameterSpace.of(new Parameter("a", -1, 3, 0));

    private static double[] meanAndVariance(Prior prior) {
        UniformRandomProvider random = RandomStreams.of(9).stream("test", 0);
        double[] theta = new double[1];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            prior.draw(random, theta);
            assertThat(theta[0]).isBetween(-1.0, 3.0);
            sum += theta[0];
            squares += theta[0] * theta[0];
        }
        double mean = sum / DRAWS;
        return new double[] {mean, squares / DRAWS - mean * mean};
    }

    @Test
    void uniformPriorFillsTheRange() {
        double[] moments = meanAndVariance(Prior.uniform(SPACE));

        assertThat(moments[0]).isCloseTo(1, within(5 * Math.sqrt(4.0 / 3 / DRAWS)));
        assertThat(moments[1]).isCloseTo(4.0 / 3, within(5 * 1.2 / Math.sqrt(DRAWS)));
    }

    /** A unit normal law cut off at ±2 of its mean has the variance 1 − 4φ(2)/(2Φ(2) − 1) = 0.773741. */
    @Test
    void gaussianPriorIsCutOffAtTheEnds() {
        double[] moments = meanAndVariance(Prior.gaussian(SPACE, List.of(1.0), List.of(1.0)));

        assertThat(moments[0]).isCloseTo(1, within(5 * 0.88 / Math.sqrt(DRAWS)));
        assertThat(moments[1]).isCloseTo(0.773741, within(5 * 0.95 / Math.sqrt(DRAWS)));
    }

    @Test
    void pointsAreDrawnAlikeAndMustLieInside() {
        ParameterPoint low = ParameterPoint.of(0);
        double[] moments = meanAndVariance(Prior.points(SPACE, List.of(low, ParameterPoint.of(2))));

        assertThat(moments[0]).isCloseTo(1, within(5 / Math.sqrt(DRAWS)));
        assertThatThrownBy(() -> Prior.points(SPACE, List.of(ParameterPoint.of(5))))
                .isInstanceOf(BadInput.class);
    }
}
