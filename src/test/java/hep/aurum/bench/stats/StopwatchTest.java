package hep.aurum.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

class StopwatchTest {

    private static final double SECONDS = 0.05;

    /** Work that waits for a millisecond: the clock runs, the processor does not. */
    private static final LongConsumer WAIT = i -> {
        long end = System.nanoTime() + 1_000_000;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    };

    @Test
    void timeByTheClockIsNotTheProcessors() {
        StatsRow.Time time = Stopwatch.of(WAIT, SECONDS).onOne();

        assertThat(time.median()).isGreaterThanOrEqualTo(1e-3);
        assertThat(time.cpu()).isLessThan(time.median());
        assertThat(time.share()).isBetween(0.0, 0.9);
    }

    @Test
    void worksOnTwoThreadsAreCountedTogether() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Stopwatch.Pair times = Stopwatch.of(
                        i -> {
                            threads.add(Thread.currentThread());
                            WAIT.accept(i);
                        },
                        SECONDS)
                .onOneAndTwo();

        assertThat(threads).hasSizeGreaterThan(1);
        // Each work takes a millisecond at least, and two are at work.
        assertThat(times.two().median()).isGreaterThanOrEqualTo(0.5e-3);
        assertThat(times.one().median()).isGreaterThanOrEqualTo(1e-3);
    }
}
