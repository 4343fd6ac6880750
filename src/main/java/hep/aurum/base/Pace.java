package hep.aurum.base;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * Tell how fast a task goes and when it will be finished, from what it reports now and then.
 *
 * <p>The rate is an average in which older work counts less: with the memory \(\tau\), work that is \(t\) old has the
 * weight \(e^{-t/\tau}\), and so has the time that it took, so that a steady task has its exact rate from the start.
 * The memory is a quarter of the time since the start, 10 s at least. What is done when the task is first heard of, for
 * instance results kept from an earlier run, is no work. A sudden jump counts as no more than ten times the rate so
 * far, and a step back begins anew. There is no estimate before a second has passed.
 */
public final class Pace {

    private static final double BILLIONTH = 1e-9;
    private static final double SHORTEST_STEP = 0.1;
    private static final double FIRST_ESTIMATE = 1.0;
    private static final double SHORTEST_MEMORY = 10.0;
    private static final double MEMORY_SHARE = 0.25;
    private static final double JUMP = 10.0;

    private final LongSupplier nanos;
    private final long start;
    private boolean heard;
    private double first;
    private double last;
    private double lastSeconds;
    private double latest;
    private double work;
    private double time;

    /**
     * Begin to watch a task.
     *
     * @param nanos a clock in nanoseconds of any origin, such as {@code System::nanoTime}
     */
    public Pace(LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /**
     * Take note of how much is done.
     *
     * @param done in any unit, the same in every call; NaN is passed over
     */
    public void take(double done) {
        if (Double.isNaN(done)) {
            return;
        }
        double now = seconds();
        latest = done;
        if (!heard || done < last) {
            begin(done, now);
        } else if (now - lastSeconds >= SHORTEST_STEP) {
            step(done, now);
        }
    }

    private void begin(double done, double now) {
        heard = true;
        first = done;
        last = done;
        lastSeconds = now;
        work = 0.0;
        time = 0.0;
    }

    private void step(double done, double now) {
        double spent = now - lastSeconds;
        double moved = done - last;
        if (work > 0.0 && time >= FIRST_ESTIMATE) {
            moved = Math.min(moved, JUMP * spent * work / time);
        }
        double kept = StrictMath.exp(-spent / Math.max(SHORTEST_MEMORY, MEMORY_SHARE * now));
        work = kept * work + moved;
        time = kept * time + spent;
        last = done;
        lastSeconds = now;
    }

    /** Return the seconds since the start. */
    public double seconds() {
        return BILLIONTH * (nanos.getAsLong() - start);
    }

    /** Return how much is done a second, or nothing if too little is known. */
    public OptionalDouble rate() {
        return time >= FIRST_ESTIMATE && work > 0.0 ? OptionalDouble.of(work / time) : OptionalDouble.empty();
    }

    /** Return how much was done a second from the start to now, without what was done before; 0 for no time. */
    public double meanRate() {
        double now = seconds();
        return now > 0.0 ? Math.max(0.0, latest - first) / now : 0.0;
    }

    /**
     * Return the seconds until all is done, or nothing if too little is known or the task is later than it promised.
     *
     * @param total all of it, in the unit of {@link #take}; NaN or infinite if nobody knows
     */
    public OptionalDouble remaining(double total) {
        OptionalDouble rate = rate();
        if (rate.isEmpty() || !(Math.abs(total) < Double.POSITIVE_INFINITY)) {
            return OptionalDouble.empty();
        }
        double left = (total - last) / rate.getAsDouble() - (seconds() - lastSeconds);
        return latest >= total ? OptionalDouble.of(0.0) : left > 0.0 ? OptionalDouble.of(left) : OptionalDouble.empty();
    }
}
