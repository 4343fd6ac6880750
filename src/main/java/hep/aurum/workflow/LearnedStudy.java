package hep.aurum.workflow;

import hep.aurum.base.Check;
import hep.aurum.base.Progress;
import hep.aurum.param.ParameterPoint;
import hep.aurum.sample.EventSample;
import hep.aurum.workflow.study.Study;
import java.nio.file.Path;
import java.util.function.ObjDoubleConsumer;

/**
 * Hold a study whose ratio is learned and whose tests are still to be made, with the events that it was learned from.
 *
 * <p>{@link StudySteps#learn} makes one.
 */
public final class LearnedStudy {

    private final Study study;
    private final StudySample sample;
    private final Parts parts;
    private final Learning.Learned learned;

    private LearnedStudy(Study study, StudySample sample, Parts parts, Learning.Learned learned) {
        this.study = study;
        this.sample = sample;
        this.parts = parts;
        this.learned = learned;
    }

    static LearnedStudy of(Study study, StudySample sample, int threads, Progress progress) {
        Parts parts = Parts.of(study, sample);
        return new LearnedStudy(
                study, sample, parts, Learning.learn(study, parts, threads, Learning.Shelf.NONE, progress));
    }

    /** Return the study as far as it has been told. */
    public Study study() {
        return study;
    }

    /** Return the ratio as an observable of any event. */
    public LearnedObservable observable() {
        return LearnedObservable.of(study, learned.ratio());
    }

    /**
     * Hand out the events that took no part in the training, with what each stands for at a point.
     *
     * @param theta the point
     * @param receiver takes the observables \(x\), {@code [d]}, and the weight in pb; the weights add up to the cross-section
     *     after selection
     */
    public void heldOut(ParameterPoint theta, ObjDoubleConsumer<double[]> receiver) {
        Check.length("parameters of the point", theta.size(), study.parameters().size());
        EventSample events = GenerationPoints.of(study).at(parts.heldOut(), theta);
        int d = learned.ratio().featureNames().size();
        double[] monomials = events.basis().values(theta);
        for (int i = 0; i < events.size(); i++) {
            double[] x = new double[d];
            for (int j = 0; j < d; j++) {
                x[j] = events.feature(i, j);
            }
            receiver.accept(x, events.weight(i, monomials));
        }
    }

    /**
     * Make the tests of a study and write its results, as {@link StudyRun} does, without reading and training again.
     *
     * @param whole the study with its data and tests; its processes, observables, seed and learning are those of this one
     * @return the finished run
     */
    public StudyRun test(Study whole, RunOptions options) {
        StudyRun run = StudyRun.of(whole, options);
        run.executeWith(sample, learned.networks());
        return run;
    }

    /**
     * Write the model and the study, for {@link LearnedObservable#read}.
     *
     * @param folder a new folder, an empty one, or one of an earlier model
     */
    public void save(Path folder) {
        OutputFolder output = OutputFolder.claim(folder, Fingerprint.of(study), true);
        output.open(true);
        ModelShelf shelf = new ModelShelf(output);
        learned.networks().forEach(shelf::keep);
        shelf.describe(learned);
        output.write(LearnedObservable.STUDY, JsonText.of(study.document()) + "\n");
    }
}
