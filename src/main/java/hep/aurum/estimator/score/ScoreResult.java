package hep.aurum.estimator.score;

import hep.aurum.estimator.ScoreEstimator;
import hep.aurum.nn.fit.FitHistory;
import java.util.List;

/**
 * Hold a trained score and how it came to be.
 *
 * @param estimator a network, or an ensemble of them
 * @param members one history for each member
 * @param seconds time on the wall clock
 * @param trainingSize the number of training examples
 */
public record ScoreResult(ScoreEstimator estimator, List<FitHistory> members, double seconds, int trainingSize) {

    /** Copy the list. */
    public ScoreResult {
        members = List.copyOf(members);
    }

    /** Return how many samples were trained on: every example in every epoch of every member. */
    public double trainedSamples() {
        return members.stream().mapToDouble(FitHistory::epochs).sum() * trainingSize;
    }
}
