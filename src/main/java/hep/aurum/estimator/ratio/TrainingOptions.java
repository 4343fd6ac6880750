package hep.aurum.estimator.ratio;

import hep.aurum.base.Check;
import hep.aurum.nn.Activation;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collect what a training can be told; {@link RatioTrainer} changes it field by field.
 *
 * @param hidden widths of the hidden layers
 * @param activation their non-linearity
 * @param epochs passes over the training events, the length of the learning-rate schedule
 * @param batch events in a step
 * @param learningRate the rate at the start; it falls along half a cosine to a hundredth
 * @param weightDecay decoupled weight decay
 * @param alpha weight of the score term, for standardised parameters
 * @param clip the longest gradient, in units of its running mean length; infinite for none
 * @param patience epochs without a better validation loss before training stops
 * @param members networks in the ensemble
 * @param threads threads that may work; the result does not depend on it
 */
record TrainingOptions(
        List<Integer> hidden,
        Activation activation,
        int epochs,
        int batch,
        double learningRate,
        double weightDecay,
        double alpha,
        double clip,
        int patience,
        int members,
        int threads) {

    TrainingOptions {
        hidden = List.copyOf(hidden);
        Check.argument(epochs >= 1, "%d epochs, expected at least 1", epochs);
        Check.argument(batch >= 1, "a batch of %d events, expected at least 1", batch);
        Check.argument(learningRate > 0 && learningRate < 1, "a learning rate of %s, expected (0, 1)", learningRate);
        Check.argument(weightDecay >= 0 && weightDecay < 1, "a weight decay of %s, expected [0, 1)", weightDecay);
        Check.argument(alpha >= 0, "alpha is %s, expected no negative number", Check.finite("alpha", alpha));
        Check.argument(clip > 0, "the clip is %s, expected a positive number", clip);
        Check.argument(patience >= 1, "a patience of %d epochs, expected at least 1", patience);
        Check.argument(members >= 1, "%d members, expected at least 1", members);
        Check.argument(threads >= 1, "%d threads, expected at least 1", threads);
    }

    /** Return these options with something changed. */
    TrainingOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new TrainingOptions(
                draft.hidden,
                draft.activation,
                draft.epochs,
                draft.batch,
                draft.learningRate,
                draft.weightDecay,
                draft.alpha,
                draft.clip,
                draft.patience,
                draft.members,
                draft.threads);
    }

    /** Options while they are being changed. */
    static final class Draft {
        List<Integer> hidden;
        Activation activation;
        int epochs;
        int batch;
        double learningRate;
        double weightDecay;
        double alpha;
        double clip;
        int patience;
        int members;
        int threads;

        private Draft(TrainingOptions from) {
            this.hidden = from.hidden;
            this.activation = from.activation;
            this.epochs = from.epochs;
            this.batch = from.batch;
            this.learningRate = from.learningRate;
            this.weightDecay = from.weightDecay;
            this.alpha = from.alpha;
            this.clip = from.clip;
            this.patience = from.patience;
            this.members = from.members;
            this.threads = from.threads;
        }
    }
}
