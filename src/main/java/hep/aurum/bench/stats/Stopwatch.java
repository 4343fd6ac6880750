package hep.aurum.bench.stats;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Time a numbered work in slices, by the clock and by the processor.
 *
 * <p>The work warms up until the processor's time has settled: the best of some slices is within two hundredths of the best
 * of those before. The compiler may replace code in several stages, and a fixed time of warming up is too long for one work and
 * too short for another.
 */
final class Stopwatch {

    private static final int SLICES = 9;
    private static final int SETTLING = 4;
    private static final double SETTLED = 0.02;
    private static final double LONGEST_WARM_UP = 5.0;
    private static final double BILLIONTH = 1e-9;

    private final LongConsumer work;
    private final long perSlice;
    private long done;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    private Stopwatch(LongConsumer work, double seconds) {
        this.work = work;
        perSlice = warmUp(seconds);
    }

    /** Warm up a work for some seconds at least, and stand ready to measure it for as long. */
    static Stopwatch of(LongConsumer work, double seconds) {
        return new Stopwatch(work, seconds);
    }

    private long warmUp(double seconds) {
        double slice = seconds / (2 * SETTLING);
        long begin = System.nanoTime();
        double before = Double.POSITIVE_INFINITY;
        double best = Double.POSITIVE_INFINITY;
        for (int s = 1; ; s++) {
            best = Math.min(best, warmUpSlice(slice));
            if (s % SETTLING == 0) {
                double spent = BILLIONTH * (System.nanoTime() - begin);
                boolean isSettled = spent >= seconds && best >= (1.0 - SETTLED) * before;
                if (isSettled || spent > LONGEST_WARM_UP * seconds) {
                    return Math.max(1L, (long) (done * seconds / (spent * SLICES)));
                }
                before = best;
                best = Double.POSITIVE_INFINITY;
            }
        }
    }

    /** Work for some seconds, once at least; return the processor's seconds of each. */
    private double warmUpSlice(double seconds) {
        long cpu = threads.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        long count = 0;
        while (count == 0 || BILLIONTH * (System.nanoTime() - begin) < seconds) {
            work.accept(count++);
        }
        done += count;
        return BILLIONTH * (threads.getCurrentThreadCpuTime() - cpu) / count;
    }

    /** Measure on this thread. */
    StatsRow.Time onOne() {
        double[] wall = new double[SLICES];
        double[] cpu = new double[SLICES];
        for (int s = 0; s < SLICES; s++) {
            measureOnOne(s, wall, cpu);
        }
        return summary(wall, cpu, 1);
    }

    /** Measure on this thread, and on this and another one at once, in turns: what slows the machine slows both. */
    Pair onOneAndTwo() {
        double[] wall = new double[SLICES];
        double[] cpu = new double[SLICES];
        double[] wallOfTwo = new double[SLICES];
        double[] cpuOfTwo = new double[SLICES];
        for (int s = 0; s < SLICES; s++) {
            measureOnOne(s, wall, cpu);
            measureOnTwo(s, wallOfTwo, cpuOfTwo);
        }
        return new Pair(summary(wall, cpu, 1), summary(wallOfTwo, cpuOfTwo, 2));
    }

    private void measureOnOne(int s, double[] wall, double[] cpu) {
        long begin = System.nanoTime();
        double seconds = repeat(s * perSlice);
        wall[s] = BILLIONTH * (System.nanoTime() - begin) / perSlice;
        cpu[s] = seconds / perSlice;
    }

    private void measureOnTwo(int s, double[] wall, double[] cpu) {
        long first = 2L * s * perSlice;
        double[] seconds = new double[1];
        long begin = System.nanoTime();
        Thread other = new Thread(() -> seconds[0] = repeat(first + perSlice), "stats-bench");
        other.start();
        double mine = repeat(first);
        join(other);
        wall[s] = BILLIONTH * (System.nanoTime() - begin) / (2.0 * perSlice);
        cpu[s] = (mine + seconds[0]) / (2.0 * perSlice);
    }

    /** Work through a slice and return the seconds that the processor spent on this thread. */
    private double repeat(long first) {
        long cpu = threads.getCurrentThreadCpuTime();
        for (long i = first; i < first + perSlice; i++) {
            work.accept(i);
        }
        return BILLIONTH * (threads.getCurrentThreadCpuTime() - cpu);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        }
    }

    private static StatsRow.Time summary(double[] wall, double[] cpu, int threads) {
        double share = Arrays.stream(cpu).sum() / (threads * Arrays.stream(wall).sum());
        Arrays.sort(wall);
        Arrays.sort(cpu);
        double median = wall[SLICES / 2];
        return new StatsRow.Time(median, (wall[SLICES - 1] - wall[0]) / median, cpu[SLICES / 2], share);
    }

    /** Hold the times of a work on one thread, and on two. */
    record Pair(StatsRow.Time one, StatsRow.Time two) {}
}
