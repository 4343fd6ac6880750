package hep.aurum.bench;

import hep.aurum.base.Progress;
import hep.aurum.estimator.NormalisedRatio;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.ratio.RatioLoss;
import hep.aurum.estimator.ratio.RatioTrainer;
import hep.aurum.estimator.ratio.TrainingResult;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import hep.aurum.param.Prior;
import hep.aurum.sample.FixedPairs;
import hep.aurum.sample.LabelledSample;
import hep.aurum.sample.SimulatedEvents;
import hep.aurum.simulator.Simulator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Train methods on events of a simulator.
 *
 * <p>Gold is learned in its low-variance form from events of a mixture of laws spread over the range of the prior, whose joint
 * ratios are bounded by their number. Labels alone are learned from pairs of one event at θ and one at the reference.
 *
 * @param simulator draws the events
 * @param prior the law of θ in training
 * @param reference the denominator's point of pairs
 * @param mixture the points that events with gold are drawn at
 */
public record SimulatorTraining(
        Simulator simulator, Prior prior, ParameterPoint reference, List<ParameterPoint> mixture) {

    /** The losses, best first. */
    static final List<String> METHODS = List.of("alices", "rascal", "alice", "rolr", "cascal", "carl");

    /** Points of a mixture in one parameter. */
    private static final int POINTS = 10;

    /** Points of each axis that a ratio is normalised at, one more than a polynomial of degree 4 needs. */
    private static final int GRID = 6;

    /** Copy the list. */
    public SimulatorTraining {
        mixture = List.copyOf(mixture);
    }

    /** Return the training in one parameter, θ uniform between two values in the range of the simulator. */
    public static SimulatorTraining of(Simulator simulator, double min, double max, double reference) {
        Parameter theta = simulator.space().get(0);
        Parameter trained = new Parameter(theta.name(), min, max, 0.5 * (min + max));
        List<ParameterPoint> mixture = IntStream.range(0, POINTS)
                .mapToObj(i -> ParameterPoint.of(min + (max - min) * i / (POINTS - 1)))
                .toList();
        return new SimulatorTraining(
                simulator, Prior.uniform(ParameterSpace.of(trained)), ParameterPoint.of(reference), mixture);
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
    public TrainingResult train(
            RatioTrainer trainer, String method, int events, RandomStreams streams, Progress progress) {
        RatioTrainer own = trainer.withLoss(RatioLoss.named(method)).withPrior(prior);
        return labelsAlone(method)
                ? onPairs(own, events, streams, progress)
                : onMixture(own, events, streams, progress);
    }

    /**
     * Normalise what a method learned over fresh events of its reference law, which cost no training.
     *
     * @param events how many to draw; none leaves the ratio as it is
     */
    public RatioEstimator normalised(
            RatioEstimator learned, String method, int events, RandomStreams streams, int threads) {
        if (events == 0) {
            return learned;
        }
        List<ParameterPoint> laws = labelsAlone(method) ? List.of(reference) : mixture;
        return NormalisedRatio.over(
                learned, features(laws, events, streams.part("reference law")), grid(learned.space()), threads);
    }

    /** Draw features by rows, event i at one point after the other. */
    public double[] features(List<ParameterPoint> points, int events, RandomStreams streams) {
        int d = simulator.featureNames().size();
        List<double[]> thetas = points.stream().map(ParameterPoint::toArray).toList();
        double[] rows = new double[events * d];
        double[] x = new double[d];
        double[] z = new double[simulator.latentNames().size()];
        for (int i = 0; i < events; i++) {
            simulator.draw(thetas.get(i % thetas.size()), streams.stream(simulator.name(), i), x, z);
            System.arraycopy(x, 0, rows, i * d, d);
        }
        return rows;
    }

    private static List<double[]> grid(ParameterSpace space) {
        int k = space.size();
        int count = 1;
        for (int a = 0; a < k; a++) {
            count *= GRID;
        }
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] theta = new double[k];
            for (int a = 0, rest = i; a < k; a++, rest /= GRID) {
                Parameter range = space.get(a);
                theta[a] = range.min() + (range.max() - range.min()) * (rest % GRID) / (GRID - 1);
            }
            points.add(theta);
        }
        return points;
    }

    private TrainingResult onMixture(RatioTrainer trainer, int events, RandomStreams streams, Progress progress) {
        List<double[]> points = mixture.stream().map(ParameterPoint::toArray).toList();
        SimulatedEvents all = SimulatedEvents.draw(simulator, points, events, streams);
        int training = BenchTraining.trainingPart(events);
        return trainer.train(all.part(0, training), all.part(training, events), streams, progress);
    }

    /** Train on pairs, whatever the loss learns from. */
    TrainingResult onPairs(RatioTrainer trainer, int events, RandomStreams streams, Progress progress) {
        int pairs = events / 2;
        int training = BenchTraining.trainingPart(pairs);
        return trainer.train(
                pairs(training, streams.part("training pairs")),
                pairs(pairs - training, streams.part("validation pairs")),
                streams,
                progress);
    }

    private LabelledSample pairs(int count, RandomStreams streams) {
        return FixedPairs.draw(simulator, prior, reference.toArray(), count, streams);
    }
}
