package hep.aurum.base;

import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Count what many threads have done, and tell a listener now and then.
 *
 * <p>Counting is one addition and one look at the clock; a listener hears at most twenty times a second, in order, and
 * never from two threads at once. No thread waits for another one's report.
 */
public final class Tally {

    private static final long INTERVAL_NANOS = 50_000_000L;

    private final Progress progress;
    private final String task;
    private long total;
    private final String unit;
    private final LongAdder count = new LongAdder();
    private final ReentrantLock telling = new ReentrantLock();
    private volatile long next;

    private Tally(Progress progress, String task, long total, String unit) {
        this.progress = progress;
        this.task = task;
        this.total = total;
        this.unit = unit;
        this.next = System.nanoTime() + INTERVAL_NANOS;
    }

    /**
     * Say that a task begins.
     *
     * @param progress who is told
     * @param task what is being done, in a few words
     * @param total how many there are; 0 or less if nobody knows
     * @param unit the plural of what is counted
     */
    public static Tally of(Progress progress, String task, long total, String unit) {
        progress.report(task, 0, total, unit);
        return new Tally(progress, task, total, unit);
    }

    /** Announce more work, or less of it if the number is negative; from any thread. */
    public void expect(long more) {
        telling.lock();
        try {
            total += more;
        } finally {
            telling.unlock();
        }
    }

    /** Count some more; from any thread. */
    public void add(long more) {
        count.add(more);
        if (System.nanoTime() - next >= 0 && telling.tryLock()) {
            try {
                tell();
            } finally {
                telling.unlock();
            }
        }
    }

    private void tell() {
        long now = System.nanoTime();
        if (now - next >= 0) {
            next = now + INTERVAL_NANOS;
            long done = count.sum();
            // All of it is said once, by finish.
            if (total <= 0 || done < total) {
                progress.report(task, done, total, unit);
            }
        }
    }

    /** Say that the task is finished. */
    public void finish() {
        telling.lock();
        try {
            long done = count.sum();
            if (done == 0) {
                progress.report(task, 1.0);
            } else {
                progress.report(task, done, done, unit);
            }
        } finally {
            telling.unlock();
        }
    }
}
