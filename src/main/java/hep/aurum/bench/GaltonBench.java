package hep.aurum.bench;

import hep.aurum.base.Progress;
import hep.aurum.estimator.ratio.RatioTrainer;
import hep.aurum.estimator.ratio.TrainingResult;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.simulator.toy.GaltonBoard;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Learn the ratio of two laws of a {@link GaltonBoard} from few balls.
 *
 * <p>The error of \(\log r(x|\theta_0,\theta_1)\) is averaged over \(p(x|\theta_1)\), all positions exactly. Training draws θ
 * from [−1, −0.4], widened to hold both points. The published errors are against a histogram in place of the exact law.
 *
 * @see <a href="https://arxiv.org/abs/1805.12244">Brehmer, Louppe, Pavez, Cranmer: Mining gold from implicit models</a>
 */
final class GaltonBench implements Bench {

    private static final double MIN = -1;
    private static final double MAX = -0.4;

    /** The network of the paper's program: one layer of ten. */
    private static final int WIDTH = 10;

    private static final double LEARNING_RATE = 0.01;
    private static final int BATCH = 64;

    /** Gold is learned from fresh θ at every step, so that few events are shown as many times as many events. */
    private static final int STEPS = 10_000;

    /** Mean squared errors of log r of the program of the paper, in the order of the numbers of events. */
    private static final Map<String, List<Double>> PUBLISHED = Map.of(
            "carl", List.of(.133, .150, .115, .088, .048, .020),
            "rolr", List.of(.058, .029, .013, .005, .003, .003),
            "rascal", List.of(.019, .010, .007, .004, .002, .002));

    @Override
    public String name() {
        return "galton";
    }

    @Override
    public String description() {
        return "a Galton board of 20 rows; log r of theta0 to theta1, averaged over the exact law at theta1";
    }

    @Override
    public List<String> methods() {
        return List.of("rascal", "alices", "rolr", "alice", "cascal", "carl");
    }

    @Override
    public List<Integer> events() {
        return List.of(200, 500, 1000, 2000, 5000, 10_000);
    }

    @Override
    public int seeds() {
        return 10;
    }

    /** {@inheritDoc} They are the two points, and whether the board is that of the paper's text instead of its program. */
    @Override
    public Map<String, Double> settings() {
        return Map.of("theta0", -.8, "theta1", -.6, "paper", 0.0);
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
        double theta0 = BenchSettings.number(settings, "theta0");
        double theta1 = BenchSettings.number(settings, "theta1");
        double min = Math.min(MIN, Math.min(theta0, theta1));
        double max = Math.max(MAX, Math.max(theta0, theta1));
        GaltonBoard board =
                BenchSettings.number(settings, "paper") == 0 ? GaltonBoard.asInCode() : GaltonBoard.asInPaper();
        TestPoints.Builder points = new TestPoints.Builder(board.truth());
        double[] pmf = board.law(theta1).pmf();
        for (int x = 0; x < pmf.length; x++) {
            if (pmf[x] > 0) {
                points.add(new double[] {x}, new double[] {theta0}, new double[] {theta1}, pmf[x]);
            }
        }
        GaltonBoard ranged = board.withRange(min, max, theta1);
        SimulatorTraining training = SimulatorTraining.of(ranged, min, max, 0.5 * (min + max));
        return new Run(points.build(), training, threads);
    }

    private record Run(TestPoints test, SimulatorTraining training, int threads) implements Session {

        @Override
        public double trivial() {
            return test.trivial();
        }

        @Override
        public BenchScore run(String method, int events, RandomStreams streams, Progress progress) {
            TrainingResult result = training.train(trainer(events), method, events, streams, progress);
            return BenchTraining.score(
                    result,
                    test.meanSquaredError(result.estimator()),
                    test.evaluationsPerSecond(result.estimator(), threads));
        }

        private RatioTrainer trainer(int events) {
            int epochs = (STEPS * BATCH + events - 1) / events;
            return RatioTrainer.withDefaults()
                    .withAlpha(1)
                    .with(o -> o.withEpochs(epochs)
                            .withBatch(BATCH)
                            .withHidden(List.of(WIDTH))
                            .withLearningRate(LEARNING_RATE)
                            .withPatience(epochs)
                            .withThreads(threads));
        }
    }
}
