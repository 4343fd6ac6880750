package hep.aurum.base;

import java.util.function.DoubleSupplier;

/**
 * Tell a listener how far the reading of a file has come, from the number of events or rows and the part of the file that
 * they took.
 *
 * <p>The total is extrapolated from that part, so that a listener can tell both the rate in events and the time that is
 * left. The clock is looked at about every two milliseconds, however fast the events come. For one thread.
 */
public final class ReadingProgress {

    private static final long INTERVAL_NANOS = 50_000_000L;
    private static final long LOOK_NANOS = 2_000_000L;
    private static final int LONGEST_STRIDE = 1 << 16;

    private final Progress progress;
    private final String task;
    private final String unit;
    private final long most;
    private final DoubleSupplier fraction;
    private long count;
    private long looked;
    private long told;
    private long stride = 1;
    private long next = 1;

    private ReadingProgress(Progress progress, String task, String unit, long most, DoubleSupplier fraction) {
        this.progress = progress;
        this.task = task;
        this.unit = unit;
        this.most = most;
        this.fraction = fraction;
        this.looked = System.nanoTime();
        this.told = looked;
    }

    /**
     * Say that reading begins.
     *
     * @param progress who is told
     * @param task what is being done, in a few words
     * @param unit the plural of what is counted
     * @param most how many are wanted at most; {@code Long.MAX_VALUE} for all
     * @param fraction the part of the file that was read; NaN if nobody knows
     */
    public static ReadingProgress of(Progress progress, String task, String unit, long most, DoubleSupplier fraction) {
        progress.report(task, 0, 0, unit);
        return new ReadingProgress(progress, task, unit, most, fraction);
    }

    /** Count one more. */
    public void add() {
        add(1);
    }

    /** Count some more. */
    public void add(long more) {
        count += more;
        if (count >= next) {
            look();
        }
    }

    private void look() {
        long now = System.nanoTime();
        stride = now - looked < LOOK_NANOS ? Math.min(LONGEST_STRIDE, 2 * stride) : Math.max(1, stride / 2);
        looked = now;
        next = count + stride;
        if (now - told >= INTERVAL_NANOS) {
            told = now;
            progress.report(task, count, total(), unit);
        }
    }

    private long total() {
        double part = fraction.getAsDouble();
        if (!(part > 0.0)) {
            return most == Long.MAX_VALUE ? 0 : Math.max(count + 1, most);
        }
        // What is read ahead makes the part a little too large: one more is left as long as there is no end.
        return Math.max(count + 1, Math.min(most, Math.round(count / part)));
    }

    /** Say that reading has ended. */
    public void finish() {
        if (count > 0) {
            progress.report(task, count, count, unit);
        } else {
            progress.report(task, 1.0);
        }
    }
}
