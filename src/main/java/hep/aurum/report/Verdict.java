package hep.aurum.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Hold what a study says, and how far it may be trusted.
 *
 * @param note what kind of answer it is, such as one from pseudo-data; empty for one from data
 * @param sentences the answer, in one or two sentences with numbers
 * @param numbers the numbers of the answer, large
 * @param checks reasons to believe them or not
 * @param word the verdict in a word or two
 */
public record Verdict(
        String note, List<String> sentences, List<KeyNumber> numbers, List<TrustCheck> checks, String word) {

    /** Copy the lists. */
    public Verdict {
        sentences = List.copyOf(sentences);
        numbers = List.copyOf(numbers);
        checks = List.copyOf(checks);
    }

    /** Take the word from the worst state of all checks. */
    public Verdict(String note, List<String> sentences, List<KeyNumber> numbers, List<TrustCheck> checks) {
        this(note, sentences, numbers, checks, worst(checks).word());
    }

    /** Start with the answer alone. */
    public static Verdict of(String... sentences) {
        return new Verdict("", List.of(sentences), List.of(), List.of());
    }

    /** Add a number. */
    public Verdict with(KeyNumber number) {
        return new Verdict(note, sentences, plus(numbers, number), checks);
    }

    /** Add a reason. */
    public Verdict with(TrustCheck check) {
        return new Verdict(note, sentences, numbers, plus(checks, check));
    }

    /** Return the worst state of all checks. */
    public State state() {
        return worst(checks);
    }

    private static State worst(List<TrustCheck> checks) {
        return checks.stream().map(TrustCheck::state).reduce(State.GOOD, State::and);
    }

    private static <T> List<T> plus(List<T> list, T last) {
        List<T> more = new ArrayList<>(list);
        more.add(last);
        return more;
    }
}
