package hep.aurum.bench;

import hep.aurum.base.Progress;
import hep.aurum.estimator.ratio.RatioLoss;
import hep.aurum.estimator.ratio.RatioTrainer;
import hep.aurum.estimator.ratio.TrainingResult;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.param.Prior;
import hep.aurum.sample.FixedPairs;
import hep.aurum.sample.LabelledSample;
import hep.aurum.sample.SimulatedEvents;
import hep.aurum.simulator.Simulator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Train methods on events of a simulator in one parameter.
 *
 * <p>Gold is learned in its low-variance form from events of a mixture of laws spread over the range of the prior, whose joint
 * ratios are bounded by their number. Labels alone are learned from pairs of one event at θ and one at the reference.
 *
 * @param simulator draws the events
 * @param prior the law of θ in training
 * @param reference the denominator's point of pairs
 */
record SimulatorTraining(Simulator simulator, Prior prior, double reference) {

    /** The losses, best first. */
    static final List<String> METHODS = List.of("alices", "rascal", "alice", "rolr", "cascal", "carl");

    /** Points of the mixture. */
    private static final int POINTS = 10;

    /** Return the training with θ uniform between two values, in the range of the simulator. */
    static SimulatorTraining of(Simulator simulator, double min, double max, double reference) {
        Parameter theta = simulator.space().get(0);
        Parameter trained = new Parameter(theta.name(), min, max, 0.5 * (min + max));
        return new SimulatorTraining(simulator, Prior.uniform(ParameterSpace.of(trained)), reference);
    }

    /** Return whether a method learns its ratio from labels alone, and so to the reference. */
    static boolean labelsAlone(String method) {
        return method.equals("carl") || method.equals("cascal");
    }

    /**
     * Train a method; a fifth of the events is for validation.
     *
     * @param trainer the options, for which the loss is set
     * @param events how many to draw in all
     */
    TrainingResult train(RatioTrainer trainer, String method, int events, RandomStreams streams) {
        RatioTrainer own = trainer.withLoss(RatioLoss.named(method)).withPrior(prior);
        return labelsAlone(method) ? onPairs(own, events, streams) : onMixture(own, events, streams);
    }

    private TrainingResult onMixture(RatioTrainer trainer, int events, RandomStreams streams) {
        SimulatedEvents all = SimulatedEvents.draw(simulator, mixture(), events, streams);
        int training = BenchTraining.trainingPart(events);
        return trainer.train(all.part(0, training), all.part(training, events), streams, Progress.NONE);
    }

    private List<double[]> mixture() {
        Parameter range = prior.space().get(0);
        return IntStream.range(0, POINTS)
                .mapToObj(i -> new double[] {range.min() + (range.max() - range.min()) * i / (POINTS - 1)})
                .toList();
    }

    private TrainingResult onPairs(RatioTrainer trainer, int events, RandomStreams streams) {
        int pairs = events / 2;
        int training = BenchTraining.trainingPart(pairs);
        return trainer.train(
                pairs(training, streams.part("training pairs")),
                pairs(pairs - training, streams.part("validation pairs")),
                streams,
                Progress.NONE);
    }

    private LabelledSample pairs(int count, RandomStreams streams) {
        return FixedPairs.draw(simulator, prior, new double[] {reference}, count, streams);
    }
}
