package hep.aurum.bench;

import hep.aurum.base.Progress;
import hep.aurum.estimator.ratio.RatioTrainer;
import hep.aurum.estimator.ratio.TrainingResult;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Activation;
import hep.aurum.simulator.toy.LensingToy;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Learn the ratio of a compound Poisson law, whose number of latents varies: the {@link LensingToy} simulator.
 *
 * <p>The error of \(\log r(x|\theta,5)\) is averaged over θ uniform in [3, 8], x half from θ and half from 5; both averages are
 * sums over a grid, x with the exact densities. No error is published for it.
 */
final class LensingBench implements Bench {

    private static final double MIN = 3;
    private static final double MAX = 8;
    private static final double REFERENCE = 5;

    private static final int THETAS = 50;

    /** Outside lies less than 1e-5 of the law at every θ of the range; the step is a quarter of the narrowest width. */
    private static final double X_MIN = -2;

    private static final double X_MAX = 24;
    private static final int X_STEPS = 208;

    @Override
    public String name() {
        return "lensing";
    }

    @Override
    public String description() {
        return "a compound Poisson observable; log r to theta = 5, theta uniform in [3, 8], x half from theta, half from 5";
    }

    @Override
    public List<String> methods() {
        return SimulatorTraining.METHODS;
    }

    @Override
    public List<Integer> events() {
        return List.of(10_000, 100_000);
    }

    @Override
    public int seeds() {
        return 3;
    }

    @Override
    public Map<String, Double> settings() {
        return Map.of();
    }

    @Override
    public OptionalDouble published(String method, int events) {
        return OptionalDouble.empty();
    }

    @Override
    public Session open(Map<String, Double> settings, int threads) {
        LensingToy toy = new LensingToy();
        double[] reference = {REFERENCE};
        TestPoints.Builder points = new TestPoints.Builder(toy.truth());
        for (int i = 0; i < THETAS; i++) {
            double[] theta = {MIN + (MAX - MIN) * (i + 0.5) / THETAS};
            for (int j = 0; j <= X_STEPS; j++) {
                double[] x = {X_MIN + (X_MAX - X_MIN) * j / X_STEPS};
                double weight = StrictMath.exp(toy.truth().logDensity(x, theta))
                        + StrictMath.exp(toy.truth().logDensity(x, reference));
                points.add(x, theta, reference, weight);
            }
        }
        return new Run(points.build(), SimulatorTraining.of(toy, MIN, MAX, REFERENCE), threads);
    }

    private record Run(TestPoints test, SimulatorTraining training, int threads) implements Session {

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
                    test.evaluationsPerSecond(result.estimator(), threads));
        }

        private RatioTrainer trainer() {
            return RatioTrainer.withDefaults()
                    .withAlpha(1)
                    .with(o -> o.withEpochs(20)
                            .withHidden(List.of(20, 20))
                            .withActivation(Activation.SILU)
                            .withLearningRate(0.005)
                            .withPatience(20)
                            .withThreads(threads));
        }
    }
}
