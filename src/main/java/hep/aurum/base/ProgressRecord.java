package hep.aurum.base;

import java.util.Locale;
import java.util.Optional;

/**
 * Hold one report of progress, as one process writes it for another.
 *
 * <p>Its text is one line of JSON with exactly these members in this order, numbers in their shortest form:
 *
 * <pre>{@code
 * {"task":"reading a.lhe","fraction":0.25,"done":5000,"total":20000,"unit":"events","seconds":1.5}
 * }</pre>
 *
 * <p>{@code fraction} is {@code null} if nobody knows; {@code done} and {@code total} are {@code null} if the work is
 * not counted, {@code total} alone if nobody knows it. A task is finished when {@code fraction} is 1. Lines that are
 * something else, a warning for instance, parse to nothing.
 *
 * @param task what is being done
 * @param fraction the part that is done, from 0 to 1; NaN if nobody knows
 * @param done how many are done; -1 if they are not counted
 * @param total how many there are; 0 if nobody knows, -1 if they are not counted
 * @param unit what is counted; empty if nothing is
 * @param seconds the time since the task began
 */
public record ProgressRecord(String task, double fraction, long done, long total, String unit, double seconds) {

    private static final int LONGEST_LINE = 10_000;

    /** Return the report of a task that is not counted. */
    public static ProgressRecord of(String task, double fraction, double seconds) {
        return new ProgressRecord(task, fraction, -1, -1, "", seconds);
    }

    /** Return the report of a task that is counted; a total of 0 or less is not known. */
    public static ProgressRecord of(String task, long done, long total, String unit, double seconds) {
        return new ProgressRecord(
                task, Progress.fraction(done, total), Math.max(0, done), Math.max(0, total), unit, seconds);
    }

    /** Return whether there is a count beside the fraction. */
    public boolean isCounted() {
        return done >= 0;
    }

    /** Return whether the task is finished. */
    public boolean isFinished() {
        return fraction >= 1.0;
    }

    /** Tell a listener in this process what the other one reported. */
    public void tell(Progress progress) {
        if (isCounted()) {
            progress.report(task, done, total, unit);
        } else {
            progress.report(task, fraction);
        }
    }

    /** Return one line of JSON, without an end of line. */
    public String toJson() {
        StringBuilder text = new StringBuilder(128).append("{\"task\":");
        ProgressText.quote(text, task);
        text.append(",\"fraction\":").append(Double.isFinite(fraction) ? Double.toString(fraction) : "null");
        text.append(",\"done\":").append(done < 0 ? "null" : Long.toString(done));
        text.append(",\"total\":").append(total <= 0 ? "null" : Long.toString(total));
        text.append(",\"unit\":");
        ProgressText.quote(text, unit);
        text.append(",\"seconds\":").append(String.format(Locale.ROOT, "%.3f", seconds));
        return text.append('}').toString();
    }

    /** Read a line that {@link #toJson} wrote; anything else gives nothing. */
    public static Optional<ProgressRecord> parse(String line) {
        return line.length() > LONGEST_LINE ? Optional.empty() : new ProgressText(line).read();
    }
}
