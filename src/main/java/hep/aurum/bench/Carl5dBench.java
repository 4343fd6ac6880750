package hep.aurum.bench;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.ratio.RatioTrainer;
import hep.aurum.estimator.ratio.TrainingResult;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.Prior;
import hep.aurum.simulator.ExactTruth;
import hep.aurum.simulator.toy.Carl5d;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Learn the ratio of five mixed observables in two parameters and fit data sets of 500 events with it: {@link Carl5d}.
 *
 * <p>The error of \(\log r(x|\theta,\theta_1)\) to the true \(\theta_1 = (1,-1)\) is averaged over θ uniform in the ranges, x half
 * from θ and half from θ1. The distance of the best fits by the learned and by the exact ratio, in units of the exact
 * uncertainties, is given as the largest and the root of the mean square over the data sets.
 */
final class Carl5dBench implements Bench {

    private static final int TEST_POINTS = 20_000;
    private static final int DATA = 500;
    private static final int STEPS = 25;
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
        return Map.of("data_sets", 20.0, "half_width", 1.5);
    }

    @Override
    public OptionalDouble published(String method, int events) {
        return OptionalDouble.empty();
    }

    @Override
    public Session open(Map<String, Double> settings, int threads) {
        double halfWidth = BenchTraining.setting(settings, "half_width");
        Carl5d simulator = Carl5d.aroundTruth(halfWidth);
        Prior prior = Prior.uniform(simulator.space());
        ParameterPoint truth = ParameterPoint.of(TRUTH);
        return new Run(
                simulator,
                new SimulatorTraining(simulator, prior, truth, mixture(halfWidth)),
                (int) Math.round(BenchTraining.setting(settings, "data_sets")),
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

    private record Run(Carl5d simulator, SimulatorTraining training, int dataSets, TestPoints test, int threads)
            implements Session {

        @Override
        public double trivial() {
            return test.trivial();
        }

        @Override
        public BenchScore run(String method, int events, RandomStreams streams) {
            RatioTrainer trainer = RatioTrainer.withDefaults()
                    .with(o -> o.withLearningRate(1e-3)
                            .withAveraging(2)
                            .withWeightDecay(SimulatorTraining.labelsAlone(method) ? 0.03 : 0)
                            .withEpochs(40)
                            .withPatience(20)
                            .withThreads(threads));
            TrainingResult result = training.train(trainer, method, events, streams);
            BenchScore score = BenchTraining.score(
                    result,
                    BenchTraining.error(method, test, result),
                    test.evaluationsPerSecond(result.estimator(), threads));
            return fits(score, result.estimator(), streams);
        }

        private BenchScore fits(BenchScore score, RatioEstimator learned, RandomStreams streams) {
            ExactTruth truth = simulator.truth();
            double largest = 0;
            double squares = 0;
            double[] information = new double[3];
            for (int t = 0; t < dataSets; t++) {
                double[][] data = draw(streams, t);
                double[] exact = fit(data, truth::score, information);
                double[] errors = {
                    Math.sqrt(information[2] / determinant(information)),
                    Math.sqrt(information[0] / determinant(information))
                };
                double[] found = fit(data, learned::logRatioAndScore, information);
                for (int a = 0; a < 2; a++) {
                    double pull = (found[a] - exact[a]) / errors[a];
                    largest = Math.max(largest, Math.abs(pull));
                    squares += pull * pull;
                }
            }
            return score.with("pull_max", largest).with("pull_rms", Math.sqrt(squares / (2 * dataSets)));
        }

        private double[][] draw(RandomStreams streams, int dataSet) {
            double[][] data = new double[DATA][5];
            double[] z = new double[simulator.latentNames().size()];
            for (int i = 0; i < DATA; i++) {
                simulator.draw(TRUTH, streams.stream("pseudo-data", (long) dataSet * DATA + i), data[i], z);
            }
            return data;
        }

        /** Give the score of an event. */
        private interface Score {
            void at(double[] x, double[] theta, double[] score);
        }

        /** Return the best fit by Fisher's method of scoring, and the information \(\sum_i t_it_i^T\) there. */
        private double[] fit(double[][] data, Score score, double[] information) {
            double[] theta = TRUTH.clone();
            double[] t = new double[2];
            for (int step = 0; step < STEPS; step++) {
                double[] sum = new double[2];
                Arrays.fill(information, 0);
                for (double[] x : data) {
                    score.at(x, theta, t);
                    sum[0] += t[0];
                    sum[1] += t[1];
                    information[0] += t[0] * t[0];
                    information[1] += t[0] * t[1];
                    information[2] += t[1] * t[1];
                }
                double determinant = determinant(information);
                theta[0] = inside(0, theta[0] + (information[2] * sum[0] - information[1] * sum[1]) / determinant);
                theta[1] = inside(1, theta[1] + (information[0] * sum[1] - information[1] * sum[0]) / determinant);
            }
            return theta;
        }

        private double inside(int parameter, double value) {
            return Math.max(
                    simulator.space().get(parameter).min(),
                    Math.min(simulator.space().get(parameter).max(), value));
        }

        private static double determinant(double[] information) {
            return information[0] * information[2] - information[1] * information[1];
        }
    }
}
