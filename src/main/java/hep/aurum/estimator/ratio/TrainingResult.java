package hep.aurum.estimator.ratio;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.nn.fit.FitHistory;
import java.util.List;

/**
 * Hold a trained estimator and how it came to be.
 *
 * @param estimator a network, or an ensemble of them
 * @param members one history for each member
 * @param seconds time on the wall clock
 * @param trainingSize the number of training examples
 * @param effectiveSampleSize the smallest \((\sum w)^2/\sum w^2\) of the training events over points of the prior, copies of
 *     one generator event counting as one
 */
public record TrainingResult(
        RatioEstimator estimator,
        List<FitHistory> members,
        double seconds,
        int trainingSize,
        double effectiveSampleSize) {

    /** Copy the list. */
    public TrainingResult {
        members = List.copyOf(members);
    }

    /** Return how many samples were trained on: every example in every epoch of every member. */
    public double trainedSamples() {
        return members.stream().mapToDouble(FitHistory::epochs).sum() * trainingSize;
    }

    /** Return the training loss of the first member by epoch. */
    public List<Double> trainingLoss() {
        return members.get(0).trainingLoss();
    }

    /** Return the validation loss of the first member by epoch. */
    public List<Double> validationLoss() {
        return members.get(0).validationLoss();
    }

    /** Return the number of epochs that the first member ran. */
    public int epochs() {
        return members.get(0).epochs();
    }

    /** Return the epoch, from 1, whose weights the first member kept. */
    public int bestEpoch() {
        return members.get(0).bestEpoch();
    }
}
