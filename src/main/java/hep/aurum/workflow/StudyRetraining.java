package hep.aurum.workflow;

import hep.aurum.base.NotSupported;
import hep.aurum.base.Progress;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.nn.fit.FitOptions;
import hep.aurum.sample.EventSample;
import hep.aurum.trust.Retraining;
import hep.aurum.workflow.study.Study;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Train the ratio of a study again. The parts of its events stay as they are, so that none that it is examined on is trained on;
 * a simulator draws as many again for twice the events.
 */
final class StudyRetraining implements Retraining {

    private static final int FEWEST_MEMBERS = 5;

    private final Study study;
    private final StudySample sample;
    private final Parts parts;
    private final int threads;

    StudyRetraining(Study study, StudySample sample, Parts parts, int threads) {
        this.study = study;
        this.sample = sample;
        this.parts = parts;
        this.threads = threads;
    }

    @Override
    public boolean allows(Change change) {
        return switch (change) {
            case SEED, FEWER_EVENTS, WIDTH, ENSEMBLE -> true;
            case EVENTS -> sample.toy().isPresent();
            // A study has no key for it.
            case PROPOSAL -> false;
        };
    }

    @Override
    public RatioEstimator train(Change change, Progress progress) {
        Study.Learning learning = study.learning();
        return switch (change) {
            case SEED -> learn(study.withSeed(study.seed() + 1), parts, progress);
            case EVENTS -> more(progress);
            case FEWER_EVENTS -> learn(study, half(), progress);
            case WIDTH -> learn(study.withLearning(learning.withHidden(doubled(learning.hidden()))), parts, progress);
            case ENSEMBLE ->
                learn(
                        study.withLearning(learning.withMembers(Math.max(FEWEST_MEMBERS, 2 * learning.members()))),
                        parts,
                        progress);
            case PROPOSAL ->
                throw new NotSupported(
                        "training with " + change.words(),
                        "",
                        "the points of a study's events are its proposal: generate others");
        };
    }

    private RatioEstimator learn(Study changed, Parts events, Progress progress) {
        return TrustSubject.anchored(
                study,
                Learning.learn(changed, events, threads, Learning.Shelf.NONE, progress)
                        .ratio());
    }

    private RatioEstimator more(Progress progress) {
        Study twice = study.withProcesses(study.processes().stream()
                .map(process -> process.withSimulator(
                        process.simulator().map(s -> new Study.SimulatorSpec(s.name(), 2 * s.events(), s.options()))))
                .toList());
        StudySample drawn = SampleReading.read(twice, progress);
        return learn(twice, Parts.of(twice, drawn), progress);
    }

    private static List<Integer> doubled(List<Integer> hidden) {
        List<Integer> widths = hidden.isEmpty() ? FitOptions.withDefaults().hidden() : hidden;
        return widths.stream().map(width -> 2 * width).toList();
    }

    /** Every second event: samples are in random order. */
    private Parts half() {
        return new Parts(
                everySecond(parts.training()),
                everySecond(parts.validation()),
                parts.template(),
                parts.pool(),
                parts.heldOut(),
                parts.rates());
    }

    /** Copies of one generator event stay together. */
    private static EventSample everySecond(EventSample events) {
        int[] rows = IntStream.range(0, events.size())
                .filter(row -> (events.origin(row) & 1) == 0)
                .toArray();
        return events.subset(rows, 2);
    }
}
