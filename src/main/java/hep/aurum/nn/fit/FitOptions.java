package hep.aurum.nn.fit;

import hep.aurum.base.Check;
import hep.aurum.nn.Activation;
import hep.aurum.nn.Backend;
import hep.aurum.nn.OptimiserKind;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collect what the training of a network, or of an ensemble of them, can be told.
 *
 * <p>Immutable: every {@code with…} returns new options.
 *
 * @param hidden widths of the hidden layers
 * @param activation their non-linearity
 * @param epochs passes over the training examples, the length of the learning-rate schedule
 * @param batch examples in a step
 * @param learningRate the rate at the start
 * @param schedule how the rate falls
 * @param optimiser how steps are taken
 * @param weightDecay weight decay
 * @param averaging over how many of the last epochs the weights are averaged, in a moving average that is validated and kept
 *     in place of the last step's; zero for none
 * @param clip the longest gradient, in units of its running mean length; infinite for none
 * @param patience epochs without a better validation loss before training stops
 * @param members networks in the ensemble
 * @param bootstrap whether each member sees the generator events a Poisson number of times with mean one
 * @param threads threads that may work; the result does not depend on it
 * @param backend what computes the gradients
 */
public record FitOptions(
        List<Integer> hidden,
        Activation activation,
        int epochs,
        int batch,
        double learningRate,
        Schedule schedule,
        OptimiserKind optimiser,
        double weightDecay,
        double averaging,
        double clip,
        int patience,
        int members,
        boolean bootstrap,
        int threads,
        Backend backend) {

    private static final FitOptions DEFAULTS = new FitOptions(
            List.of(100, 100),
            Activation.TANH,
            30,
            128,
            2e-3,
            Schedule.COSINE,
            OptimiserKind.ADAMW,
            0,
            0,
            5,
            10,
            1,
            false,
            1,
            Backend.fused());

    /** Check the numbers. */
    public FitOptions {
        hidden = List.copyOf(hidden);
        Check.argument(epochs >= 1, "%d epochs, expected at least 1", epochs);
        Check.argument(batch >= 1, "a batch of %d events, expected at least 1", batch);
        Check.argument(learningRate > 0 && learningRate < 1, "a learning rate of %s, expected (0, 1)", learningRate);
        Check.argument(weightDecay >= 0 && weightDecay < 1, "a weight decay of %s, expected [0, 1)", weightDecay);
        Check.argument(averaging >= 0, "weights averaged over %s epochs", Check.finite("averaging", averaging));
        Check.argument(clip > 0, "the clip is %s, expected a positive number", clip);
        Check.argument(patience >= 1, "a patience of %d epochs, expected at least 1", patience);
        Check.argument(members >= 1, "%d members, expected at least 1", members);
        Check.argument(threads >= 1, "%d threads, expected at least 1", threads);
    }

    /**
     * Return the defaults: two layers of 100 tanh units, Adam from 2e-3 along a cosine for 30 epochs, batches of 128, gradients
     * clipped at five times their usual length, a patience of ten epochs, one network on one thread.
     */
    public static FitOptions withDefaults() {
        return DEFAULTS;
    }

    /** Return options with hidden layers of the given widths. */
    public FitOptions withHidden(List<Integer> value) {
        return with(draft -> draft.hidden = value);
    }

    /** Return options with another non-linearity. */
    public FitOptions withActivation(Activation value) {
        return with(draft -> draft.activation = value);
    }

    /** Return options with another number of passes over the training examples. */
    public FitOptions withEpochs(int value) {
        return with(draft -> draft.epochs = value);
    }

    /** Return options with another number of examples in a step. */
    public FitOptions withBatch(int value) {
        return with(draft -> draft.batch = value);
    }

    /** Return options with another learning rate at the start. */
    public FitOptions withLearningRate(double value) {
        return with(draft -> draft.learningRate = value);
    }

    /** Return options with another fall of the learning rate. */
    public FitOptions withSchedule(Schedule value) {
        return with(draft -> draft.schedule = value);
    }

    /** Return options with another optimiser. */
    public FitOptions withOptimiser(OptimiserKind value) {
        return with(draft -> draft.optimiser = value);
    }

    /** Return options with weight decay. */
    public FitOptions withWeightDecay(double value) {
        return with(draft -> draft.weightDecay = value);
    }

    /**
     * Return options with which the weights are averaged over the last epochs: validation judges, and training keeps, what a
     * smaller learning rate would have led to.
     */
    public FitOptions withAveraging(double value) {
        return with(draft -> draft.averaging = value);
    }

    /** Return options with another longest gradient, in units of its running mean length. */
    public FitOptions withClip(double value) {
        return with(draft -> draft.clip = value);
    }

    /** Return options with another number of epochs without a better validation loss before training stops. */
    public FitOptions withPatience(int value) {
        return with(draft -> draft.patience = value);
    }

    /** Return options with an ensemble of networks that differ in their random streams. */
    public FitOptions withMembers(int value) {
        return with(draft -> draft.members = value);
    }

    /** Return options with which each member of an ensemble sees a bootstrap sample of the generator events. */
    public FitOptions withBootstrap(boolean value) {
        return with(draft -> draft.bootstrap = value);
    }

    /** Return options with a number of threads; the result does not depend on it. */
    public FitOptions withThreads(int value) {
        return with(draft -> draft.threads = value);
    }

    /** Return options with another backend. */
    public FitOptions withBackend(Backend value) {
        return with(draft -> draft.backend = value);
    }

    private FitOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finish();
    }

    /** Options while they are being changed. */
    private static final class Draft {
        private List<Integer> hidden;
        private Activation activation;
        private int epochs;
        private int batch;
        private double learningRate;
        private Schedule schedule;
        private OptimiserKind optimiser;
        private double weightDecay;
        private double averaging;
        private double clip;
        private int patience;
        private int members;
        private boolean bootstrap;
        private int threads;
        private Backend backend;

        Draft(FitOptions from) {
            this.hidden = from.hidden;
            this.activation = from.activation;
            this.epochs = from.epochs;
            this.batch = from.batch;
            this.learningRate = from.learningRate;
            this.schedule = from.schedule;
            this.optimiser = from.optimiser;
            this.weightDecay = from.weightDecay;
            this.averaging = from.averaging;
            this.clip = from.clip;
            this.patience = from.patience;
            this.members = from.members;
            this.bootstrap = from.bootstrap;
            this.threads = from.threads;
            this.backend = from.backend;
        }

        FitOptions finish() {
            return new FitOptions(
                    hidden,
                    activation,
                    epochs,
                    batch,
                    learningRate,
                    schedule,
                    optimiser,
                    weightDecay,
                    averaging,
                    clip,
                    patience,
                    members,
                    bootstrap,
                    threads,
                    backend);
        }
    }
}
