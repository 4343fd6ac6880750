package hep.aurum.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Redraw one line on a terminal: task, bar, percent, rate, time left.
 *
 * <p>The line is drawn once a second has passed, ten times a second at most. A task that took a second leaves a line
 * when it is finished; shorter ones follow one another in the same line. A line is redrawn by going back to its start and padding with blanks, which every terminal can do.
 */
final class ProgressBar extends ProgressListener {

    private static final double FIRST = 1.0;
    private static final double INTERVAL = 0.1;
    private static final int LONGEST_BAR = 30;
    private static final int SHORTEST_BAR = 8;
    private static final int SHORTEST_NAME = 12;

    private final int columns;
    private int drawn;
    private double drawnAt = Double.NEGATIVE_INFINITY;
    private double endedAt;

    ProgressBar(PrintStream out, LongSupplier nanos, int columns) {
        super(out, nanos);
        this.columns = columns;
    }

    @Override
    void show(RunningTask task, double now) {
        if ((drawn > 0 || now - endedAt >= FIRST) && now - drawnAt >= INTERVAL - RunningTask.ROUNDING) {
            drawnAt = now;
            redraw(line(task), "");
        }
    }

    @Override
    void end(RunningTask task, double now) {
        if (task.isMessage() || task.seconds() >= FIRST) {
            String state = task.isMessage() ? "" : "  " + ProgressText.done(task);
            redraw(fit("  ", ProgressText.plain(task.name()), state), "\n");
            drawn = 0;
            endedAt = now;
        }
    }

    @Override
    void leave() {
        if (drawn > 0) {
            write("\n");
            drawn = 0;
        }
    }

    @Override
    void clear() {
        if (drawn > 0) {
            write("\r" + " ".repeat(drawn) + "\r");
            drawn = 0;
        }
    }

    private void redraw(String line, String end) {
        write("\r" + line + " ".repeat(Math.max(0, drawn - line.length())) + end);
        drawn = line.length();
    }

    private String line(RunningTask task) {
        String state = "  " + ProgressText.state(task);
        if (!Double.isNaN(task.fraction())) {
            state = String.format(Locale.ROOT, " %3d%%", (int) Math.floor(100.0 * task.fraction())) + state;
            int room = columns - 1 - 2 - Math.min(SHORTEST_NAME, task.name().length()) - state.length() - 3;
            int longest = columns - 1 - 2 - task.name().length() - state.length() - 3;
            int width = Math.max(Math.min(SHORTEST_BAR, room), Math.min(LONGEST_BAR, longest));
            state = width < SHORTEST_BAR ? state : " [" + bar(task.fraction(), width) + "]" + state;
        }
        return fit("  ", ProgressText.plain(task.name()), state);
    }

    private static String bar(double fraction, int width) {
        int filled = (int) Math.floor(width * fraction);
        return "=".repeat(filled) + " ".repeat(width - filled);
    }

    /** Shorten the name, and then everything, so that the line is not broken in two. */
    private String fit(String margin, String name, String state) {
        int room = columns - 1 - margin.length() - state.length();
        String shorter = name.length() <= room ? name : shorten(name, Math.max(room, SHORTEST_NAME));
        String line = margin + shorter + state;
        return line.length() < columns ? line : line.substring(0, Math.max(0, columns - 1));
    }

    /** Keep both ends: names begin with the work and end with the file. */
    private static String shorten(String name, int length) {
        if (name.length() <= length) {
            return name;
        }
        int head = (length - 3) / 2;
        return name.substring(0, head) + "..." + name.substring(name.length() - (length - 3 - head));
    }
}
