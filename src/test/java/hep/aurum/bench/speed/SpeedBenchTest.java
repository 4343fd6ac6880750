package hep.aurum.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.NotFound;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedBenchTest {

    @Test
    void operationsAreThoseOfTheReferenceNetworks() {
        assertThat(Work.W1_128.operations()).isEqualTo(124_600);
        assertThat(Work.W2_1024.operations()).isCloseTo(246e3, within(0.5e3));
        assertThat(Work.W3_1024.operations()).isCloseTo(3.16e6, within(0.005e6));
        assertThat(Work.W4.operations()).isEqualTo(42_200);
    }

    @Test
    void everyWorkThatWasAskedForIsMeasured() {
        List<Work> works = List.of(Work.W2_128, Work.W4);
        SpeedOptions options = SpeedOptions.withDefaults().withWorks(works).withThreads(2);

        SpeedResult result = SpeedBench.run(options.withTimes(0, 3, 0.001));

        assertThat(result.works()).extracting(WorkSpeed::work).isEqualTo(works);
        assertThat(result.peakGflops()).isPositive();
        for (WorkSpeed speed : result.works()) {
            assertThat(speed.samplesPerSecond()).isPositive().isLessThanOrEqualTo(speed.best());
            assertThat(speed.gflops())
                    .isEqualTo(1e-9 * speed.samplesPerSecond() * speed.work().operations());
            assertThat(speed.peakFraction()).isEqualTo(speed.gflops() / result.peakGflops());
            assertThat(speed.spread()).isNotNegative();
        }
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> result.of(Work.W1_128));
    }
}
