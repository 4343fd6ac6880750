package hep.aurum.workflow;

import hep.aurum.trust.Finding;
import java.util.Map;

/** Say what each check asks, for readers who have not met it. */
final class TrustQuestions {

    private static final Map<String, String> QUESTIONS = Map.ofEntries(
            Map.entry("labels", "Are the labels that it was trained on what they claim to be?"),
            Map.entry("mean ratio", "Does the law that the ratio describes integrate to one?"),
            Map.entry("second moment", "Has the square of the ratio the mean that it must have?"),
            Map.entry("calibration", "Where the ratio says r, are there r times as many events?"),
            Map.entry("critic", "Can a network tell reweighted events from those of the simulator?"),
            Map.entry("coverage", "Do regions of highest posterior density hold the truth as often as they say?"),
            Map.entry("convergence", "Does the answer close in on the truth as events are added?"),
            Map.entry("ranks (SBC)", "Does the truth have even ranks in the posteriors of experiments drawn at it?"),
            Map.entry(
                    "random points (TARP)",
                    "Do credible regions around random points hold the truth as often as they say?"),
            Map.entry(
                    "local classifier (l-C2ST)",
                    "At these very data, can a classifier tell the truth from a draw of the posterior?"),
            Map.entry("misspecification", "Can the simulator make the observed events at all?"));

    private TrustQuestions() {}

    /** Return the question of a check; empty for one that is not known here. */
    static String of(String check) {
        int end = check.indexOf(Finding.IN);
        return QUESTIONS.getOrDefault(end < 0 ? check : check.substring(0, end), "");
    }
}
