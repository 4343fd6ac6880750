package hep.aurum.jas.child;

/**
 * Say how a command ended.
 *
 * @param exitCode that of the process; of no meaning if it was cancelled
 * @param isCancelled whether it was stopped on purpose
 * @param sentence what went wrong, or an empty string
 */
public record ChildEnd(int exitCode, boolean isCancelled, String sentence) {

    /** Return whether everything was done. */
    public boolean isDone() {
        return exitCode == 0 && !isCancelled;
    }
}
