package hep.aurum.bench;

import hep.aurum.base.Progress;
import hep.aurum.estimator.DifferenceRatio;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.ratio.RatioTrainer;
import hep.aurum.estimator.ratio.TrainingResult;
import hep.aurum.math.optim.LocalMinimum;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Activation;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.Prior;
import hep.aurum.simulator.toy.Carl5d;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Learn the ratio of five mixed observables in two parameters and fit data sets of 500 events with it: {@link Carl5d}.
 *
 * <p>The error of \(\log r(x|\theta,\theta_1)\) to the true \(\theta_1 = (1,-1)\) is averaged over θ uniform in the ranges, x half
 * from θ and half from θ1. The distance of the best fits by the learned and by the exact ratio, in units of the exact
 * uncertainties, is given as the largest and the root of the mean square over the data sets, with the number of fits that
 * ended at the end of a range or did not converge.
 *
 * <p>A ratio that is learned from labels alone is made one at θ1, where it is one by definition, and normalised over a larger
 * sample of the law there: both together make the mean score vanish at θ1, the offset of which moves every fit alike.
 */
final class Carl5dBench implements Bench {

    private static final int TEST_POINTS = 20_000;
    private static final int DATA = 500;
    private static final int FEATURES = 5;
    private static final double[] TRUTH = {1, -1};

    @Override
    public String name() {
        return "carl-5d";
    }

    @Override
    public String description() {
        return "five mixed observables, two parameters; log r to the true point, x half from theta and half from there";
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
        return 2;
    }

    @Override
    public Map<String, Double> settings() {
        return Map.of("data_sets", 20.0, "half_width", 1.5, "reference_events", 2e5);
    }

    @Override
    public OptionalDouble published(String method, int events) {
        return OptionalDouble.empty();
    }

    @Override
    public Session open(Map<String, Double> settings, int threads) {
        double halfWidth = BenchSettings.number(settings, "half_width");
        Carl5d simulator = Carl5d.aroundTruth(halfWidth);
        Prior prior = Prior.uniform(simulator.space());
        ParameterPoint truth = ParameterPoint.of(TRUTH);
        return new Run(
                simulator,
                new SimulatorTraining(simulator, prior, truth, mixture(halfWidth)),
                BenchSettings.count(settings, "data_sets"),
                BenchSettings.count(settings, "reference_events"),
                TestPoints.halfAndHalf(simulator, prior, truth, TEST_POINTS),
                threads);
    }

    private static List<ParameterPoint> mixture(double halfWidth) {
        List<ParameterPoint> points = new ArrayList<>();
        for (int i = -1; i <= 1; i++) {
            for (int j = -1; j <= 1; j++) {
                points.add(ParameterPoint.of(TRUTH[0] + i * halfWidth, TRUTH[1] + j * halfWidth));
            }
        }
        return points;
    }

    private record Run(
            Carl5d simulator,
            SimulatorTraining training,
            int dataSets,
            int referenceEvents,
            TestPoints test,
            int threads)
            implements Session {

        @Override
        public double trivial() {
            return test.trivial();
        }

        @Override
        public BenchScore run(String method, int events, RandomStreams streams, Progress progress) {
            boolean labelsAlone = SimulatorTraining.labelsAlone(method);
            RatioTrainer trainer = labelsAlone ? trainerOfLabels() : trainerOfGold();
            TrainingResult result = training.train(trainer, method, events, streams, progress);
            RatioEstimator learned = result.estimator();
            RatioEstimator ratio = labelsAlone
                    ? training.normalised(
                            new DifferenceRatio(learned, ParameterPoint.of(TRUTH)),
                            method,
                            referenceEvents,
                            streams,
                            threads)
                    : learned;
            double mse = labelsAlone ? test.meanSquaredErrorToReference(ratio) : test.meanSquaredError(ratio);
            return fits(BenchTraining.score(result, mse, test.evaluationsPerSecond(learned, threads)), ratio, streams);
        }

        private RatioTrainer trainerOfGold() {
            return RatioTrainer.withDefaults()
                    .with(o -> o.withLearningRate(1e-3)
                            .withAveraging(2)
                            .withEpochs(40)
                            .withPatience(20)
                            .withThreads(threads));
        }

        /** Labels alone are noise for the most part: few weights, and the mean of several networks, do not follow it. */
        private RatioTrainer trainerOfLabels() {
            return RatioTrainer.withDefaults()
                    .with(o -> o.withHidden(List.of(30, 30))
                            .withActivation(Activation.SILU)
                            .withLearningRate(1e-3)
                            .withAveraging(2)
                            .withWeightDecay(0.01)
                            .withEpochs(80)
                            .withPatience(80)
                            .withMembers(4)
                            .withThreads(threads));
        }

        private BenchScore fits(BenchScore score, RatioEstimator learned, RandomStreams streams) {
            double largest = 0;
            double squares = 0;
            int outside = 0;
            for (int t = 0; t < dataSets; t++) {
                double[] data =
                        training.features(List.of(ParameterPoint.of(TRUTH)), DATA, streams.part("data set " + t));
                LocalMinimum exact = BestFit.exact(simulator.truth(), simulator.space(), data, FEATURES, TRUTH);
                LocalMinimum found = BestFit.learned(learned, data, TRUTH, threads);
                double[] errors = errors(data, exact.point());
                for (int a = 0; a < errors.length; a++) {
                    double pull = (found.get(a) - exact.get(a)) / errors[a];
                    largest = Math.max(largest, Math.abs(pull));
                    squares += pull * pull;
                }
                outside += BestFit.isInside(exact) && BestFit.isInside(found) ? 0 : 1;
            }
            return score.with("pull_max", largest)
                    .with("pull_rms", Math.sqrt(squares / (2 * dataSets)))
                    .with("fits_at_edge", outside);
        }

        /** Return the uncertainties by the inverse of the information \(\sum_i t_it_i^T\). */
        private double[] errors(double[] data, double[] theta) {
            double[] x = new double[FEATURES];
            double[] t = new double[2];
            double first = 0;
            double mixed = 0;
            double second = 0;
            for (int i = 0; i < DATA; i++) {
                System.arraycopy(data, i * FEATURES, x, 0, FEATURES);
                simulator.score(x, theta, t);
                first += t[0] * t[0];
                mixed += t[0] * t[1];
                second += t[1] * t[1];
            }
            double determinant = first * second - mixed * mixed;
            return new double[] {Math.sqrt(second / determinant), Math.sqrt(first / determinant)};
        }
    }
}
