package hep.aurum.cli;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/** Show nothing. */
final class NoProgress extends ProgressListener {

    NoProgress(PrintStream out, LongSupplier nanos) {
        super(out, nanos);
    }

    @Override
    ProgressListener watch() {
        return this;
    }

    @Override
    public void report(String task, double fraction) {
        // Nobody looks.
    }

    @Override
    public void report(String task, long done, long total, String unit) {
        // Nobody looks.
    }

    @Override
    void show(RunningTask task, double now) {
        // Nobody looks.
    }

    @Override
    void end(RunningTask task, double now) {
        // Nobody looks.
    }
}
