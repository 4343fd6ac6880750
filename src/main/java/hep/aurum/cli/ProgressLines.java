package hep.aurum.cli;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/**
 * Write one {@link hep.aurum.base.ProgressRecord} a line for a parent process: when a task begins, five times a second at most
 * while it runs, and when it is finished.
 */
final class ProgressLines extends ProgressListener {

    private static final double INTERVAL = 0.2;

    ProgressLines(PrintStream out, LongSupplier nanos) {
        super(out, nanos);
    }

    @Override
    void show(RunningTask task, double now) {
        if (task.isDue(now, INTERVAL)) {
            end(task, now);
        }
    }

    @Override
    void end(RunningTask task, double now) {
        write(task.snapshot().toJson() + "\n");
    }
}
