package hep.aurum.bench;

import hep.aurum.base.Progress;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.ratio.CarlLoss;
import hep.aurum.estimator.ratio.RatioTrainer;
import hep.aurum.estimator.ratio.TrainingResult;
import hep.aurum.math.array.ArrayTable;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.sample.LabelledSample;
import hep.aurum.simulator.toy.CarlMixture;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Learn the ratio of a small signal on a background of two components, and measure the signal's share: {@link CarlMixture}.
 *
 * <p>Labels alone are learned from the pure components, as the paper decomposes a mixture; gold from shares up to .2. The error of \(\log r(x|\gamma,0)\) at γ = .05 is averaged over p(x|0). Of T pseudo-experiments with 5000 events at γ the
 * means and standard deviations of the best fits by the learned and by the exact ratio are given.
 *
 * @see <a href="https://arxiv.org/abs/1506.02169">Cranmer, Pavez, Louppe, Sec. 5</a>
 */
final class CarlMixtureBench implements Bench {

    private static final int TEST_POINTS = 50_000;
    private static final int DATA = 5000;
    private static final int GRID = 61;

    /** Where pairs have their denominators: at no signal the joint ratio of a signal event is infinite. */
    private static final double REFERENCE = 0.1;

    private final CarlMixture simulator = new CarlMixture();

    @Override
    public String name() {
        return "carl-mixture";
    }

    @Override
    public String description() {
        return "a signal of 5 % on a background of two components; log r to no signal over x without signal";
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

    @Override
    public Map<String, Double> settings() {
        return Map.of("gamma", 0.05, "trials", 200.0);
    }

    @Override
    public OptionalDouble published(String method, int events) {
        return OptionalDouble.empty();
    }

    @Override
    public Session open(Map<String, Double> settings, int threads) {
        double[] gamma = {BenchTraining.setting(settings, "gamma")};
        double[] x = new double[1];
        double[] z = new double[1];
        TestPoints.Builder points = new TestPoints.Builder(simulator.truth());
        for (int i = 0; i < TEST_POINTS; i++) {
            simulator.draw(new double[1], RandomStreams.of(0).stream("carl-mixture test", i), x, z);
            points.add(x, gamma, new double[1], 1);
        }
        return new Run(gamma, (int) Math.round(BenchTraining.setting(settings, "trials")), points.build(), threads);
    }

    private final class Run implements Session {

        private final double[] gamma;
        private final int trials;
        private final TestPoints test;
        private final int threads;

        Run(double[] gamma, int trials, TestPoints test, int threads) {
            this.gamma = gamma;
            this.trials = trials;
            this.test = test;
            this.threads = threads;
        }

        @Override
        public double trivial() {
            return test.trivial();
        }

        @Override
        public BenchScore run(String method, int events, RandomStreams streams) {
            RatioTrainer trainer = RatioTrainer.withDefaults()
                    .with(o -> o.withHidden(List.of(50, 50))
                            .withLearningRate(1e-3)
                            .withAveraging(2)
                            .withEpochs(30)
                            .withPatience(15)
                            .withThreads(threads));
            TrainingResult result = method.equals("carl")
                    ? onComponents(trainer, events, streams)
                    : SimulatorTraining.of(simulator, 0, 0.2, REFERENCE).train(trainer, method, events, streams);
            RatioEstimator ratio =
                    method.equals("carl") ? new TwoComponentRatio(result.estimator()) : result.estimator();
            BenchScore score = BenchTraining.score(
                    result, test.meanSquaredError(ratio), test.evaluationsPerSecond(ratio, threads));
            return fits(score, ratio, streams);
        }

        /** Learn to tell signal from background: half the events are signal alone, half background alone. */
        private TrainingResult onComponents(RatioTrainer trainer, int events, RandomStreams streams) {
            int training = BenchTraining.trainingPart(events);
            return trainer.withLoss(new CarlLoss())
                    .train(
                            components(training, streams.part("training")),
                            components(events - training, streams.part("validation")),
                            streams,
                            Progress.NONE);
        }

        private LabelledSample components(int count, RandomStreams streams) {
            double[] values = new double[count];
            double[] y = new double[count];
            double[] ones = new double[count];
            double[] x = new double[1];
            double[] z = new double[1];
            Arrays.fill(ones, 1);
            for (int i = 0; i < count; i++) {
                y[i] = i % 2;
                simulator.draw(new double[] {1 - y[i]}, streams.stream("component", i), x, z);
                values[i] = x[0];
            }
            return LabelledSample.of(
                    simulator.space(),
                    simulator.featureNames(),
                    ArrayTable.of(values, 1),
                    ArrayTable.of(ones, 1),
                    ArrayTable.of(y, 1));
        }

        /** Add the moments of the best fits of pseudo-experiments. */
        private BenchScore fits(BenchScore score, RatioEstimator learned, RandomStreams streams) {
            double[] byLearned = new double[trials];
            double[] byTruth = new double[trials];
            double[] data = new double[DATA];
            double[] thetas = IntStream.range(0, GRID)
                    .mapToDouble(j -> Math.max(0, gamma[0] + 0.05 * (j - GRID / 2) / (GRID / 2)))
                    .toArray();
            double[] logRatios = new double[DATA * GRID];
            for (int t = 0; t < trials; t++) {
                draw(data, streams, t);
                learned.logRatios(data, thetas, logRatios, threads);
                byLearned[t] = bestFit(thetas, logRatios);
                exact(data, thetas, logRatios);
                byTruth[t] = bestFit(thetas, logRatios);
            }
            return score.with("mle_mean", mean(byLearned))
                    .with("mle_sd", spread(byLearned))
                    .with("mle_mean_exact", mean(byTruth))
                    .with("mle_sd_exact", spread(byTruth));
        }

        private void draw(double[] data, RandomStreams streams, int trial) {
            double[] x = new double[1];
            double[] z = new double[1];
            for (int i = 0; i < DATA; i++) {
                simulator.draw(gamma, streams.stream("pseudo-data", (long) trial * DATA + i), x, z);
                data[i] = x[0];
            }
        }

        private void exact(double[] data, double[] thetas, double[] logRatios) {
            for (int i = 0; i < DATA; i++) {
                for (int j = 0; j < GRID; j++) {
                    logRatios[i * GRID + j] =
                            simulator.truth().logRatio(new double[] {data[i]}, new double[] {thetas[j]}, new double[1]);
                }
            }
        }

        /** Return the vertex of the parabola through the highest point of the scan and its neighbours. */
        private double bestFit(double[] thetas, double[] logRatios) {
            double[] sum = new double[GRID];
            for (int i = 0; i < DATA; i++) {
                for (int j = 0; j < GRID; j++) {
                    sum[j] += logRatios[i * GRID + j];
                }
            }
            int best = 1;
            for (int j = 1; j < GRID - 1; j++) {
                best = sum[j] > sum[best] ? j : best;
            }
            double slope = (sum[best + 1] - sum[best - 1]) / 2;
            double curvature = sum[best + 1] - 2 * sum[best] + sum[best - 1];
            double step = curvature < 0 ? Math.max(-1, Math.min(1, -slope / curvature)) : 0;
            return thetas[best] + step * (thetas[best + 1] - thetas[best]);
        }

        private double mean(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum / values.length;
        }

        private double spread(double[] values) {
            double mean = mean(values);
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            return Math.sqrt(squares / (values.length - 1));
        }
    }
}
