package hep.aurum.report;

/**
 * Hold one reason to believe, or not to believe, the numbers of a study.
 *
 * @param state how it ended
 * @param name what was looked at, in a few words
 * @param sentence what was found
 * @param advice what to do about it; empty where there is nothing to do
 */
public record TrustCheck(State state, String name, String sentence, String advice) {}
