package hep.aurum.estimator.ratio;

import java.util.List;

/**
 * Record how the training of one member went.
 *
 * @param trainingLoss mean loss of the training events in each epoch, while the weights moved
 * @param validationLoss mean loss of the validation events after each epoch, at fixed θ; empty without validation
 * @param bestEpoch the epoch, from 1, whose weights were kept
 */
public record MemberHistory(List<Double> trainingLoss, List<Double> validationLoss, int bestEpoch) {

    /** Copy the lists. */
    public MemberHistory {
        trainingLoss = List.copyOf(trainingLoss);
        validationLoss = List.copyOf(validationLoss);
    }

    /** Return the number of epochs that were run. */
    public int epochs() {
        return trainingLoss.size();
    }
}
