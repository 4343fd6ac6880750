package hep.aurum.bench.speed;

import hep.aurum.base.NotFound;
import java.util.List;

/**
 * Hold what a {@link SpeedBench} measured. Immutable.
 *
 * @param threads the number of threads
 * @param kernels what multiplied: {@code vector} or {@code plain}
 * @param peakGflops fused multiply-adds on registers on all threads, median of the repeats, in 10^9 operations a second
 * @param works what was measured, in the order of the options
 */
public record SpeedResult(int threads, String kernels, double peakGflops, List<WorkSpeed> works) {

    /** Copy the list. */
    public SpeedResult {
        works = List.copyOf(works);
    }

    /**
     * Return what was measured of a work.
     *
     * @throws NotFound if it was not among the options
     */
    public WorkSpeed of(Work work) {
        return works.stream()
                .filter(speed -> speed.work() == work)
                .findFirst()
                .orElseThrow(() -> new NotFound("no speed of " + work, "", "ask for it in the options"));
    }
}
