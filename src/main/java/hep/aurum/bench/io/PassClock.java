package hep.aurum.bench.io;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Time passes, of which a small file gets several readings, by the clock and by the processor's time of the whole process, warm. */
final class PassClock {

    /** How many passes the median is of. */
    static final int PASSES = 7;

    /** Warming up in seconds of a measurement by the clock, which ends it on a machine that is very busy. */
    private static final double LONGEST_WARM_UP = 10;

    private static final double BILLIONTH = 1e-9;

    private final double seconds;
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /**
     * Create a clock.
     *
     * @param seconds of all passes together, at least; warming up takes twice as many of the processor's, so that on a busy
     *     machine the compiler gets as far as on a quiet one
     */
    PassClock(double seconds) {
        this.seconds = seconds;
    }

    /** Warm a work up and return the median time of doing it once. */
    IoRow.Speed measure(Runnable work) {
        long perPass = warmUp(work);
        double[] wall = new double[PASSES];
        double[] cpu = new double[PASSES];
        for (int i = 0; i < PASSES; i++) {
            long begin = System.nanoTime();
            long cpuBegin = system.getProcessCpuTime();
            for (long n = 0; n < perPass; n++) {
                work.run();
            }
            cpu[i] = BILLIONTH * (system.getProcessCpuTime() - cpuBegin) / perPass;
            wall[i] = BILLIONTH * (System.nanoTime() - begin) / perPass;
        }
        return summary(wall, cpu);
    }

    /** Return how often the work fits into a pass. */
    private long warmUp(Runnable work) {
        long begin = System.nanoTime();
        long cpuBegin = system.getProcessCpuTime();
        double best = Double.MAX_VALUE;
        do {
            long one = System.nanoTime();
            work.run();
            best = Math.min(best, BILLIONTH * (System.nanoTime() - one));
        } while (BILLIONTH * (system.getProcessCpuTime() - cpuBegin) < 2 * seconds
                && BILLIONTH * (System.nanoTime() - begin) < LONGEST_WARM_UP * seconds);
        return 1 + (long) (seconds / PASSES / Math.max(best, BILLIONTH));
    }

    /** Return the medians of passes. */
    static IoRow.Speed summary(double[] wall, double[] cpu) {
        double[] sorted = wall.clone();
        double[] sortedCpu = cpu.clone();
        Arrays.sort(sorted);
        Arrays.sort(sortedCpu);
        double median = sorted[sorted.length / 2];
        return new IoRow.Speed(
                median, sortedCpu[sortedCpu.length / 2], (sorted[sorted.length - 1] - sorted[0]) / median);
    }
}
