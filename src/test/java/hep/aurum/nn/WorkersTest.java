package hep.aurum.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyTaskRunsOnceInEveryStep(int threads) {
        AtomicIntegerArray runs = new AtomicIntegerArray(7);
        try (Workers workers = Workers.of(threads)) {
            for (int step = 1; step <= 300; step++) {
                workers.run(7, runs::incrementAndGet);
                for (int i = 0; i < 7; i++) {
                    assertThat(runs.get(i)).isEqualTo(step);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void failureOfATaskReachesTheCallerAndTheWorkersGoOn(int threads) {
        AtomicIntegerArray runs = new AtomicIntegerArray(4);
        try (Workers workers = Workers.of(threads)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> workers.run(4, index -> {
                        throw new IllegalStateException("task " + index);
                    }))
                    .withMessageStartingWith("task");
            workers.run(4, runs::incrementAndGet);
        }
        for (int i = 0; i < 4; i++) {
            assertThat(runs.get(i)).isEqualTo(1);
        }
    }
}
