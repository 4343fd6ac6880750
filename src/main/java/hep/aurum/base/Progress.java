package hep.aurum.base;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Listen to how far a long task has come.
 *
 * <p>A task says that it begins with a report of nothing done, and that it is finished with a report of all of it. A
 * listener is told from one thread at a time; who works on many uses a {@link Tally}.
 */
@FunctionalInterface
public interface Progress {

    /** A listener that does not care. */
    Progress NONE = (task, fraction) -> {};

    /**
     * Take note of the state of a task.
     *
     * @param task what is being done, in a few words
     * @param fraction the part that is done, from 0 to 1; NaN if nobody knows
     */
    void report(String task, double fraction);

    /**
     * Take note of the state of a task whose work is counted, so that a listener can say how many a second.
     *
     * @param task what is being done, in a few words
     * @param done how many are done
     * @param total how many there are; 0 or less if nobody knows. The last report has {@code total} equal to
     *     {@code done}
     * @param unit the plural of what is counted, such as "events"; "B" counts bytes
     */
    default void report(String task, long done, long total, String unit) {
        report(task, fraction(done, total));
    }

    /** Return {@code done / total}, from 0 to 1, or NaN if the total is not known. */
    static double fraction(long done, long total) {
        return total <= 0 ? Double.NaN : Math.min(1.0, Math.max(0.0, (double) done / total));
    }

    /** Do work that cannot tell how far it has come: a listener can show that it runs, and for how long. */
    default <T> T during(String task, Supplier<T> work) {
        report(task, Double.NaN);
        T result = work.get();
        report(task, 1.0);
        return result;
    }

    /** Return a listener that tells this one of tasks under other names. */
    default Progress renamed(UnaryOperator<String> name) {
        Progress outer = this;
        return new Progress() {
            @Override
            public void report(String task, double fraction) {
                outer.report(name.apply(task), fraction);
            }

            @Override
            public void report(String task, long done, long total, String unit) {
                outer.report(name.apply(task), done, total, unit);
            }
        };
    }

    /** Return a listener for one stage of a task: what it hears from 0 to 1 is told as {@code from} to {@code to}. */
    default Progress between(double from, double to) {
        return (task, fraction) -> report(task, from + (to - from) * fraction);
    }
}
