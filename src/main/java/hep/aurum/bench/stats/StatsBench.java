package hep.aurum.bench.stats;

import hep.aurum.base.Check;
import hep.aurum.infer.fit.Fitter;
import hep.aurum.infer.fit.Profile;
import hep.aurum.infer.test.AsymptoticTest;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.math.random.RandomStreams;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Measure fits, asymptotic tests and toys of compiled models; reading and compiling are not timed.
 *
 * <p>Every work warms up first, then is repeated in slices; the median of the slices counts. A toy is drawn from the fit of the
 * background and fitted twice, with μ free and with μ = 1, from the parent's fit.
 */
public final class StatsBench {

    private static final int SLICES = 9;
    private static final double BILLIONTH = 1e-9;

    private final double seconds;

    private StatsBench(double seconds) {
        this.seconds = seconds;
    }

    /**
     * Return a bench.
     *
     * @param seconds of every work, as much again to warm up
     */
    public static StatsBench of(double seconds) {
        Check.argument(seconds > 0.0 && seconds <= 600.0, "%s seconds, expected up to 600", seconds);
        return new StatsBench(seconds);
    }

    /** Return where the peer's numbers are from. */
    public static String source() {
        return Peer.SOURCE;
    }

    /**
     * Measure a model.
     *
     * @param name of its workspace, by which the peer's numbers are found
     * @throws hep.aurum.base.BadModel if it has no free parameter of interest
     */
    public StatsRow run(String name, BinnedModel model) {
        Profile parent = Profile.of(model, 0.0);
        double[] background = parent.conditional(0.0).point();
        RandomStreams streams = RandomStreams.of(1);
        LongConsumer toy = i -> parent.with(model.toy(background, streams.stream("toy", i)), background)
                .tMu(1.0);
        StatsRow.Time fit = time(i -> Fitter.withDefaults().fit(model));
        StatsRow.Time hypotest = time(i -> AsymptoticTest.of(model).at(1.0));
        StatsRow.Time one = time(toy);
        StatsRow.Time two = onTwoThreads(toy, one.median());
        Optional<Peer> peer = Peer.of(name);
        return new StatsRow(
                name,
                model.parameters().size(),
                model.bins(),
                fit,
                hypotest,
                one,
                two,
                peer.map(p -> p.fitSeconds() / fit.median()).orElse(Double.NaN),
                peer.map(p -> p.hypotestSeconds() / hypotest.median()).orElse(Double.NaN),
                peer.map(p -> 1.0 / (two.median() * p.toysPerSecond())).orElse(Double.NaN));
    }

    private StatsRow.Time time(LongConsumer work) {
        long count = warmUp(work);
        long perSlice = Math.max(1L, count / SLICES);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] wall = new double[SLICES];
        double[] cpu = new double[SLICES];
        for (int s = 0; s < SLICES; s++) {
            long cpuBegin = threads.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            for (long i = 0; i < perSlice; i++) {
                work.accept(s * perSlice + i);
            }
            wall[s] = BILLIONTH * (System.nanoTime() - begin) / perSlice;
            cpu[s] = BILLIONTH * (threads.getCurrentThreadCpuTime() - cpuBegin) / perSlice;
        }
        return summary(wall, cpu);
    }

    private long warmUp(LongConsumer work) {
        long begin = System.nanoTime();
        long count = 0;
        while (BILLIONTH * (System.nanoTime() - begin) < seconds || count == 0) {
            work.accept(count++);
        }
        return count;
    }

    /** Measure slices of equal work on both threads at once. */
    private StatsRow.Time onTwoThreads(LongConsumer work, double secondsEach) {
        long perThread = Math.max(1L, (long) (seconds / (SLICES * secondsEach)));
        double[] wall = new double[SLICES];
        for (int s = 0; s < SLICES; s++) {
            long first = 2L * s * perThread;
            long begin = System.nanoTime();
            Thread other = new Thread(() -> repeat(work, first + perThread, perThread), "stats-bench");
            other.start();
            repeat(work, first, perThread);
            join(other);
            wall[s] = BILLIONTH * (System.nanoTime() - begin) / (2.0 * perThread);
        }
        return summary(wall, new double[] {Double.NaN});
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        }
    }

    private static void repeat(LongConsumer work, long first, long count) {
        for (long i = first; i < first + count; i++) {
            work.accept(i);
        }
    }

    private static StatsRow.Time summary(double[] wall, double[] cpu) {
        Arrays.sort(wall);
        Arrays.sort(cpu);
        double median = wall[wall.length / 2];
        return new StatsRow.Time(median, (wall[wall.length - 1] - wall[0]) / median, cpu[cpu.length / 2]);
    }
}
