package hep.aurum.workflow;

import hep.aurum.base.Progress;
import hep.aurum.estimator.MixtureRatio;
import hep.aurum.estimator.NormalisedRatio;
import hep.aurum.estimator.ProcessComponent;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.ratio.TrainingResult;
import hep.aurum.infer.interval.Box;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.param.Prior;
import hep.aurum.sample.AuditReport;
import hep.aurum.sample.LabelAudit;
import hep.aurum.sample.SimulatedEvents;
import hep.aurum.workflow.study.SimulatorStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Learn the ratio of a simulator from events with gold, drawn at points spread over the ranges.
 *
 * <p>The joint ratio to the mixture of these laws is bounded by the number of points, and so has a finite variance everywhere. What was
 * learned is normalised over fresh draws of the mixture, which cost no training.
 */
final class SimulatorLearning {

    private static final double VALIDATION = 0.2;

    /** Points of the mixture beside the corners. */
    private static final int SPREAD = 60;

    /** As many events as the audit looks at; it asks for each of them at a few hundred points. */
    private static final int AUDITED = 20_000;

    /** Draws that the ratio is normalised over. */
    static final int NORMALISATION_ROWS = 100_000;

    private static final int NORMALISATION_POINTS = 60;

    private final SimulatorStudy study;
    private final RandomStreams streams;
    private final MixtureLaws laws;

    SimulatorLearning(SimulatorStudy study) {
        this.study = study;
        this.streams = RandomStreams.of(study.seed());
        this.laws = new MixtureLaws(
                new RangedSimulator(study.simulator(), study.parameters()), mixture(study.parameters()));
    }

    /** Return where independent observations come from. */
    MixtureLaws laws() {
        return laws;
    }

    /**
     * Return ten points in one parameter, ends included; in more, the corners of the ranges and points spread over them, of which no two share
     * a value, so that no law between two of them is far from both.
     */
    private static List<double[]> mixture(ParameterSpace space) {
        int k = space.size();
        List<double[]> points = new ArrayList<>();
        int corners = k == 1 ? 10 : 1 << k;
        for (int i = 0; i < corners; i++) {
            double[] theta = new double[k];
            for (int a = 0; a < k; a++) {
                Parameter range = space.get(a);
                double fraction = k == 1 ? i / 9.0 : i >> a & 1;
                theta[a] = range.min() + (range.max() - range.min()) * fraction;
            }
            points.add(theta);
        }
        if (k > 1) {
            points.addAll(Box.of(space).spread(SPREAD));
        }
        return points;
    }

    /** Draw the events that are learned from. */
    SimulatedEvents draw() {
        return SimulatedEvents.draw(laws.simulator(), laws.mixture(), study.events(), streams.part("simulation"));
    }

    /** Audit the gold. */
    AuditReport audit(SimulatedEvents events) {
        SimulatedEvents some = events.part(0, Math.min(events.size(), AUDITED));
        return LabelAudit.of(some.labels(), study.parameters()).run(streams);
    }

    /** Train, or take from the shelf, and normalise. */
    Learning.Learned learn(SimulatedEvents events, Learning.Shelf shelf, int threads, Progress progress) {
        String name = "shape-" + study.simulator().name();
        Learning.Network network = shelf.find(name).orElseGet(() -> {
            int training = (int) Math.round((1 - VALIDATION) * events.size());
            TrainingResult result = Learning.trainer(study.learning(), threads)
                    .withPrior(Prior.uniform(study.parameters()))
                    .train(
                            events.part(0, training),
                            events.part(training, events.size()),
                            streams.part("training"),
                            progress.renamed(task -> "training " + name));
            Learning.Network trained = new Learning.Network(name, TrainingHistory.of(result), result.estimator());
            shelf.keep(trained);
            return trained;
        });
        return new Learning.Learned(mixture(normalised(network.estimator(), threads)), List.of(network));
    }

    private RatioEstimator normalised(RatioEstimator ratio, int threads) {
        double[] events = laws.reference(NORMALISATION_ROWS, streams.part("reference law"))
                .events();
        List<double[]> points = new ArrayList<>(Box.of(study.parameters()).spread(NORMALISATION_POINTS));
        return NormalisedRatio.over(ratio, events, points, threads);
    }

    /** The number of observations is fixed: a process whose rate no parameter changes, so that the model is read as any other. */
    private MixtureRatio mixture(RatioEstimator ratio) {
        int k = study.parameters().size();
        ProcessComponent component = ProcessComponent.of(
                        study.simulator().name(), MonomialBasis.complete(k, 0), new double[] {1})
                .withShape(ratio, IntStream.range(0, k).toArray());
        return MixtureRatio.of(study.parameters(), ratio.featureNames(), List.of(component));
    }
}
