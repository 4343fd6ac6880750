package hep.aurum.workflow;

import hep.aurum.base.Progress;
import hep.aurum.sample.AuditReport;
import hep.aurum.workflow.study.Study;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Run a study: read, observe, label, audit, learn, test, conclude.
 *
 * <p>Nothing is written before the events were read and their labels passed the audit. A run that was interrupted goes on
 * with the networks it had finished; a finished one is not run again.
 */
public final class StudyRun {

    private static final String RESULT = "result.json";
    private static final String SUMMARY = "summary.txt";

    private final Study study;
    private final RunOptions options;
    private final OutputFolder folder;

    private StudyRun(Study study, RunOptions options, OutputFolder folder) {
        this.study = study;
        this.options = options;
        this.folder = folder;
    }

    /**
     * Prepare a run; the events that programs generate are there afterwards.
     *
     * @throws hep.aurum.base.BadInput if the output folder holds something else and the run is not forced
     */
    public static StudyRun of(Study study, RunOptions options) {
        Study ready = ExternalSamples.of(study).resolve(options.progress());
        OutputFolder folder = OutputFolder.claim(options.folder(), Fingerprint.of(ready), options.force());
        return new StudyRun(ready, options, folder);
    }

    /**
     * Read the events of a study and audit their labels, without training anything.
     *
     * @return one report per audited sample, by name
     */
    public static Map<String, AuditReport> audit(Study study, Progress progress) {
        Study ready = ExternalSamples.of(study).resolve(progress);
        StudySample sample = SampleReading.read(ready, progress);
        return progress.during("audit", () -> Auditing.audit(ready, sample));
    }

    /**
     * Run to the end, unless the results are there already.
     *
     * @throws hep.aurum.base.Refused if the label audit fails
     */
    public void execute() {
        if (isOpen()) {
            whole(progress -> conclude(SampleReading.read(study, progress), List.of(), progress));
        }
    }

    /**
     * Run to the end, unless the results are there already, with events that are read and networks that are trained.
     *
     * @param sample the events of this very study
     * @param finished networks of this very study, which are not trained again
     */
    void executeWith(StudySample sample, List<Learning.Network> finished) {
        if (isOpen()) {
            whole(progress -> conclude(sample, finished, progress));
        }
    }

    private boolean isOpen() {
        if (folder.isComplete() && !options.force()) {
            options.progress().report("already complete, nothing to do", 1);
            return false;
        }
        return true;
    }

    /** What has no task of its own is shown as part of the whole. */
    private void whole(Consumer<Progress> work) {
        String whole = "study " + study.name();
        Progress progress = options.progress();
        progress.report(whole, Double.NaN);
        work.accept(progress);
        progress.report(whole, 1);
    }

    private void conclude(StudySample sample, List<Learning.Network> finished, Progress progress) {
        Map<String, AuditReport> audit = progress.during("audit", () -> Auditing.audit(study, sample));
        audit.values().forEach(AuditReport::require);
        Parts parts = Parts.of(study, sample);
        Feasibility.require(study, sample);
        List<VariedSamples.Varied> varied = VariedSamples.read(study, progress);
        Optional<DataSet> data = progress.during("data", () -> DataDrawing.data(study, sample, parts));
        folder.open(options.force());
        ModelShelf shelf = new ModelShelf(folder);
        finished.forEach(shelf::keep);
        Learning.Learned learned = Learning.learn(
                study,
                parts,
                JointBuilding.obstacle(study).isPresent() ? List.of() : varied,
                options.threads(),
                shelf,
                progress);
        shelf.describe(learned);
        ScanReport scan = Scanning.scan(study, learned, parts, data, options.threads(), progress);
        List<Templates.Test> tests = study.discovery().isPresent()
                ? progress.during(
                        "templates and tests",
                        () -> Templates.tests(
                                study, learned.ratio(), parts, varied, sample.units(), data, options.threads()))
                : List.of();
        Optional<SpectrumTest.Outcome> spectrum = progress.during(
                "fit of a spectrum",
                () -> SpectrumTest.of(study, learned.ratio(), parts, sample.units(), data, options.threads()));
        Optional<TruthCheck> truth = sample.toy()
                .map(toy -> progress.during(
                        "comparison with the truth",
                        () -> TruthCheck.of(study, toy, learned.ratio(), options.threads())));
        JointOutcome joint = progress.during(
                "unbinned test",
                () -> JointOutcome.of(study, learned, parts, varied, data, tests, folder, options.threads()));
        StudyResult result = new Reporting(study, sample, parts, learned, shelf)
                .result(audit, truth, scan, tests, joint, spectrum, data);
        new Artefacts(study, folder, progress).write(result, truth, parts, learned, tests, spectrum, options.threads());
        folder.write(SUMMARY, Summary.of(result) + "\n");
        folder.write(RESULT, JsonText.of(result) + "\n");
    }

    /** Return the output folder. */
    public Path folder() {
        return options.folder();
    }

    /** Return the text of {@code result.json}. */
    public String resultText() {
        return folder.read(RESULT).strip();
    }

    /** Return the text of {@code summary.txt}. */
    public String summaryText() {
        return folder.read(SUMMARY).stripTrailing();
    }

    /** Return the warnings of all audits, for people. */
    static List<String> warnings(Map<String, AuditReport> audit) {
        List<String> warnings = new ArrayList<>();
        audit.forEach((name, report) -> report.warnings().forEach(w -> warnings.add(name + ": " + w)));
        return warnings;
    }
}
