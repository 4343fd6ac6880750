package hep.aurum.nn.fit;

import java.util.List;

/**
 * Record how the training of one network went.
 *
 * @param trainingLoss mean loss of the training examples in each epoch, while the weights moved
 * @param validationLoss mean loss of the validation examples after each epoch; empty without validation
 * @param bestEpoch the epoch, from 1, whose weights were kept
 */
public record FitHistory(List<Double> trainingLoss, List<Double> validationLoss, int bestEpoch) {

    /** Copy the lists. */
    public FitHistory {
        trainingLoss = List.copyOf(trainingLoss);
        validationLoss = List.copyOf(validationLoss);
    }

    /** Return the number of epochs that were run. */
    public int epochs() {
        return trainingLoss.size();
    }
}
