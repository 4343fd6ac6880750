package hep.aurum.bench.speed;

import hep.aurum.base.Check;
import java.util.Arrays;
import java.util.List;

/**
 * Say what to measure and for how long. Immutable.
 *
 * @param works what to measure, in this order
 * @param threads the number of threads
 * @param warmUp seconds of every work before its first measurement, for the just-in-time compiler
 * @param repeats the number of measurements of every work
 * @param seconds the length of a measurement
 * @param cpuTime whether to divide by the time that the thread had a processor, for machines that others use too; this takes
 *     one thread
 */
public record SpeedOptions(List<Work> works, int threads, double warmUp, int repeats, double seconds, boolean cpuTime) {

    /** Check the numbers. */
    public SpeedOptions {
        works = List.copyOf(works);
        Check.argument(threads >= 1 && threads <= 4096, "%d threads, expected 1 to 4096", threads);
        Check.argument(warmUp >= 0 && warmUp <= 600, "%s seconds to warm up, expected 0 to 600", warmUp);
        Check.argument(repeats >= 1 && repeats <= 1000, "%d repeats, expected 1 to 1000", repeats);
        Check.argument(seconds > 0 && seconds <= 600, "%s seconds a repeat, expected up to 600", seconds);
        Check.argument(!cpuTime || threads == 1, "%d threads, expected one where processor time counts", threads);
    }

    /** Return all works on one thread, two seconds to warm up and nine repeats of 0.2 seconds. */
    public static SpeedOptions withDefaults() {
        return new SpeedOptions(Arrays.asList(Work.values()), 1, 2, 9, 0.2, false);
    }

    /** Return these options with other works. */
    public SpeedOptions withWorks(List<Work> list) {
        return new SpeedOptions(list, threads, warmUp, repeats, seconds, cpuTime);
    }

    /** Return these options with another number of threads. */
    public SpeedOptions withThreads(int count) {
        return new SpeedOptions(works, count, warmUp, repeats, seconds, cpuTime);
    }

    /** Return these options with other times and another number of repeats. */
    public SpeedOptions withTimes(double warmUpSeconds, int count, double repeatSeconds) {
        return new SpeedOptions(works, threads, warmUpSeconds, count, repeatSeconds, cpuTime);
    }

    /** Return these options with processor time in place of the clock. */
    public SpeedOptions withCpuTime() {
        return new SpeedOptions(works, threads, warmUp, repeats, seconds, true);
    }
}
