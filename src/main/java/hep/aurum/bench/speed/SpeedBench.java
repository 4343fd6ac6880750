package hep.aurum.bench.speed;

import hep.aurum.base.Progress;
import hep.aurum.base.Tally;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.nn.Workers;
import hep.aurum.nn.kernel.Kernels;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Measure the speed of training and evaluation.
 *
 * <p>Every work warms up before the first measurement. A repeat then measures the processor's peak and every work once, so
 * that a change of the clock frequency or a neighbour on the machine meets all of them alike.
 */
public final class SpeedBench {

    private SpeedBench() {}

    /** Measure. */
    public static SpeedResult run(SpeedOptions options) {
        return run(options, Progress.NONE);
    }

    /** Measure in the same way, and tell how many measurements are done. */
    public static SpeedResult run(SpeedOptions options, Progress progress) {
        long measurements = (1L + options.works().size()) * (1L + options.repeats());
        Tally tally = Tally.of(progress, "measuring", measurements, "measurements");
        LongSupplier clock =
                options.cpuTime() ? ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime : System::nanoTime;
        try (Workers workers = Workers.of(options.threads())) {
            SpeedData data = SpeedData.draw();
            List<Load> loads = new ArrayList<>();
            loads.add(new PeakLoad(workers));
            for (Work work : options.works()) {
                loads.add(load(work, data, workers));
            }
            for (Load load : loads) {
                samplesPerSecond(load, options.warmUp(), clock);
                tally.add(1);
            }
            double[][] speeds = new double[loads.size()][options.repeats()];
            for (int r = 0; r < options.repeats(); r++) {
                for (int i = 0; i < speeds.length; i++) {
                    speeds[i][r] = samplesPerSecond(loads.get(i), options.seconds(), clock);
                    tally.add(1);
                }
            }
            tally.finish();
            return summarise(options, speeds);
        }
    }

    static Load load(Work work, SpeedData data, Workers workers) {
        NetworkWeights weights = NetworkWeights.random(work.shape(), RandomStreams.of(7).stream("weights", 0));
        return work.batch() == 0
                ? new EvaluationLoad(weights, data, workers)
                : new TrainingLoad(weights, work.usesScore(), work.batch(), data, workers);
    }

    private static double samplesPerSecond(Load load, double seconds, LongSupplier clock) {
        long begin = clock.getAsLong();
        long samples = 0;
        double spent = 0;
        while (spent < seconds || samples == 0) {
            samples += load.run();
            spent = 1e-9 * (clock.getAsLong() - begin);
        }
        return samples / spent;
    }

    private static SpeedResult summarise(SpeedOptions options, double[][] speeds) {
        for (double[] repeats : speeds) {
            Arrays.sort(repeats);
        }
        // A sample of the peak is 10^3 operations.
        double peak = 1e-6 * median(speeds[0]);
        List<WorkSpeed> works = new ArrayList<>();
        for (int i = 1; i < speeds.length; i++) {
            Work work = options.works().get(i - 1);
            double[] sorted = speeds[i];
            double median = median(sorted);
            double gflops = 1e-9 * median * work.operations();
            double best = sorted[sorted.length - 1];
            works.add(new WorkSpeed(work, median, gflops, gflops / peak, best, (best - sorted[0]) / median));
        }
        return new SpeedResult(options.threads(), Kernels.best().name(), peak, works);
    }

    private static double median(double[] sorted) {
        int n = sorted.length;
        return 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
    }
}
