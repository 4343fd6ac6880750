package hep.aurum.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With log r(x|f) = f x + f² the odds are x + 1, and calibrated ones a (x + 1) + b. */
class CalibratedOddsTest {

    private static final double SLOPE = 0.8;
    private static final double SHIFT = -0.3;

    private static RatioEstimator base(Parameter... parameters) {
        return new RatioEstimator() {
            @Override
            public ParameterSpace space() {
                return ParameterSpace.of(parameters);
            }

            @Override
            public List<String> featureNames() {
                return List.of("x");
            }

            @Override
            public String describe() {
                return "known odds";
            }

            @Override
            public double logRatio(double[] x, double[] theta) {
                return theta[0] * x[0] + theta[0] * theta[0];
            }

            @Override
            public double logRatioAndScore(double[] x, double[] theta, double[] score) {
                score[0] = x[0] + 2 * theta[0];
                return logRatio(x, theta);
            }
        };
    }

    private static final Parameter FRACTION = new Parameter("fraction", 0, 1, 0.5);
    private static final CalibratedOdds ODDS = CalibratedOdds.of(base(FRACTION), SLOPE, SHIFT);

    @Test
    void theDifferenceBetweenTheEndsIsCalibrated() {
        for (double x : new double[] {-2, 0, 1.5}) {
            double logOdds = ODDS.logRatio(new double[] {x}, new double[] {1})
                    - ODDS.logRatio(new double[] {x}, new double[] {0});

            assertThat(logOdds).isCloseTo(SLOPE * (x + 1) + SHIFT, within(1e-15));
        }
    }

    @Test
    void everyMethodIsOfTheSameFunction() {
        double[] x = {0.4, -1.2};
        double[] theta = {0.6};
        double[] batch = new double[2];
        double[] scores = new double[2];
        double[] score = new double[1];
        double[] table = new double[4];
        ODDS.logRatiosAndScores(x, theta, batch, scores, 1);
        ODDS.logRatios(x, new double[] {0.6, 0.1}, table, 1);

        for (int i = 0; i < x.length; i++) {
            double[] one = {x[i]};
            assertThat(ODDS.logRatio(one, theta)).isEqualTo(batch[i]);
            assertThat(ODDS.logRatioAndScore(one, theta, score)).isEqualTo(batch[i]);
            assertThat(score[0]).isEqualTo(scores[i]).isCloseTo(SLOPE * (x[i] + 1.2) + SHIFT, within(1e-15));
            assertThat(table[2 * i]).isEqualTo(batch[i]);
            assertThat(table[2 * i + 1]).isEqualTo(ODDS.logRatio(one, new double[] {0.1}));
        }
    }

    @Test
    void refusesWhatIsNoCalibrationOfOdds() {
        assertThatIllegalArgumentException().isThrownBy(() -> CalibratedOdds.of(base(FRACTION), Double.NaN, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalibratedOdds.of(base(FRACTION), 1, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CalibratedOdds.of(base(FRACTION, new Parameter("other", 0, 1, 0)), 1, 0));
    }
}
