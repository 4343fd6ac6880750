package hep.aurum.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Write whole lines, for a file or a batch system: one when a task is finished, and one when nothing was written for
 * ten seconds. Tasks shorter than a second have no line of their own.
 */
final class ProgressLog extends ProgressListener {

    private static final double FIRST = 1.0;
    private static final double INTERVAL = 10.0;

    private double written;

    ProgressLog(PrintStream out, LongSupplier nanos) {
        super(out, nanos);
    }

    @Override
    void show(RunningTask task, double now) {
        if (now - written >= INTERVAL - RunningTask.ROUNDING) {
            written = now;
            String percent = Double.isNaN(task.fraction())
                    ? ""
                    : String.format(Locale.ROOT, "%d%%  ", (int) Math.floor(100.0 * task.fraction()));
            write("  " + ProgressText.plain(task.name()) + "  " + percent + ProgressText.state(task) + "\n");
        }
    }

    @Override
    void end(RunningTask task, double now) {
        if (task.isMessage()) {
            write("  " + ProgressText.plain(task.name()) + "\n");
        } else if (task.seconds() >= FIRST) {
            written = now;
            write("  " + ProgressText.plain(task.name()) + "  " + ProgressText.done(task) + "\n");
        }
    }
}
