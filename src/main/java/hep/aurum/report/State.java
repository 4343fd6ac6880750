package hep.aurum.report;

/** Say how far a result may be trusted: by a word and a sign, so that it can be read without colours. */
public enum State {
    /** Every check passed. */
    GOOD("Checks passed", "✓", "good"),
    /** Usable, with the cautions that are named. */
    CAUTION("Caution", "▲", "caution"),
    /** A check failed: the numbers are not to be used as they stand. */
    BAD("Do not use", "✕", "bad");

    private final String word;
    private final String sign;
    private final String key;

    State(String word, String sign, String key) {
        this.word = word;
        this.sign = sign;
        this.key = key;
    }

    /** Return what a reader is told. */
    public String word() {
        return word;
    }

    /** Return the sign before the word. */
    public String sign() {
        return sign;
    }

    /** Return the name of the state in the style sheet. */
    String key() {
        return key;
    }

    /** Return the worse of two states. */
    public State and(State other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
