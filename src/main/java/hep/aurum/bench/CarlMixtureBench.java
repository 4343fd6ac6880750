package hep.aurum.bench;

import hep.aurum.base.Progress;
import hep.aurum.estimator.NormalisedRatio;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.ratio.CarlLoss;
import hep.aurum.estimator.ratio.RatioTrainer;
import hep.aurum.estimator.ratio.TrainingResult;
import hep.aurum.math.array.ArrayTable;
import hep.aurum.math.optim.LocalMinimum;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.ParameterPoint;
import hep.aurum.sample.LabelledSample;
import hep.aurum.simulator.toy.CarlMixture;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Learn the ratio of a small signal on a background of two components, and measure the signal's share: {@link CarlMixture}.
 *
 * <p>Labels alone are learned from the pure components, as the paper decomposes a mixture; gold from shares up to .2. The error
 * of \(\log r(x|\gamma,0)\) at γ = .05 is averaged over p(x|0). Of T pseudo-experiments with 5000 events at γ the means and
 * standard deviations of the best fits by the learned and by the exact ratio are given.
 *
 * <p>No ratio that is learned from n background events knows the share better than a fit with n simulated events does, \(.0068
 * \sqrt{5000/n}\): .002 of 50 000. The ratio is therefore normalised over a larger sample of the reference law, which shifts
 * the mean by \(.0068\sqrt{5000/m}\) = .0002 for its m = 4 000 000 events.
 *
 * @see <a href="https://arxiv.org/abs/1506.02169">Cranmer, Pavez, Louppe, Sec. 5</a>
 */
final class CarlMixtureBench implements Bench {

    private static final int TEST_POINTS = 50_000;
    private static final int DATA = 5000;

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
        return Map.of("gamma", 0.05, "trials", 1000.0, "reference_events", 4e6);
    }

    @Override
    public OptionalDouble published(String method, int events) {
        return OptionalDouble.empty();
    }

    @Override
    public Session open(Map<String, Double> settings, int threads) {
        double[] gamma = {BenchSettings.number(settings, "gamma")};
        double[] x = new double[1];
        double[] z = new double[1];
        TestPoints.Builder points = new TestPoints.Builder(simulator.truth());
        for (int i = 0; i < TEST_POINTS; i++) {
            simulator.draw(new double[1], RandomStreams.of(0).stream("carl-mixture test", i), x, z);
            points.add(x, gamma, new double[1], 1);
        }
        return new Run(
                gamma,
                BenchSettings.count(settings, "trials"),
                BenchSettings.count(settings, "reference_events"),
                points.build(),
                threads);
    }

    private final class Run implements Session {

        private final double[] gamma;
        private final int trials;
        private final int referenceEvents;
        private final TestPoints test;
        private final int threads;

        Run(double[] gamma, int trials, int referenceEvents, TestPoints test, int threads) {
            this.gamma = gamma;
            this.trials = trials;
            this.referenceEvents = referenceEvents;
            this.test = test;
            this.threads = threads;
        }

        @Override
        public double trivial() {
            return test.trivial();
        }

        @Override
        public BenchScore run(String method, int events, RandomStreams streams, Progress progress) {
            RatioTrainer trainer = RatioTrainer.withDefaults()
                    .with(o -> o.withHidden(List.of(50, 50))
                            .withLearningRate(1e-3)
                            .withAveraging(2)
                            .withEpochs(30)
                            .withPatience(15)
                            .withThreads(threads));
            SimulatorTraining training = SimulatorTraining.of(simulator, 0, 0.2, REFERENCE);
            TrainingResult result = method.equals("carl")
                    ? onComponents(trainer, events, streams, progress)
                    : training.train(trainer, method, events, streams, progress);
            RatioEstimator ratio = method.equals("carl")
                    ? new TwoComponentRatio(normalisedOdds(result.estimator(), training, streams))
                    : training.normalised(result.estimator(), method, referenceEvents, streams, threads);
            BenchScore score = BenchTraining.score(
                    result, test.meanSquaredError(ratio), test.evaluationsPerSecond(ratio, threads));
            return fits(score, ratio, streams);
        }

        /** Scale the odds so that they integrate to one over background alone, and the mixture so at every γ. */
        private RatioEstimator normalisedOdds(RatioEstimator odds, SimulatorTraining training, RandomStreams streams) {
            if (referenceEvents == 0) {
                return odds;
            }
            double[] x = training.features(List.of(ParameterPoint.of(0)), referenceEvents, streams.part("background"));
            double[] logOdds = new double[x.length];
            odds.logRatios(x, new double[] {1}, logOdds, threads);
            double sum = 0;
            for (double value : logOdds) {
                sum += StrictMath.exp(value);
            }
            return NormalisedRatio.of(
                    odds, MonomialBasis.complete(1, 0), new double[] {StrictMath.log(sum / x.length)});
        }

        /** Learn to tell signal from background: half the events are signal alone, half background alone. */
        private TrainingResult onComponents(
                RatioTrainer trainer, int events, RandomStreams streams, Progress progress) {
            int training = BenchTraining.trainingPart(events);
            return trainer.withLoss(new CarlLoss())
                    .train(
                            components(training, streams.part("training")),
                            components(events - training, streams.part("validation")),
                            streams,
                            progress);
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

        /** Add the moments of the best fits of pseudo-experiments, and how many ended at γ = 0 or .2 or did not converge. */
        private BenchScore fits(BenchScore score, RatioEstimator learned, RandomStreams streams) {
            double[] byLearned = new double[trials];
            double[] byTruth = new double[trials];
            double[] data = new double[DATA];
            int outside = 0;
            for (int t = 0; t < trials; t++) {
                draw(data, streams, t);
                LocalMinimum found = BestFit.learned(learned, data, gamma, threads);
                LocalMinimum exact = BestFit.exact(simulator.truth(), simulator.space(), data, 1, gamma);
                byLearned[t] = found.get(0);
                byTruth[t] = exact.get(0);
                outside += BestFit.isInside(found) && BestFit.isInside(exact) ? 0 : 1;
            }
            return score.with("mle_mean", mean(byLearned))
                    .with("mle_sd", spread(byLearned))
                    .with("mle_mean_exact", mean(byTruth))
                    .with("mle_sd_exact", spread(byTruth))
                    .with("fits_at_edge", outside);
        }

        private void draw(double[] data, RandomStreams streams, int trial) {
            double[] x = new double[1];
            double[] z = new double[1];
            for (int i = 0; i < DATA; i++) {
                simulator.draw(gamma, streams.stream("pseudo-data", (long) trial * DATA + i), x, z);
                data[i] = x[0];
            }
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
