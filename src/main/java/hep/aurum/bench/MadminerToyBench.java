package hep.aurum.bench;

import hep.aurum.base.Check;
import hep.aurum.base.Progress;
import hep.aurum.estimator.ratio.RatioTrainer;
import hep.aurum.estimator.ratio.TrainingResult;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Activation;
import hep.aurum.simulator.toy.GaussianToy;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Learn the ratio of the tutorial of MadMiner: the {@link GaussianToy} simulator.
 *
 * <p>The error of \(\log r(x|\theta,0)\) is averaged over 100 values of θ evenly in [−5, 5] and over \(p(x|1)\), the latter by
 * the trapezoidal rule. Training draws θ from [−4, 4] alone, as there, so that the ends extrapolate; {@code mse_inner} is the
 * average without them.
 *
 * @see <a href="https://github.com/madminer-tool/madminer">Brehmer, Kling, Espejo, Cranmer: MadMiner, the tutorial with a toy
 *     simulator</a>
 */
final class MadminerToyBench implements Bench {

    private static final double TRAINED = 4;
    private static final int THETAS = 100;

    /** The law of x at θ = 1 is summed up to six standard deviations on each side; a step is a fifteenth of one. */
    private static final int STEPS = 180;

    private static final double OBSERVED_AT = 1;
    private static final double REACH = 6 * Math.sqrt(5);

    @Override
    public String name() {
        return "madminer-toy";
    }

    @Override
    public String description() {
        return "a normal observable of a normal latent; log r to theta = 0, theta evenly in the range, x from theta = 1";
    }

    @Override
    public List<String> methods() {
        return SimulatorTraining.METHODS;
    }

    @Override
    public List<Integer> events() {
        return List.of(100_000);
    }

    @Override
    public int seeds() {
        return 3;
    }

    /** {@inheritDoc} It is the largest |θ| of the average. */
    @Override
    public Map<String, Double> settings() {
        return Map.of("range", 5.0);
    }

    @Override
    public OptionalDouble published(String method, int events) {
        if (events != 100_000) {
            return OptionalDouble.empty();
        }
        return switch (method) {
            case "carl" -> OptionalDouble.of(.33695);
            case "alices" -> OptionalDouble.of(.08978);
            default -> OptionalDouble.empty();
        };
    }

    @Override
    public Session open(Map<String, Double> settings, int threads) {
        double range = BenchSettings.number(settings, "range");
        Check.argument(range > 0, "the range is %s, expected a positive number", range);
        GaussianToy toy = new GaussianToy();
        SimulatorTraining training = SimulatorTraining.of(toy, -TRAINED, TRAINED, 0);
        return new Run(points(toy, range), points(toy, TRAINED), training, threads);
    }

    private static TestPoints points(GaussianToy toy, double range) {
        double[] zero = new double[1];
        double[] one = {OBSERVED_AT};
        TestPoints.Builder points = new TestPoints.Builder(toy.truth());
        for (int i = 0; i < THETAS; i++) {
            double[] theta = {range * (2.0 * i / (THETAS - 1) - 1)};
            for (int j = 0; j <= STEPS; j++) {
                double[] x = {OBSERVED_AT + REACH * (2.0 * j / STEPS - 1)};
                points.add(x, theta, zero, StrictMath.exp(toy.truth().logDensity(x, one)));
            }
        }
        return points.build();
    }

    private record Run(TestPoints test, TestPoints inner, SimulatorTraining training, int threads) implements Session {

        @Override
        public double trivial() {
            return test.trivial();
        }

        @Override
        public BenchScore run(String method, int events, RandomStreams streams, Progress progress) {
            TrainingResult result = training.train(trainer(), method, events, streams, progress);
            return BenchTraining.score(
                            result,
                            BenchTraining.error(method, test, result),
                            test.evaluationsPerSecond(result.estimator(), threads))
                    .with("mse_inner", BenchTraining.error(method, inner, result));
        }

        /** With two layers of twenty, as in the tutorial; softplus, since log r is smooth and grows beyond the range. */
        private RatioTrainer trainer() {
            return RatioTrainer.withDefaults()
                    .withAlpha(1)
                    .with(o -> o.withEpochs(50)
                            .withBatch(1000)
                            .withHidden(List.of(20, 20))
                            .withActivation(Activation.SOFTPLUS)
                            .withLearningRate(0.01)
                            .withPatience(50)
                            .withThreads(threads));
        }
    }
}
