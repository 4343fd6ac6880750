package hep.aurum.bench;

import hep.aurum.base.Progress;
import hep.aurum.estimator.ratio.RatioTrainer;
import hep.aurum.estimator.ratio.TrainingResult;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Activation;
import hep.aurum.nn.fit.FitOptions;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.Prior;
import hep.aurum.simulator.toy.LatentGaussian;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Learn a ten-dimensional ratio with four latents in two parameters: the {@link LatentGaussian} simulator.
 *
 * <p>The error of \(\log r(x|\theta,0)\) is averaged over θ uniform in the square, x half from θ and half from 0.
 */
final class LatentGaussianBench implements Bench {

    private static final int TEST_POINTS = 20_000;

    /** Laws along each side of the square that events are drawn from. */
    private static final int GRID = 5;

    /** The method that learns the score at θ = 0 instead of log r; its error is the mean over both components. */
    private static final String SALLY = "sally";

    /** Mean squared errors of MadMiner 0.9.6 at 10³, 10⁴ and 10⁵ events. */
    private static final Map<String, List<Double>> PUBLISHED = Map.of(
            "carl",
            List.of(.763, .173, .0483),
            "rolr",
            List.of(.748, .173, .0571),
            "cascal",
            List.of(.546, .096, .0197),
            "rascal",
            List.of(.720, .149, .0481),
            "alice",
            List.of(.510, .056, .0134),
            "alices",
            List.of(.222, .036, .0070),
            SALLY,
            List.of(.060, .0116, .0026));

    private final LatentGaussian simulator = new LatentGaussian();

    @Override
    public String name() {
        return "latent-gaussian";
    }

    @Override
    public String description() {
        return "ten observables, four latents, two parameters; log r to theta = 0, x half from theta and half from 0"
                + " (sally: score at 0)";
    }

    @Override
    public List<String> methods() {
        return Stream.concat(SimulatorTraining.METHODS.stream(), Stream.of(SALLY))
                .toList();
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
        ParameterPoint reference = ParameterPoint.of(0, 0);
        Prior prior = Prior.uniform(simulator.space());
        return new Run(
                TestPoints.halfAndHalf(simulator, prior, reference, TEST_POINTS),
                new SimulatorTraining(simulator, prior, reference, mixture(reference)),
                new ScoreTraining(simulator, reference),
                threads);
    }

    /** Draw half the events at the denominator and half from laws all over the square, as the test does. */
    private static List<ParameterPoint> mixture(ParameterPoint reference) {
        List<ParameterPoint> points = new ArrayList<>();
        for (int i = 0; i < GRID; i++) {
            for (int j = 0; j < GRID; j++) {
                points.add(reference);
                points.add(ParameterPoint.of(-1 + 2.0 * i / (GRID - 1), -1 + 2.0 * j / (GRID - 1)));
            }
        }
        return points;
    }

    private record Run(TestPoints test, SimulatorTraining training, ScoreTraining score, int threads)
            implements Session {

        @Override
        public double trivial() {
            return test.trivial();
        }

        @Override
        public double trivial(String method) {
            return method.equals(SALLY) ? score.trivial(test) : trivial();
        }

        @Override
        public BenchScore run(String method, int events, RandomStreams streams, Progress progress) {
            if (method.equals(SALLY)) {
                return score.run(test, events, o -> options(o, events, 0.03), streams, progress);
            }
            TrainingResult result = training.train(trainer(method, events), method, events, streams, progress);
            return BenchTraining.score(
                    result,
                    BenchTraining.error(method, test, result),
                    test.evaluationsPerSecond(result.estimator(), threads));
        }

        /**
         * Labels alone want a stronger decay than mined gold. The log ratio is quadratic in the tails, where SiLU follows and tanh
         * does not; regressions of the ratio itself do better with tanh, which bounds its exponential.
         */
        private RatioTrainer trainer(String method, int events) {
            boolean labelsAlone = SimulatorTraining.labelsAlone(method);
            boolean regression = method.equals("rascal") || method.equals("rolr");
            return RatioTrainer.withDefaults()
                    .withAlpha(labelsAlone ? 1 : 20)
                    .with(o -> options(o, events, labelsAlone ? 0.1 : 0.03)
                            .withActivation(regression ? Activation.TANH : Activation.SILU));
        }

        /** With fewer events there are more epochs. */
        private FitOptions options(FitOptions defaults, int events, double decay) {
            int epochs = (int) Math.max(20, Math.min(400, 40 * Math.sqrt(1e5 / events)));
            return defaults.withEpochs(epochs)
                    .withPatience(epochs / 2)
                    .withLearningRate(1e-3)
                    .withAveraging(2)
                    .withWeightDecay(decay)
                    .withThreads(threads);
        }
    }
}
