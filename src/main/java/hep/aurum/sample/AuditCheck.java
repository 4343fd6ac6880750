package hep.aurum.sample;

/**
 * Hold the outcome of one check of the labels.
 *
 * @param name what was checked, in a few words
 * @param outcome whether it passed
 * @param value the number that was looked at
 * @param threshold the bound that it was held against
 * @param sentence what the number means, in one sentence
 */
public record AuditCheck(String name, Outcome outcome, double value, double threshold, String sentence) {

    /** Say how a check ended. */
    public enum Outcome {
        /** As it should be. */
        PASS,
        /** Usable, with the caution that the sentence gives. */
        WARN,
        /** Wrong: nothing may be trained on these labels. */
        FAIL
    }

    static AuditCheck of(String name, boolean passes, double value, double threshold, String sentence) {
        return new AuditCheck(name, passes ? Outcome.PASS : Outcome.FAIL, value, threshold, sentence);
    }

    /** Return whether the check failed. */
    public boolean isFailure() {
        return outcome == Outcome.FAIL;
    }
}
