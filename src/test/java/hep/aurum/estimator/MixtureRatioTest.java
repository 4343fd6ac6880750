package hep.aurum.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadModel;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Signal N(δ, 1) of strength μ on background N(−1, 1), with δ a parameter: σ_s = 2μ, σ_b = 5, and everything is known.
 */
class MixtureRatioTest {

    private static final ParameterSpace ALL =
            ParameterSpace.of(new Parameter("delta", -1, 1, 0), new Parameter("mu", 0, 3, 1));

    /** log r = a(θ) x + b(θ) with a gradient, over one parameter. */
    private abstract static class Linear implements RatioEstimator {
        private final ParameterSpace space;

        Linear(String parameter) {
            this.space = ParameterSpace.of(new Parameter(parameter, -5, 5, 0));
        }

        @Override
        public ParameterSpace space() {
            return space;
        }

        @Override
        public List<String> featureNames() {
            return List.of("x");
        }

        @Override
        public String describe() {
            return "closed form";
        }
    }

    /** log N(x; δ, 1)/N(x; 0, 1). */
    private static final RatioEstimator SHAPE = new Linear("delta") {
        @Override
        public double logRatio(double[] x, double[] theta) {
            return theta[0] * x[0] - theta[0] * theta[0] / 2;
        }

        @Override
        public double logRatioAndScore(double[] x, double[] theta, double[] score) {
            score[0] = x[0] - theta[0];
            return logRatio(x, theta);
        }
    };

    /** Difference between 1 and 0: log N(x; −1, 1)/N(x; 0, 1) = −x − 1/2. */
    private static final RatioEstimator ODDS = new Linear("fraction") {
        @Override
        public double logRatio(double[] x, double[] theta) {
            return theta[0] * (-x[0] - 0.5) + 7;
        }

        @Override
        public double logRatioAndScore(double[] x, double[] theta, double[] score) {
            score[0] = -x[0] - 0.5;
            return logRatio(x, theta);
        }
    };

    private static MixtureRatio mixture() {
        ProcessComponent signal = ProcessComponent.of(
                        "signal", MonomialBasis.of(2, new int[][] {{0, 1}}), new double[] {2})
                .withShape(SHAPE, 0);
        ProcessComponent background = ProcessComponent.of(
                        "background", MonomialBasis.of(2, new int[][] {{0, 0}}), new double[] {5})
                .withOdds(ODDS);
        return MixtureRatio.of(ALL, List.of("x"), List.of(signal, background));
    }

    private static double exact(double x, double delta, double mu) {
        double signal = StrictMath.exp(-(x - delta) * (x - delta) / 2);
        double background = StrictMath.exp(-(x + 1) * (x + 1) / 2);
        return StrictMath.log((2 * mu * signal + 5 * background) / (2 * mu + 5)) + x * x / 2;
    }

    @Test
    void isTheRatioOfTheMixture() {
        for (double x : new double[] {-2, 0.1, 3}) {
            for (double mu : new double[] {0, 0.5, 3}) {
                assertThat(mixture().logRatio(new double[] {x}, new double[] {0.7, mu}))
                        .isCloseTo(exact(x, 0.7, mu), within(1e-12));
            }
        }
    }

    @Test
    void scoreIsTheGradientInShapeAndRate() {
        double[] score = new double[2];
        double value = mixture().logRatioAndScore(new double[] {0.8}, new double[] {0.7, 0}, score);
        double h = 1e-6;

        assertThat(value).isCloseTo(exact(0.8, 0.7, 0), within(1e-12));
        mixture().logRatioAndScore(new double[] {0.8}, new double[] {0.7, 1.5}, score);
        assertThat(score[0]).isCloseTo((exact(0.8, 0.7 + h, 1.5) - exact(0.8, 0.7 - h, 1.5)) / (2 * h), within(1e-8));
        assertThat(score[1]).isCloseTo((exact(0.8, 0.7, 1.5 + h) - exact(0.8, 0.7, 1.5 - h)) / (2 * h), within(1e-8));
    }

    @Test
    void aBatchGivesWhatSingleCallsGive() {
        double[] batch = new double[4];
        mixture().logRatios(new double[] {-0.5, 2}, new double[] {0.3, 1, -0.4, 2}, batch, 2);

        assertThat(batch[0]).isEqualTo(mixture().logRatio(new double[] {-0.5}, new double[] {0.3, 1}));
        assertThat(batch[3]).isEqualTo(mixture().logRatio(new double[] {2}, new double[] {-0.4, 2}));
    }

    @Test
    void aNegativeMixtureIsRefused() {
        assertThatThrownBy(() -> mixture().logRatio(new double[] {0}, new double[] {0, -4}))
                .isInstanceOf(BadModel.class);
    }

    @Test
    void allProcessesButTheFirstHaveOdds() {
        ProcessComponent alone = ProcessComponent.of("a", MonomialBasis.of(2, new int[][] {{0, 1}}), new double[] {2});

        assertThatThrownBy(() -> MixtureRatio.of(ALL, List.of("x"), List.of(alone, alone)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("odds");
    }
}
