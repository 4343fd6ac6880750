package hep.aurum.workflow;

import hep.aurum.base.NotSupported;
import hep.aurum.base.Progress;
import hep.aurum.estimator.DifferenceRatio;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.ratio.Parameterisation;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.sample.CrossSection;
import hep.aurum.sample.EventSample;
import hep.aurum.trust.Laws;
import hep.aurum.trust.Subject;
import hep.aurum.workflow.study.Study;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Put a learned ratio before the checks, with what a study knows to hold it against. */
final class TrustSubject {

    /** Events of an experiment that checks draw: more would cost time and find little. */
    private static final int MOST_EVENTS = 200;

    private static final int FEWEST_EVENTS = 10;
    /** Of stored events, experiments that should come out, and the share of events that weights let pass. */
    private static final int STORED_EXPERIMENTS = 100;

    private static final double ACCEPTED = 0.3;

    private TrustSubject() {}

    /**
     * Make the subject.
     *
     * @param sample all events of the study, in memory
     * @throws NotSupported if the study has events at some points only, so that nothing can be drawn at any other
     */
    static Subject of(
            Study study, RatioEstimator ratio, StudySample sample, boolean mayRetrain, int threads, Progress progress) {
        if (!GenerationPoints.of(study).isEmpty()) {
            throw new NotSupported(
                    "the events of the study were generated at some points only, and no weights say what they are at others",
                    study.file().toString(),
                    "aurum trust needs laws at every point: reweight the events to benchmarks, or use a simulator");
        }
        Parts parts = Parts.of(study, sample);
        Optional<DataSet> data = DataDrawing.data(study, sample, parts);
        EventSample pool = data.filter(d -> d.truth().isPresent())
                .map(d -> without(parts.heldOut(), d))
                .orElseGet(parts::heldOut);
        return new Subject(
                study.name(),
                anchored(study, ratio),
                laws(study, sample, pool),
                study.parameters(),
                experiment(study, sample, pool),
                progress.during("audit", () -> Auditing.audit(study, sample)),
                data.map(d -> events(d, sample.learned())),
                mayRetrain ? Optional.of(new StudyRetraining(study, sample, parts, threads)) : Optional.empty());
    }

    /** Pseudo-data were drawn from the pool: what is held against them must be other events. */
    private static EventSample without(EventSample pool, DataSet data) {
        Set<Long> used = new HashSet<>();
        for (int row : data.rows()) {
            used.add(data.events().origin(row));
        }
        return pool.subset(
                IntStream.range(0, pool.size())
                        .filter(row -> !used.contains(pool.origin(row)))
                        .toArray(),
                1);
    }

    private static Laws laws(Study study, StudySample sample, EventSample pool) {
        return sample.toy()
                .<Laws>map(toy -> new ToyLaws(toy, ToySampling.first(study)))
                .orElseGet(() -> PooledLaws.of(pool));
    }

    /** The reference of a double ratio is unknown; that of its difference to the standard point is the law there. */
    static RatioEstimator anchored(Study study, RatioEstimator ratio) {
        boolean isDouble = Parameterisation.parse(study.learning().parameterisation()) == Parameterisation.DOUBLE;
        return isDouble ? new DifferenceRatio(ratio, study.parameters().standard()) : ratio;
    }

    private static int experiment(Study study, StudySample sample, EventSample pool) {
        double expected = 0;
        for (int p = 0; p < sample.events().processes().size(); p++) {
            expected += 1000
                    * study.luminosity()
                    * CrossSection.ofProcess(sample.events(), p)
                            .value(study.scan().expectedAt());
        }
        double most = sample.toy().isPresent()
                ? MOST_EVENTS
                : Math.min(MOST_EVENTS, ACCEPTED * pool.size() / STORED_EXPERIMENTS);
        return (int) Math.max(FEWEST_EVENTS, Math.min(most, Math.round(expected)));
    }

    private static EventData events(DataSet data, int d) {
        EventSample sample = data.events();
        int[] rows = data.rows();
        double[] events = new double[rows.length * d];
        for (int i = 0; i < rows.length; i++) {
            for (int a = 0; a < d; a++) {
                events[i * d + a] = sample.feature(rows[i], a);
            }
        }
        return EventData.of(events, d);
    }
}
