package hep.aurum.workflow;

import hep.aurum.base.Progress;
import hep.aurum.estimator.MixtureRatio;
import hep.aurum.estimator.NormalisedRatio;
import hep.aurum.estimator.ProcessComponent;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.ratio.AliceLoss;
import hep.aurum.estimator.ratio.Parameterisation;
import hep.aurum.estimator.ratio.RatioLoss;
import hep.aurum.estimator.ratio.RatioTrainer;
import hep.aurum.estimator.ratio.TrainingResult;
import hep.aurum.infer.interval.Box;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Activation;
import hep.aurum.nn.Backend;
import hep.aurum.nn.OptimiserKind;
import hep.aurum.nn.fit.FitOptions;
import hep.aurum.nn.fit.Schedule;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.Prior;
import hep.aurum.sample.CrossSection;
import hep.aurum.sample.EventSample;
import hep.aurum.sample.PointGrid;
import hep.aurum.sample.ProcessShape;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Learn the ratio of a study: for every process that parameters shape, the ratio of its densities from the mined labels, and
 * for every process beside the first, its odds against the first.
 */
final class Learning {

    private static final int MAX_NORMALISATION_ROWS = 20_000;
    private static final int NORMALISATION_POINTS = 150;

    private final Study study;
    private final Parts parts;
    private final RatioTrainer trainer;
    private final RandomStreams streams;
    private final int threads;
    private final GenerationPoints points;
    private final Map<String, Network> networks = new LinkedHashMap<>();

    /**
     * Hold one trained network (or ensemble).
     *
     * @param name {@code shape-PROCESS}, {@code odds-PROCESS} or {@code varied-PROCESS-NUISANCE-up} (or {@code -down})
     * @param history how its training went
     * @param estimator the ratio
     */
    record Network(String name, TrainingHistory history, RatioEstimator estimator) {}

    /**
     * Hold what was learned.
     *
     * @param ratio the ratio of the whole
     * @param networks its parts, in the order of training
     */
    record Learned(MixtureRatio ratio, List<Network> networks) {}

    /** Where finished networks are kept between runs. */
    interface Shelf {

        /** A shelf that keeps nothing. */
        Shelf NONE = new Shelf() {
            @Override
            public Optional<Network> find(String name) {
                return Optional.empty();
            }

            @Override
            public void keep(Network network) {}
        };

        /** Return a network that was finished before. */
        Optional<Network> find(String name);

        /** Keep a finished network. */
        void keep(Network network);
    }

    private Learning(Study study, Parts parts, int threads) {
        this.study = study;
        this.parts = parts;
        this.trainer = trainer(study.learning(), threads);
        this.threads = threads;
        this.points = GenerationPoints.of(study);
        this.streams = RandomStreams.of(study.seed()).part("training");
    }

    /** Train, or take from the shelf, all networks of a study but those of its variations. */
    static Learned learn(Study study, Parts parts, int threads, Shelf shelf, Progress progress) {
        return learn(study, parts, List.of(), threads, shelf, progress);
    }

    /** Train, or take from the shelf, all networks of a study. */
    static Learned learn(
            Study study, Parts parts, List<VariedSamples.Varied> varied, int threads, Shelf shelf, Progress progress) {
        Learning learning = new Learning(study, parts, threads);
        MixtureRatio ratio = learning.learnAll(shelf, progress);
        varied.forEach(variation -> learning.vary(variation, shelf, progress));
        return new Learned(ratio, List.copyOf(learning.networks.values()));
    }

    /** Return the trainer that a study asks for. */
    static RatioTrainer trainer(Study.Learning learning, int threads) {
        RatioTrainer trainer = RatioTrainer.withDefaults()
                .withLoss(RatioLoss.named(learning.method()))
                .withParameterisation(Parameterisation.parse(learning.parameterisation()))
                .with(options -> configured(options, learning).withThreads(threads));
        return learning.alpha() < 0 ? trainer : trainer.withAlpha(learning.alpha());
    }

    private static FitOptions configured(FitOptions defaults, Study.Learning learning) {
        FitOptions options = defaults.withMembers(learning.members())
                .withBootstrap(learning.bootstrap())
                .withBackend(Backend.named(learning.backend()));
        options = learning.schedule().isEmpty() ? options : options.withSchedule(Schedule.parse(learning.schedule()));
        options = learning.optimiser().isEmpty()
                ? options
                : options.withOptimiser(OptimiserKind.parse(learning.optimiser()));
        options = learning.hidden().isEmpty() ? options : options.withHidden(learning.hidden());
        options = learning.activation().isEmpty()
                ? options
                : options.withActivation(Activation.parse(learning.activation()));
        options = learning.epochs() == 0 ? options : options.withEpochs(learning.epochs());
        options = learning.batch() == 0 ? options : options.withBatch(learning.batch());
        options = learning.learningRate() == 0 ? options : options.withLearningRate(learning.learningRate());
        options = learning.weightDecay() < 0 ? options : options.withWeightDecay(learning.weightDecay());
        return learning.patience() == 0 ? options : options.withPatience(learning.patience());
    }

    private MixtureRatio learnAll(Shelf shelf, Progress progress) {
        EventSample training = parts.training();
        List<ProcessComponent> components = new ArrayList<>();
        for (int p = 0; p < training.processes().size(); p++) {
            String name = training.processes().get(p);
            ProcessComponent component = ProcessComponent.of(
                    name,
                    training.basis(),
                    CrossSection.ofProcess(parts.rates(), p).coefficients());
            ProcessShape shape = ProcessShape.of(training, p);
            Optional<PointGrid> grid = points.of(name);
            if (grid.isPresent()) {
                RatioEstimator ratio = network(
                        "shape-" + name,
                        shelf,
                        () -> trainer.train(
                                grid.get().labelled(training, streams.stream("points " + name, 0)),
                                grid.get().labelled(parts.validation(), streams.stream("points " + name, 1)),
                                streams.part("shape-" + name),
                                progress.renamed(task -> "training shape-" + name)));
                EventSample all = parts.rates().subset(parts.rates().rowsOf(p), 1);
                component =
                        component.withShape(normalised(ratio, all), grid.get().parameters());
            } else if (shape.isShaped()) {
                EventSample check = ProcessShape.of(parts.validation(), p).events();
                RatioEstimator ratio = network("shape-" + name, trainer, shape.events(), check, shelf, progress);
                component = component.withShape(
                        normalised(ratio, ProcessShape.of(parts.rates(), p).events()), shape.parameters());
            }
            if (p > 0) {
                EventSample both = ProcessShape.fractions(training, 0, p);
                EventSample check = ProcessShape.fractions(parts.validation(), 0, p);
                RatioEstimator odds = network("odds-" + name, classifier(both), both, check, shelf, progress);
                component =
                        component.withOdds(calibrated(odds, training.processes().get(0), name));
            }
            components.add(component);
        }
        return MixtureRatio.of(study.parameters(), training.featureNames(), components);
    }

    /** Tell varied events of a process from the nominal ones. */
    private void vary(VariedSamples.Varied variation, Shelf shelf, Progress progress) {
        vary(variation, true, variation.upParts(), shelf, progress);
        variation.downParts().ifPresent(down -> vary(variation, false, down, shelf, progress));
    }

    private void vary(VariedSamples.Varied variation, boolean isUp, Parts moved, Shelf shelf, Progress progress) {
        String process = variation.process();
        int d = parts.training().dimension();
        LawSample nominal = LawSample.of(parts.training(), process, d);
        EventSample both = LawSample.mixture(nominal, LawSample.of(moved.training(), process, d));
        EventSample check = LawSample.mixture(
                LawSample.of(parts.validation(), process, d), LawSample.of(moved.validation(), process, d));
        network(variation.network(isUp), classifier(both), both, check, shelf, progress);
    }

    /**
     * A label without score: cross-entropy, the same networks otherwise. Of the mixtures between the pure samples, which change
     * ever faster towards the ends, nothing need be learned.
     */
    private RatioTrainer classifier(EventSample both) {
        Prior pure = Prior.points(both.space(), List.of(ParameterPoint.of(0), ParameterPoint.of(1)));
        return trainer.withLoss(new AliceLoss())
                .withAlpha(0)
                .withPrior(pure)
                .withParameterisation(Parameterisation.SINGLE);
    }

    /**
     * Normalise over all events that are not in the pool; the ranges' spread of points is the likelihood scan's. A double
     * ratio has an unknown reference, over which no mean can be taken: it stays as it is.
     */
    private RatioEstimator normalised(RatioEstimator ratio, EventSample events) {
        return normalised(study, ratio, events, threads);
    }

    /** Odds of a process are a density of its own, and right as a number for everybody who asks. */
    private RatioEstimator calibrated(RatioEstimator odds, String first, String process) {
        LawSample below = LawSample.heldOut(parts, first);
        LawSample above = LawSample.heldOut(parts, process);
        return OddsCalibration.of(odds, below, above, fraction(study, first, process), threads)
                .apply(odds);
    }

    /** Return the share of a process against the first in the mixture over which odds are normalised. */
    static double fraction(Study study, String first, String process) {
        boolean isBelow = isBackground(study, first);
        boolean isAbove = isBackground(study, process);
        if (isBelow == isAbove) {
            return OddsCalibration.EVEN;
        }
        return isBelow ? OddsCalibration.RARE : 1 - OddsCalibration.RARE;
    }

    private static boolean isBackground(Study study, String process) {
        return study.processes().stream().anyMatch(p -> p.name().equals(process) && !p.isSignal());
    }

    /** Normalise one ratio, or one member of an ensemble, in the same way. */
    static RatioEstimator normalised(Study study, RatioEstimator ratio, EventSample events, int threads) {
        if (Parameterisation.parse(study.learning().parameterisation()) == Parameterisation.DOUBLE) {
            return ratio;
        }
        int d = ratio.featureNames().size();
        int stride = Math.max(1, events.size() / MAX_NORMALISATION_ROWS);
        int rows = events.size() / stride;
        double[] features = new double[rows * d];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < d; j++) {
                features[i * d + j] = events.feature(i * stride, j);
            }
        }
        return NormalisedRatio.over(ratio, features, Box.of(ratio.space()).spread(NORMALISATION_POINTS), threads);
    }

    private RatioEstimator network(
            String name,
            RatioTrainer configured,
            EventSample training,
            EventSample validation,
            Shelf shelf,
            Progress progress) {
        return network(
                name,
                shelf,
                () -> configured.train(
                        training, validation, streams.part(name), progress.renamed(task -> "training " + name)));
    }

    private RatioEstimator network(String name, Shelf shelf, Supplier<TrainingResult> training) {
        Optional<Network> finished = shelf.find(name);
        if (finished.isPresent()) {
            networks.put(name, finished.get());
            return finished.get().estimator();
        }
        TrainingResult result = training.get();
        Network network = new Network(name, TrainingHistory.of(result), result.estimator());
        networks.put(name, network);
        shelf.keep(network);
        return result.estimator();
    }
}
