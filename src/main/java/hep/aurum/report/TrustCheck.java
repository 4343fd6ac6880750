package hep.aurum.report;

/**
 * Hold one reason to believe, or not to believe, the numbers of a study.
 *
 * @param state how it ended
 * @param name what was looked at, in a few words
 * @param sentence what was found
 * @param advice what to do about it; empty where there is nothing to do
 * @param word how it ended, in a word or two
 */
public record TrustCheck(State state, String name, String sentence, String advice, String word) {

    /** Hold a reason that passed, calls for caution, or failed. */
    public TrustCheck(State state, String name, String sentence, String advice) {
        this(state, name, sentence, advice, word(state));
    }

    private static String word(State state) {
        return switch (state) {
            case GOOD -> "passed";
            case CAUTION -> "caution";
            case BAD -> "failed";
        };
    }
}
