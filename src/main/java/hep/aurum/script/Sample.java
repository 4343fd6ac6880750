package hep.aurum.script;

import hep.aurum.sample.AuditReport;
import hep.aurum.workflow.LearnedStudy;
import hep.aurum.workflow.StudySteps;
import hep.aurum.workflow.study.Study;
import hep.aurum.workflow.study.StudyReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hold selected events with their labels, the joint ratio and the joint score, which the audit has found sound. */
public final class Sample {

    private static final String ORIGIN = "the study of this script";

    private final Session session;
    private final Document document;
    private final StudySteps steps;
    private final Map<String, AuditReport> audit;

    private Sample(Session session, Document document, StudySteps steps, Map<String, AuditReport> audit) {
        this.session = session;
        this.document = document;
        this.steps = steps;
        this.audit = audit;
    }

    static Sample read(Session session, Document document) {
        Study study = study(document);
        StudySteps steps = StudySteps.read(study, session.progress());
        Map<String, AuditReport> audit = steps.audit(study);
        audit.values().forEach(AuditReport::require);
        return new Sample(session, document, steps, audit);
    }

    static Study study(Document document) {
        return StudyReader.ofText(ORIGIN, document.toString());
    }

    /** Return how many events were selected. */
    public int size() {
        return steps.size();
    }

    /** Return the checks of the labels, a line each. */
    public String audit() {
        return AuditText.of(audit);
    }

    /** Return the study that has been described so far, as JSON. */
    public String study() {
        return document.toString();
    }

    /** Learn the likelihood ratio with the settings of a study file. */
    public Model train(String method) {
        return train(method, Map.of());
    }

    /**
     * Learn the likelihood ratio.
     *
     * @param method {@code carl}, {@code rolr}, {@code cascal}, {@code rascal}, {@code alice} or {@code alices}
     * @param settings keys of {@code estimator} of a study file, such as {@code {"epochs": 20, "hidden": [32, 32]}}
     */
    public Model train(String method, Map<?, ?> settings) {
        Map<String, @Nullable Object> estimator = new LinkedHashMap<>();
        estimator.put("method", method);
        if (Values.plain(settings) instanceof Map<?, ?> plain) {
            plain.forEach((key, value) -> estimator.put(String.valueOf(key), value));
        }
        Document whole = document.with(estimator, "estimator");
        LearnedStudy learned = steps.learn(study(whole), session.threads(), session.progress());
        return Model.of(session, whole, learned);
    }

    @Override
    public String toString() {
        return size() + " labelled events";
    }
}
