package hep.aurum.workflow;

import hep.aurum.base.Progress;
import hep.aurum.sample.AuditReport;
import hep.aurum.workflow.study.Study;
import java.util.Map;

/**
 * Take the steps of a study one at a time, as a script does: read, audit, learn, test. Each is the step that {@link StudyRun}
 * takes, with the same seed and so the same numbers, bit for bit.
 *
 * <p>The study may say more at a later step: how to learn, what to test. What it says of processes, observables, cuts, seed and
 * split belongs to the events and stays as it was.
 *
 * <pre>{@code
 * StudySteps steps = StudySteps.read(study, Progress.NONE);
 * steps.audit(study).values().forEach(AuditReport::require);
 * LearnedStudy learned = steps.learn(study, 2, Progress.NONE);
 * }</pre>
 */
public final class StudySteps {

    private final StudySample sample;

    private StudySteps(StudySample sample) {
        this.sample = sample;
    }

    /**
     * Read the events of a study, with its observables and the polynomial of every weight.
     *
     * @throws hep.aurum.base.Failure if an event file, a weight or an observable is not as it should be
     */
    public static StudySteps read(Study study, Progress progress) {
        return new StudySteps(SampleReading.read(study, progress));
    }

    /** Return how many selected events there are, those of all processes. */
    public int size() {
        return sample.events().size();
    }

    /** Audit the labels; one report per sample, by name. */
    public Map<String, AuditReport> audit(Study study) {
        return Auditing.audit(study, sample);
    }

    /**
     * Learn the ratio.
     *
     * @param threads number of threads; the numbers do not depend on it
     */
    public LearnedStudy learn(Study study, int threads, Progress progress) {
        return LearnedStudy.of(study, sample, threads, progress);
    }
}
