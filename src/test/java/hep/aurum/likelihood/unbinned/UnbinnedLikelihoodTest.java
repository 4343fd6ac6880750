package hep.aurum.likelihood.unbinned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadModel;
import hep.aurum.param.MonomialBasis;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnbinnedLikelihoodTest {

    /** Unit Gaussians N(θ, 1) against N(0, 1): log r = θx − θ²/2. */
    private static EventLogRatio gaussian(double... x) {
        return new EventLogRatio() {
            @Override
            public int size() {
                return x.length;
            }

            @Override
            public void values(double[] theta, double[] logRatio) {
                for (int i = 0; i < x.length; i++) {
                    logRatio[i] = theta[0] * x[i] - theta[0] * theta[0] / 2;
                }
            }

            @Override
            public void valuesAndGradients(double[] theta, double[] logRatio, double[] gradient) {
                values(theta, logRatio);
                for (int i = 0; i < x.length; i++) {
                    gradient[i] = x[i] - theta[0];
                }
            }
        };
    }

    /** σ(θ) = 0.01 + 0.002 θ + 0.003 θ² pb at 1 fb⁻¹: ν = 10 + 2θ + 3θ². */
    private static ExpectedEvents expected() {
        return ExpectedEvents.of(MonomialBasis.complete(1, 2), new double[] {0.01, 0.002, 0.003}, 1);
    }

    @Test
    void equalsTheSumOfTheEventsAndThePoissonTerm() {
        double[] x = {0.3, -1.1, 2.0};
        UnbinnedLikelihood likelihood = UnbinnedLikelihood.ofEvents(gaussian(x), expected());

        double nu = 10 + 2 * 0.7 + 3 * 0.49;
        double logRatios = 0.7 * (0.3 - 1.1 + 2.0) - 3 * 0.245;
        assertThat(likelihood.value(new double[] {0.7}))
                .isCloseTo(-2 * (3 * StrictMath.log(nu) - nu + logRatios), within(1e-12));
    }

    @Test
    void doesNotDependOnTheOrderOfTheEvents() {
        double[] x = IntStream.range(0, 500)
                .mapToDouble(i -> StrictMath.sin(12.9898 * (i + 1)))
                .toArray();
        double[] reversed = IntStream.range(0, 500).mapToDouble(i -> x[499 - i]).toArray();
        double forward = UnbinnedLikelihood.ofEvents(gaussian(x), expected()).value(new double[] {0.4});
        double backward =
                UnbinnedLikelihood.ofEvents(gaussian(reversed), expected()).value(new double[] {0.4});

        assertThat(forward).isCloseTo(backward, within(1e-12 * Math.abs(forward)));
    }

    @Test
    void gradientIsTheDerivative() {
        UnbinnedLikelihood likelihood =
                UnbinnedLikelihood.ofAsimov(gaussian(0.3, -1.1, 2.0), new double[] {2, 0.5, -0.25}, expected());
        double[] gradient = new double[1];
        double value = likelihood.evaluate(new double[] {0.4}, gradient);

        double h = 1e-5;
        double slope = (likelihood.value(new double[] {0.4 + h}) - likelihood.value(new double[] {0.4 - h})) / (2 * h);
        assertThat(value).isEqualTo(likelihood.value(new double[] {0.4}));
        assertThat(gradient[0]).isCloseTo(slope, within(1e-7));
    }

    @Test
    void anAsimovWeightCountsAsThatManyEvents() {
        double twice = UnbinnedLikelihood.ofAsimov(gaussian(0.3, 1.5), new double[] {2, 1}, expected())
                .value(new double[] {0.4});
        double events =
                UnbinnedLikelihood.ofEvents(gaussian(0.3, 0.3, 1.5), expected()).value(new double[] {0.4});

        assertThat(twice).isCloseTo(events, within(1e-12));
    }

    @Test
    void shapeAloneForgetsTheRate() {
        UnbinnedLikelihood shape =
                UnbinnedLikelihood.ofEvents(gaussian(1.0), expected()).shapeOnly();

        assertThat(shape.value(new double[] {0.4})).isCloseTo(-2 * (0.4 - 0.08), within(1e-12));
    }

    @Test
    void aNegativeExpectationIsRefused() {
        ExpectedEvents negative = ExpectedEvents.of(MonomialBasis.complete(1, 1), new double[] {0.01, 0.01}, 1);

        assertThatThrownBy(() -> negative.at(new double[] {-2}))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("-10");
    }
}
