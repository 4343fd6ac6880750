package hep.aurum.workflow;

import java.util.Map;

/** Say what each check asks, for readers who have not met it. */
final class TrustQuestions {

    private static final Map<String, String> QUESTIONS = Map.of(
            "ranks (SBC)",
            "Does the truth have even ranks in the posteriors of experiments drawn at it?",
            "random points (TARP)",
            "Do credible regions around random points hold the truth as often as they say?",
            "local classifier (l-C2ST)",
            "At these very data, can a classifier tell the truth from a draw of the posterior?",
            "misspecification",
            "Can the simulator make the observed events at all?");

    private TrustQuestions() {}

    /** Return the question of a check; empty for one that is not known here. */
    static String of(String check) {
        return QUESTIONS.getOrDefault(check, "");
    }
}
