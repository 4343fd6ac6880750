package hep.aurum.bench.io;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Time passes by the clock and by the processor's time of the whole process, warm. */
final class PassClock {

    /** How many passes the median is of. */
    static final int PASSES = 7;

    private static final double WARM_UP_SECONDS = 2;
    private static final int WARM_UP_PASSES = 3;

    /** A pass reads a small file several times over. */
    private static final double PASS_SECONDS = 0.2;

    private static final double BILLIONTH = 1e-9;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Warm a work up and return the median time of doing it once. */
    IoRow.Speed measure(Runnable work) {
        long perPass = warmUp(work);
        double[] seconds = new double[PASSES];
        double[] cpu = new double[PASSES];
        for (int i = 0; i < PASSES; i++) {
            long begin = System.nanoTime();
            long cpuBegin = system.getProcessCpuTime();
            for (long n = 0; n < perPass; n++) {
                work.run();
            }
            cpu[i] = BILLIONTH * (system.getProcessCpuTime() - cpuBegin) / perPass;
            seconds[i] = BILLIONTH * (System.nanoTime() - begin) / perPass;
        }
        return summary(seconds, cpu);
    }

    /** Return how often the work fits into a pass. */
    private static long warmUp(Runnable work) {
        long begin = System.nanoTime();
        double last = 0;
        for (int pass = 0; pass < WARM_UP_PASSES || BILLIONTH * (System.nanoTime() - begin) < WARM_UP_SECONDS; pass++) {
            long one = System.nanoTime();
            work.run();
            last = BILLIONTH * (System.nanoTime() - one);
        }
        return 1 + (long) (PASS_SECONDS / Math.max(last, BILLIONTH));
    }

    /** Return the medians of passes. */
    static IoRow.Speed summary(double[] seconds, double[] cpu) {
        double[] sorted = seconds.clone();
        double[] sortedCpu = cpu.clone();
        Arrays.sort(sorted);
        Arrays.sort(sortedCpu);
        double median = sorted[sorted.length / 2];
        return new IoRow.Speed(median, sortedCpu[sortedCpu.length / 2], (sorted[sorted.length - 1] - sorted[0]) / median);
    }
}
