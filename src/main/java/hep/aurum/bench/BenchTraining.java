package hep.aurum.bench;

import hep.aurum.estimator.ratio.TrainingResult;
import java.util.Map;

/** Turn a training into a bench's figures. */
final class BenchTraining {

    private BenchTraining() {}

    /** Return how many of some events are for training; a fifth, rounded up, is for validation. */
    static int trainingPart(int events) {
        return events - (events + 4) / 5;
    }

    /** Return the score of a training with its speed. */
    static BenchScore score(TrainingResult result, double mse, double evaluationsPerSecond) {
        return new BenchScore(mse, result.seconds(), result.trainedSamples(), evaluationsPerSecond, Map.of());
    }

    /** Return the error of what a method learned: of a difference of two log ratios, or to the reference of labels alone. */
    static double error(String method, TestPoints test, TrainingResult result) {
        return SimulatorTraining.labelsAlone(method)
                ? test.meanSquaredErrorToReference(result.estimator())
                : test.meanSquaredError(result.estimator());
    }
}
