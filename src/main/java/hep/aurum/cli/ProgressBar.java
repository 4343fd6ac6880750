package hep.aurum.cli;

import hep.aurum.base.Progress;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Draw the progress of a task on standard error: a bar that is redrawn on a terminal, one line per finished task
 * elsewhere.
 */
final class ProgressBar implements Progress {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private String task = "";
    private int shown = -1;

    ProgressBar(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Return the bar for this process, or a silent one. */
    static Progress standard(boolean quiet) {
        return quiet ? Progress.NONE : new ProgressBar(System.err, System.console() != null);
    }

    @Override
    public synchronized void report(String newTask, double fraction) {
        int percent = (int) Math.min(100, Math.max(0, Math.floor(100 * fraction)));
        boolean sameTask = newTask.equals(task);
        if (sameTask && percent == shown) {
            return;
        }
        if (terminal) {
            redraw(newTask, percent);
        } else if (percent == 100 && !(sameTask && shown == 100)) {
            out.println("  " + newTask + " ... done");
        }
        task = newTask;
        shown = percent;
    }

    private void redraw(String newTask, int percent) {
        int filled = WIDTH * percent / 100;
        out.printf(
                Locale.ROOT,
                "\r  %-44s [%s%s] %3d%%",
                newTask,
                "=".repeat(filled),
                " ".repeat(WIDTH - filled),
                percent);
        if (percent == 100) {
            out.println();
        }
        out.flush();
    }
}
