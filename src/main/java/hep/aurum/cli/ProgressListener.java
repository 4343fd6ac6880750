package hep.aurum.cli;

import hep.aurum.base.Progress;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Follow the tasks that report and show the latest one.
 *
 * <p>A task that has begun is shown now and then even if it reports nothing, with the time that has passed. Closing
 * leaves the cursor at the start of a line; so does the end of the process by a signal.
 */
abstract class ProgressListener implements Progress, AutoCloseable {

    private static final long TICK_MILLIS = 200;
    private static final int MOST_TASKS = 64;

    private final PrintStream out;
    private final LongSupplier nanos;
    private final long start;
    private final Map<String, RunningTask> running = new LinkedHashMap<>();
    private @Nullable ScheduledExecutorService ticker;
    private @Nullable Thread hook;
    private boolean closed;

    ProgressListener(PrintStream out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /** Show a task, if it is time to. */
    abstract void show(RunningTask task, double now);

    /** Show that a task is finished. */
    abstract void end(RunningTask task, double now);

    /** Leave a clean line behind. */
    void leave() {}

    /** Take away what is drawn and not finished. */
    void clear() {}

    /** Print a line of the result while the work goes on. */
    final synchronized void result(String line) {
        clear();
        System.out.println(line);
    }

    /** Begin to look at the tasks regularly, and take care of the line if the process is stopped. */
    ProgressListener watch() {
        ScheduledExecutorService service = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "aurum-progress");
            thread.setDaemon(true);
            return thread;
        });
        service.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        ticker = service;
        Thread atEnd = new Thread(this::finish, "aurum-progress-end");
        Runtime.getRuntime().addShutdownHook(atEnd);
        hook = atEnd;
        return this;
    }

    @Override
    public void report(String task, double fraction) {
        synchronized (this) {
            RunningTask state = task(task);
            state.take(fraction);
            next(state);
        }
    }

    @Override
    public void report(String task, long done, long total, String unit) {
        synchronized (this) {
            RunningTask state = task(task);
            state.take(done, total, unit);
            next(state);
        }
    }

    /** Find a task and make it the latest. */
    private RunningTask task(String name) {
        RunningTask known = running.remove(name);
        RunningTask state = known == null ? new RunningTask(name, nanos) : known;
        running.put(name, state);
        if (running.size() > MOST_TASKS) {
            running.remove(running.keySet().iterator().next());
        }
        return state;
    }

    private void next(RunningTask state) {
        if (closed) {
            return;
        }
        if (state.isFinished()) {
            running.remove(state.name());
            end(state, now());
        } else {
            show(state, now());
        }
    }

    /** Show the latest task again: time passes even if nothing is reported. */
    synchronized void tick() {
        RunningTask latest = null;
        for (RunningTask task : running.values()) {
            latest = task;
        }
        if (latest != null && !closed) {
            show(latest, now());
        }
    }

    private double now() {
        return 1e-9 * (nanos.getAsLong() - start);
    }

    /** Write at once. */
    final void write(String text) {
        out.print(text);
        out.flush();
    }

    private synchronized void finish() {
        if (!closed) {
            closed = true;
            leave();
        }
    }

    @Override
    public void close() {
        finish();
        if (ticker != null) {
            ticker.shutdownNow();
        }
        if (hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is being stopped, and the hook has run or will find nothing to do.
                return;
            }
        }
    }
}
