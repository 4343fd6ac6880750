package hep.aurum.bench;

import hep.aurum.base.Progress;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.ratio.LabelForm;
import hep.aurum.estimator.ratio.Parameterisation;
import hep.aurum.estimator.ratio.RatioLoss;
import hep.aurum.estimator.ratio.RatioTrainer;
import hep.aurum.estimator.ratio.TrainingResult;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.Prior;
import hep.aurum.sample.EventSample;
import hep.aurum.sample.SimulatedSample;
import hep.aurum.simulator.toy.EftOptions;
import hep.aurum.simulator.toy.EftToy;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Learn the ratio of the effective theory with exact morphing and exact detector-level truth: {@link EftToy}.
 *
 * <p>N events in all are drawn at θ = 0; methods whose names end in {@code -pairs}, and those without the joint ratio, get N/2
 * at θ and N/2 at 0. The error of \(\log r(x|\theta,0)\) is averaged over θ uniform in \([-.3,.3]^k\) and x half from θ, half
 * from 0.
 */
final class EftToyBench implements Bench {

    private static final int TEST_POINTS = 20_000;
    private static final int INFORMATION_EVENTS = 50_000;
    /** The curvature of a cross-entropy is a sixteenth of that of the two squares, so that its score term weighs less. */
    private static final double ALPHA_OF_ENTROPY = 0.5;

    private static final double ALPHA_OF_SQUARES = 10;

    /**
     * The amplitude vanishes at \(z = -1/\theta\), so log r falls by \(2\log(1/(|\theta|s))\) within a smearing s. Two layers
     * of 100 units blur that dip, and nearly all of the error comes from it: at s = .1 four layers have two fifths of the error
     * with RASCAL and a quarter with ALICES.
     */
    private static final List<Integer> DEEP = List.of(64, 64, 64, 64);

    /** Half the default, at which single trainings by squares of ratios ended with twice the usual error. */
    private static final double RATE_OF_DEEP = 1e-3;

    /** Epochs of 100 000 events; the dip is learned last. */
    private static final double PASSES = 50;

    /** Fixed pairs are learned by heart: their error is that of the sample, and a deeper network or more epochs add to it. */
    private static final double PASSES_OF_PAIRS = 30;

    private static final String PAIRS = "-pairs";
    private static final String MORPHING = "-morphing";
    private static final String DOUBLE = "-double";

    @Override
    public String name() {
        return "eft-toy";
    }

    @Override
    public String description() {
        return "effective theory in 1 to 3 operators; log r to theta = 0 over theta in [-.3, .3], x half from theta and half"
                + " from 0";
    }

    @Override
    public List<String> methods() {
        return List.of(
                "rascal",
                "alices",
                "alice",
                "rolr",
                "cascal",
                "carl",
                "rascal-pairs",
                "alices-pairs",
                "alice-pairs",
                "rolr-pairs",
                "rascal-morphing",
                "alices-morphing",
                "alices-double");
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
        return Map.of("smearing", 0.5, "parameters", 1.0, "range", 0.3);
    }

    @Override
    public OptionalDouble published(String method, int events) {
        return OptionalDouble.empty();
    }

    @Override
    public Session open(Map<String, Double> settings, int threads) {
        EftToy toy = EftToy.of(EftOptions.withDefaults()
                .withParameters((int) Math.round(BenchSettings.number(settings, "parameters")))
                .withSmearing(BenchSettings.number(settings, "smearing"))
                .withRange(BenchSettings.number(settings, "range")));
        Prior prior = Prior.uniform(toy.space());
        ParameterPoint zero = ParameterPoint.of(new double[toy.space().size()]);
        return new Run(toy, prior, TestPoints.halfAndHalf(toy, prior, zero, TEST_POINTS), threads);
    }

    private record Run(EftToy toy, Prior prior, TestPoints test, int threads) implements Session {

        @Override
        public double trivial() {
            return test.trivial();
        }

        @Override
        public BenchScore run(String method, int events, RandomStreams streams, Progress progress) {
            String loss = method.contains("-") ? method.substring(0, method.indexOf('-')) : method;
            boolean pairs = method.endsWith(PAIRS) || SimulatorTraining.labelsAlone(loss);
            RatioTrainer trainer = trainer(method, loss, pairs, events);
            ParameterPoint zero = ParameterPoint.of(new double[toy.space().size()]);
            TrainingResult result = pairs
                    ? new SimulatorTraining(toy, prior, zero, List.of(zero)).onPairs(trainer, events, streams, progress)
                    : onMined(trainer, zero, events, streams, progress);
            double mse = pairs
                    ? test.meanSquaredErrorToReference(result.estimator())
                    : test.meanSquaredError(result.estimator());
            return BenchTraining.score(result, mse, test.evaluationsPerSecond(result.estimator(), threads))
                    .with("information", information(result.estimator(), streams))
                    .with("effective_events", result.effectiveSampleSize());
        }

        private RatioTrainer trainer(String method, String loss, boolean pairs, int events) {
            double passes = pairs ? PASSES_OF_PAIRS : PASSES;
            int epochs = (int) Math.max(20, Math.min(400, passes * Math.sqrt(1e5 / events)));
            Parameterisation parameterisation = method.endsWith(MORPHING)
                    ? Parameterisation.MORPHING
                    : method.endsWith(DOUBLE) ? Parameterisation.DOUBLE : Parameterisation.SINGLE;
            return RatioTrainer.withDefaults()
                    .withLoss(RatioLoss.named(loss))
                    .withLabels(LabelForm.WEIGHTED)
                    .withParameterisation(parameterisation)
                    .withPrior(prior)
                    .withAlpha(loss.equals("alices") ? ALPHA_OF_ENTROPY : ALPHA_OF_SQUARES)
                    .with(o -> (pairs ? o : o.withHidden(DEEP).withLearningRate(RATE_OF_DEEP))
                            .withEpochs(epochs)
                            .withPatience(epochs)
                            .withAveraging(1)
                            .withThreads(threads));
        }

        private TrainingResult onMined(
                RatioTrainer trainer, ParameterPoint zero, int events, RandomStreams streams, Progress progress) {
            EventSample all = new SimulatedSample(toy, zero, events, 0, streams).inMemory();
            int training = BenchTraining.trainingPart(events);
            EventSample train = all.subset(IntStream.range(0, training).toArray(), (double) events / training);
            EventSample check =
                    all.subset(IntStream.range(training, events).toArray(), (double) events / (events - training));
            return trainer.train(train, check, streams, progress);
        }

        /** Return \(E_0[(\partial_{\theta_0}\log\hat r)^2]\) at θ = 0. */
        private double information(RatioEstimator estimator, RandomStreams streams) {
            int k = toy.space().size();
            double[] zero = new double[k];
            double[] score = new double[k];
            double[] x = new double[toy.featureNames().size()];
            double[] z = new double[toy.latents()];
            double sum = 0;
            for (int i = 0; i < INFORMATION_EVENTS; i++) {
                toy.draw(zero, streams.stream("information", i), x, z);
                estimator.logRatioAndScore(x, zero, score);
                sum += score[0] * score[0];
            }
            return sum / INFORMATION_EVENTS;
        }
    }
}
