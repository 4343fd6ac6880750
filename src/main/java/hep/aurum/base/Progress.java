package hep.aurum.base;

/** Listen to how far a long task has come. */
@FunctionalInterface
public interface Progress {

    /** A listener that does not care. */
    Progress NONE = (task, fraction) -> {};

    /**
     * Take note of the state of a task.
     *
     * @param task what is being done, in a few words
     * @param fraction the part that is done, from 0 to 1
     */
    void report(String task, double fraction);
}
