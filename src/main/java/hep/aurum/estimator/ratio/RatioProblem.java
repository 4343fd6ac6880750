package hep.aurum.estimator.ratio;

import hep.aurum.estimator.Standardisation;
import hep.aurum.nn.Backend;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.fit.Problem;
import java.util.function.Supplier;

/**
 * Pose the training of one network that stands for a ratio.
 *
 * @param head opens the meaning of the network's outputs for one objective
 * @param parameters how θ is standardised
 */
record RatioProblem(
        NetworkShape shape,
        Backend backend,
        TrainingExamples trainingExamples,
        TrainingExamples validationExamples,
        Supplier<RatioHead> head,
        Standardisation parameters,
        RatioLoss loss,
        double alpha)
        implements Problem {

    @Override
    public int trainingSize() {
        return trainingExamples.size();
    }

    @Override
    public int validationSize() {
        return validationExamples.size();
    }

    @Override
    public Objective training() {
        return objective(trainingExamples);
    }

    @Override
    public Objective validation() {
        return objective(validationExamples);
    }

    private Objective objective(TrainingExamples examples) {
        return new RatioObjective(
                backend.open(shape, true), examples.reader(), head.get(), shape.plainInputs(), parameters, loss, alpha);
    }
}
