package hep.aurum.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.estimator.RatioEstimator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For x ~ N(θ, 1), log r = xθ − θ²/2 and the score is x − θ. */
class BrokenRatiosTest {

    private static final Subject SUBJECT = Gauss.subject(1, 2, 100);
    private static final double[] X = {1.5};
    private static final double[] THETA = {0.4};
    private static final double LOG = 1.5 * 0.4 - 0.08;
    private static final double SCORE = 1.5 - 0.4;

    private static void require(RatioEstimator ratio, double log, double score) {
        double[] scores = new double[1];

        assertThat(ratio.logRatio(X, THETA)).isCloseTo(log, within(1e-14));
        assertThat(ratio.logRatioAndScore(X, THETA, scores)).isCloseTo(log, within(1e-14));
        assertThat(scores[0]).isCloseTo(score, within(1e-14));
    }

    @Test
    void eachIsBrokenAsItSays() {
        RatioEstimator right = SUBJECT.ratio();

        require(new UnnormalisedRatio(right, 1.1), LOG + Math.log(1.1), SCORE);
        require(TemperedRatio.ofWidth(right, 0.7), LOG / 0.49, SCORE / 0.49);
        require(new InverseRatio(right), -LOG, -SCORE);
        require(new ShiftedRatio(right, new double[] {0.1}), 1.5 * 0.5 - 0.125, 1.5 - 0.5);
    }

    static List<RatioEstimator> broken() {
        RatioEstimator right = Gauss.subject(2, 2, 100).ratio();
        return List.of(
                new UnnormalisedRatio(right, 1.1),
                new TemperedRatio(right, 2),
                new InverseRatio(right),
                new ShiftedRatio(right, new double[] {0.1, -0.2}));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void batchesAnswerAsSingleEvents(RatioEstimator ratio) {
        double[] events = {0.1, 0.2, -1, 2, 0.5, 0.7};
        double[] thetas = {0.3, -0.4, 1, 0.2};
        double[] batch = new double[6];
        ratio.logRatios(events, thetas, batch, 2);
        double[] logs = new double[3];
        double[] scores = new double[6];
        ratio.logRatiosAndScores(events, new double[] {0.3, -0.4}, logs, scores, 2);
        double[] score = new double[2];

        for (int i = 0; i < 3; i++) {
            double[] x = {events[2 * i], events[2 * i + 1]};
            assertThat(batch[2 * i]).isEqualTo(ratio.logRatio(x, new double[] {0.3, -0.4}));
            assertThat(batch[2 * i + 1]).isEqualTo(ratio.logRatio(x, new double[] {1, 0.2}));
            assertThat(logs[i]).isEqualTo(ratio.logRatioAndScore(x, new double[] {0.3, -0.4}, score));
            assertThat(scores[2 * i]).isEqualTo(score[0]);
            assertThat(scores[2 * i + 1]).isEqualTo(score[1]);
        }
    }

    /** One event has unit information, which 6000 events estimate within 2 % (one error). */
    @Test
    void aShiftIsInUnitsOfWhatOneEventResolves() {
        Twin twin = Twins.shift(SUBJECT, 0.1).orElseThrow();

        double shift = twin.subject().ratio().logRatio(new double[] {0}, new double[] {0});

        // log r(0|δ) = −δ²/2.
        assertThat(Math.sqrt(-2 * shift)).isCloseTo(0.1, within(0.01));
        assertThat(twin.name()).isEqualTo("ratio shift 0.1");
        assertThat(Twins.shift(Gauss.subject(1, 0.1, 1), 1)
                        .orElseThrow()
                        .subject()
                        .ratio()
                        .logRatio(new double[] {0}, new double[] {0}))
                .as("a quarter of the range at most")
                .isCloseTo(-0.05 * 0.05 / 2, within(1e-12));
    }
}
