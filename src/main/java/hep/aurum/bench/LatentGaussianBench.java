package hep.aurum.bench;

import hep.aurum.base.Progress;
import hep.aurum.estimator.ratio.RatioLoss;
import hep.aurum.estimator.ratio.RatioTrainer;
import hep.aurum.estimator.ratio.TrainingResult;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Prior;
import hep.aurum.sample.FixedPairs;
import hep.aurum.sample.LabelledSample;
import hep.aurum.sample.SimulatedEvents;
import hep.aurum.simulator.toy.LatentGaussian;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Learn a ten-dimensional ratio with four latents in two parameters: the {@link LatentGaussian} simulator.
 *
 * <p>The error of \(\log r(x|\theta,0)\) is averaged over θ uniform in the square, x half from θ and half from 0.
 */
final class LatentGaussianBench implements Bench {

    private static final int TEST_POINTS = 20_000;

    /** Methods that do not know the joint ratio; what they are shown must not be weighted by it. */
    private static final Set<String> LABELS_ALONE = Set.of("carl", "cascal");

    /** Laws along each side of the square that events are drawn from. */
    private static final int GRID = 5;

    /** Mean squared errors of log r of MadMiner 0.9.6 at 10³, 10⁴ and 10⁵ events. */
    private static final Map<String, List<Double>> PUBLISHED = Map.of(
            "carl", List.of(.763, .173, .0483),
            "rolr", List.of(.748, .173, .0571),
            "cascal", List.of(.546, .096, .0197),
            "rascal", List.of(.720, .149, .0481),
            "alice", List.of(.510, .056, .0134),
            "alices", List.of(.222, .036, .0070));

    private final LatentGaussian simulator = new LatentGaussian();

    @Override
    public String name() {
        return "latent-gaussian";
    }

    @Override
    public String description() {
        return "ten observables, four latents, two parameters; log r to theta = 0, x half from theta and half from 0";
    }

    @Override
    public List<String> methods() {
        return List.of("alices", "rascal", "alice", "rolr", "cascal", "carl");
    }

    @Override
    public List<Integer> events() {
        return List.of(1000, 10_000, 100_000);
    }

    @Override
    public int seeds() {
        return 2;
    }

    @Override
    public Map<String, Double> settings() {
        return Map.of();
    }

    @Override
    public OptionalDouble published(String method, int events) {
        int index = events().indexOf(events);
        return index < 0 || !PUBLISHED.containsKey(method)
                ? OptionalDouble.empty()
                : OptionalDouble.of(PUBLISHED.get(method).get(index));
    }

    @Override
    public Session open(Map<String, Double> settings, int threads) {
        Prior prior = Prior.uniform(simulator.space());
        double[] reference = new double[2];
        double[] theta = new double[2];
        double[] x = new double[10];
        double[] z = new double[4];
        TestPoints.Builder points = new TestPoints.Builder(simulator.truth());
        for (int i = 0; i < TEST_POINTS; i++) {
            UniformRandomProvider random = RandomStreams.of(0).stream("latent-gaussian test", i);
            prior.draw(random, theta);
            simulator.draw(i % 2 == 0 ? theta : reference, random, x, z);
            points.add(x, theta, reference, 1);
        }
        return new Run(points.build(), threads);
    }

    private final class Run implements Session {

        private final TestPoints test;
        private final int threads;

        Run(TestPoints test, int threads) {
            this.test = test;
            this.threads = threads;
        }

        @Override
        public double trivial() {
            return test.trivial();
        }

        @Override
        public BenchScore run(String method, int events, RandomStreams streams) {
            RatioTrainer trainer = trainer(method, events);
            boolean labelsAlone = LABELS_ALONE.contains(method);
            TrainingResult result = labelsAlone ? onPairs(trainer, events, streams) : onMined(trainer, events, streams);
            double mse = labelsAlone
                    ? test.meanSquaredErrorToReference(result.estimator())
                    : test.meanSquaredError(result.estimator());
            return BenchTraining.score(result, mse, test.evaluationsPerSecond(result.estimator(), threads));
        }

        /** With fewer events there are more epochs; labels alone want a stronger decay than mined gold. */
        private RatioTrainer trainer(String method, int events) {
            boolean labelsAlone = LABELS_ALONE.contains(method);
            int epochs = (int) Math.max(20, Math.min(400, 40 * Math.sqrt(1e5 / events)));
            return RatioTrainer.withDefaults()
                    .withLoss(RatioLoss.named(method))
                    .withAlpha(labelsAlone ? 1 : 20)
                    .with(o -> o.withEpochs(epochs)
                            .withPatience(epochs / 2)
                            .withLearningRate(1e-3)
                            .withAveraging(2)
                            .withWeightDecay(labelsAlone ? 0.1 : 0.03)
                            .withThreads(threads));
        }

        /** Draw half the events at the denominator and half from laws all over the square, as the test does. */
        private TrainingResult onMined(RatioTrainer trainer, int events, RandomStreams streams) {
            List<double[]> points = new ArrayList<>();
            for (int i = 0; i < GRID; i++) {
                for (int j = 0; j < GRID; j++) {
                    points.add(new double[2]);
                    points.add(new double[] {-1 + 2.0 * i / (GRID - 1), -1 + 2.0 * j / (GRID - 1)});
                }
            }
            SimulatedEvents all = SimulatedEvents.draw(simulator, points, events, streams);
            int training = BenchTraining.trainingPart(events);
            return trainer.train(all.part(0, training), all.part(training, events), streams, Progress.NONE);
        }

        private TrainingResult onPairs(RatioTrainer trainer, int events, RandomStreams streams) {
            int pairs = events / 2;
            int training = BenchTraining.trainingPart(pairs);
            Prior prior = Prior.uniform(simulator.space());
            LabelledSample train =
                    FixedPairs.draw(simulator, prior, new double[2], training, streams.part("training pairs"));
            LabelledSample check = FixedPairs.draw(
                    simulator, prior, new double[2], pairs - training, streams.part("validation pairs"));
            return trainer.train(train, check, streams, Progress.NONE);
        }
    }
}
