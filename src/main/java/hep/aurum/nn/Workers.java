package hep.aurum.nn;

import hep.aurum.base.Check;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Run the tasks of one step on a fixed set of threads and wait for the last of them.
 *
 * <p>Made for steps of tens of microseconds: helpers spin for a moment between steps and park when nothing comes. The caller
 * works too. Which thread takes which task is left to chance, so a task must write only to what belongs to it; then results
 * do not depend on the number of threads. One thread at a time may call {@link #run}.
 */
public final class Workers implements AutoCloseable {

    /** Do one task. */
    @FunctionalInterface
    public interface Task {
        /**
         * Do the task of a number.
         *
         * @param index from 0 to the number of tasks less one
         */
        void run(int index);
    }

    private static final int SPINS = 2000;
    private static final Task NOTHING = index -> {};

    private final Thread[] helpers;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile Task task = NOTHING;
    private volatile int tasks;
    private volatile int step;
    private volatile boolean closed;
    private volatile Thread caller = Thread.currentThread();

    private Workers(int threads) {
        this.helpers = new Thread[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Thread(this::help, "aurum-worker-" + (i + 1));
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
    }

    /** Start workers on a number of threads, the caller's included. */
    public static Workers of(int threads) {
        Check.argument(threads >= 1 && threads <= 4096, "%d threads, expected 1 to 4096", threads);
        return new Workers(threads);
    }

    /** Return the number of threads, the caller's included. */
    public int threads() {
        return helpers.length + 1;
    }

    /**
     * Run all tasks and return when the last has ended.
     *
     * @throws RuntimeException the first failure of a task; the remaining tasks are dropped
     */
    public void run(int count, Task work) {
        if (helpers.length == 0 || count == 1) {
            for (int i = 0; i < count; i++) {
                work.run(i);
            }
            return;
        }
        caller = Thread.currentThread();
        task = work;
        tasks = count;
        next.set(0);
        busy.set(helpers.length);
        step = step + 1;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
        takeTasks();
        for (int spins = 0; busy.get() > 0; spins++) {
            pause(spins);
        }
        rethrow(failure.getAndSet(null));
    }

    private void help() {
        int done = 0;
        while (true) {
            for (int spins = 0; step == done && !closed; spins++) {
                pause(spins);
            }
            if (closed) {
                return;
            }
            done = step;
            takeTasks();
            if (busy.decrementAndGet() == 0) {
                LockSupport.unpark(caller);
            }
        }
    }

    private void takeTasks() {
        int count = tasks;
        Task work = task;
        try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                work.run(i);
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            next.set(count);
        }
    }

    private void pause(int spins) {
        if (spins < SPINS) {
            Thread.onSpinWait();
        } else {
            LockSupport.park(this);
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }

    /** End the threads. */
    @Override
    public void close() {
        closed = true;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }
}
