package hep.aurum.bench.speed;

/**
 * Hold what was measured of one work. Immutable.
 *
 * @param work what was done
 * @param samplesPerSecond the median of the repeats: samples trained on, or evaluations for {@link Work#W4}
 * @param gflops the useful operations of that, in 10^9 a second
 * @param peakFraction {@code gflops} over the peak of as many threads
 * @param best the fastest repeat in samples a second: what a quiet machine would give
 * @param spread the distance of the slowest from the fastest repeat over the median
 */
public record WorkSpeed(
        Work work, double samplesPerSecond, double gflops, double peakFraction, double best, double spread) {}
