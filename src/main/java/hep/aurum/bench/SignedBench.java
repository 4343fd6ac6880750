package hep.aurum.bench;

import hep.aurum.base.Progress;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.ratio.CarlLoss;
import hep.aurum.estimator.ratio.RatioTrainer;
import hep.aurum.estimator.ratio.TrainingResult;
import hep.aurum.math.array.ArrayTable;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.sample.LabelledSample;
import hep.aurum.simulator.toy.SignedPair;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Learn the ratio of two laws, one of which comes as events with weights of both signs: the {@link SignedPair}.
 *
 * <p>The error of log r is averaged over the denominator, by the trapezoidal rule. {@code bce} is the cross-entropy of the
 * learned ratio between the exact laws, of which 0.676222 is the least. There are no parameters.
 */
final class SignedBench implements Bench {

    /** The normal law is summed up to six standard deviations on each side; a step is a hundredth of one. */
    private static final int STEPS = 1200;

    private static final double REACH = 6;

    private static final double[] POINT = {};

    @Override
    public String name() {
        return "signed";
    }

    @Override
    public String description() {
        return "two laws, one with a quarter of its events of negative weight; log r averaged over the other law";
    }

    @Override
    public List<String> methods() {
        return List.of("carl");
    }

    @Override
    public List<Integer> events() {
        return List.of(100_000);
    }

    @Override
    public int seeds() {
        return 5;
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
        TestPoints.Builder points = new TestPoints.Builder(SignedBench::logRatio);
        for (int i = 0; i <= STEPS; i++) {
            double x = REACH * (2.0 * i / STEPS - 1);
            points.add(new double[] {x}, POINT, POINT, StrictMath.exp(-0.5 * x * x));
        }
        return new Run(points.build(), threads);
    }

    private static double logRatio(double[] x, double[] theta0, double[] theta1) {
        return SignedPair.logRatio(x[0]);
    }

    /**
     * Return the cross-entropy between the exact laws of a learned log r, half the events from each law.
     *
     * <p>\[ \tfrac12E_q\left[r\log(1+1/\hat r) + \log(1+\hat r)\right] \]
     */
    static double crossEntropy(DoubleUnaryOperator logRatio) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i <= STEPS; i++) {
            double x = REACH * (2.0 * i / STEPS - 1);
            double weight = StrictMath.exp(-0.5 * x * x);
            double learned = logRatio.applyAsDouble(x);
            double r = StrictMath.exp(SignedPair.logRatio(x));
            sum += weight * 0.5 * (r * softplus(-learned) + softplus(learned));
            weights += weight;
        }
        return sum / weights;
    }

    private static double softplus(double value) {
        return Math.max(value, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(value)));
    }

    private record Run(TestPoints test, int threads) implements Session {

        @Override
        public double trivial() {
            return test.trivial();
        }

        @Override
        public BenchScore run(String method, int events, RandomStreams streams, Progress progress) {
            int training = BenchTraining.trainingPart(events);
            TrainingResult result = trainer()
                    .train(
                            sample(training, streams.part("training events")),
                            sample(events - training, streams.part("validation events")),
                            streams,
                            progress);
            RatioEstimator learned = result.estimator();
            return BenchTraining.score(
                            result,
                            test.meanSquaredErrorToReference(learned),
                            test.evaluationsPerSecond(learned, threads))
                    .with("bce", crossEntropy(x -> learned.logRatio(new double[] {x}, POINT)));
        }

        /** A small network and large batches: weights of ±2 leave the statistics of far fewer events than there are. */
        private RatioTrainer trainer() {
            return RatioTrainer.withDefaults()
                    .withLoss(new CarlLoss())
                    .with(o -> o.withEpochs(20)
                            .withBatch(1000)
                            .withHidden(List.of(10))
                            .withLearningRate(0.005)
                            .withPatience(20)
                            .withThreads(threads));
        }

        /** Draw events of the numerator and of the denominator by turns. */
        private static LabelledSample sample(int events, RandomStreams streams) {
            double[] x = new double[events];
            double[] y = new double[events];
            double[] weight = new double[events];
            for (int i = 0; i < events; i++) {
                UniformRandomProvider random = streams.stream("signed", i);
                SignedPair.Weighted event = i % 2 == 0 ? SignedPair.numerator(random) : SignedPair.denominator(random);
                x[i] = event.x();
                weight[i] = event.weight();
                y[i] = i % 2;
            }
            return LabelledSample.ofTwoLaws(List.of("x"), ArrayTable.of(x, 1), ArrayTable.of(y, 1))
                    .withWeight(ArrayTable.of(weight, 1));
        }
    }
}
