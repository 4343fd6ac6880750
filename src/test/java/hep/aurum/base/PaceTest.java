package hep.aurum.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Rates and remaining times against tasks of known speed, by a clock that the test turns. */
class PaceTest {

    private static final double SECOND = 1e9;

    private long now = 17;
    private final Pace pace = new Pace(() -> now);

    /** Let time pass in steps of 0.1 s and report what is done at the end of each. */
    private void run(double from, double to, DoubleUnaryOperator done) {
        for (int i = (int) Math.round(10 * from); i <= (int) Math.round(10 * to); i++) {
            now = 17 + Math.round(i * SECOND / 10);
            pace.take(done.applyAsDouble(i / 10.0));
        }
    }

    @Test
    void aSteadyTaskHasItsExactRateAndTime() {
        run(0, 20, t -> 250 * t);

        assertThat(pace.rate().orElseThrow()).isCloseTo(250.0, within(1e-6));
        assertThat(pace.remaining(10_000).orElseThrow()).isCloseTo(20.0, within(1e-6));
        assertThat(pace.meanRate()).isCloseTo(250.0, within(1e-6));
    }

    @Test
    void nothingIsEstimatedInTheFirstSecond() {
        run(0, 0.9, t -> 250 * t);

        assertThat(pace.rate()).isEmpty();
        assertThat(pace.remaining(10_000)).isEmpty();
    }

    @Test
    void nothingIsEstimatedWhileNothingIsDone() {
        run(0, 30, t -> 0);

        assertThat(pace.rate()).isEmpty();
        assertThat(pace.remaining(1)).isEmpty();
    }

    @Test
    void aTotalThatNobodyKnowsHasNoEnd() {
        run(0, 5, t -> t);

        assertThat(pace.remaining(Double.NaN)).isEmpty();
        assertThat(pace.rate()).isPresent();
    }

    @Test
    void whatWasDoneBeforeTheStartIsNoWork() {
        run(0, 10, t -> 9000 + 10 * t);

        assertThat(pace.rate().orElseThrow()).isCloseTo(10.0, within(1e-6));
        assertThat(pace.remaining(10_000).orElseThrow()).isCloseTo(90.0, within(1e-6));
        assertThat(pace.meanRate()).isCloseTo(10.0, within(1e-6));
    }

    @Test
    void oneJumpDoublesTheRateAtMost() {
        run(0, 10, t -> 10 * t);
        run(10.1, 10.1, t -> 9000);

        assertThat(pace.rate().orElseThrow()).isBetween(10.0, 20.0);
    }

    @Test
    void aChangeOfSpeedIsFollowed() {
        run(0, 10, t -> 100 * t);
        run(10.1, 60, t -> 1000 + 5000 * (t - 10));

        assertThat(pace.rate().orElseThrow()).isCloseTo(5000.0, within(250.0));
    }

    @Test
    void aStepBackBeginsAnew() {
        run(0, 10, t -> 1000 * t);
        run(10.1, 20, t -> 5 * (t - 10));

        assertThat(pace.rate().orElseThrow()).isCloseTo(5.0, within(1e-6));
    }

    @Test
    void theTimeLeftRunsDownBetweenReportsAndIsWithdrawnWhenItIsOver() {
        run(0, 10, t -> 10 * t);
        now += Math.round(4 * SECOND);
        assertThat(pace.remaining(150).orElseThrow()).isCloseTo(1.0, within(1e-6));

        now += Math.round(4 * SECOND);
        assertThat(pace.remaining(150)).isEmpty();
    }

    @Test
    void aFinishedTaskHasNoTimeLeft() {
        run(0, 10, t -> 10 * t);

        assertThat(pace.remaining(100).orElseThrow()).isZero();
    }

    @Test
    void aManyTimesASecondReportedTaskIsAsExact() {
        for (int i = 0; i <= 1_000_000; i++) {
            now = 17 + i * 5_000L;
            pace.take(i);
        }

        assertThat(pace.rate().orElseThrow()).isCloseTo(200_000.0, within(1.0));
    }
}
