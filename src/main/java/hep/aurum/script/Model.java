package hep.aurum.script;

import hep.aurum.base.NotSupported;
import hep.aurum.param.ParameterPoint;
import hep.aurum.workflow.LearnedObservable;
import hep.aurum.workflow.LearnedStudy;
import hep.aurum.workflow.StudyRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hold a learned likelihood ratio \(\hat r(x|\theta_0, \theta_1)\).
 *
 * <p>Points are maps from names to numbers; parameters that a map leaves out are at their standard value. One event is a map or a
 * list of its observables.
 */
public final class Model {

    private static final String DATA = "data";

    private final Session session;
    private final Document document;
    private final @Nullable LearnedStudy study;
    private final LearnedObservable learned;

    private Model(Session session, Document document, @Nullable LearnedStudy study, LearnedObservable learned) {
        this.session = session;
        this.document = document;
        this.study = study;
        this.learned = learned;
    }

    static Model of(Session session, Document document, LearnedStudy study) {
        return new Model(session, document, study, study.observable());
    }

    static Model read(Session session, Object folder) {
        return new Model(session, Document.EMPTY, null, LearnedObservable.read(Values.path(folder)));
    }

    /** Return the names of the parameters. */
    public List<String> parameters() {
        return learned.space().names();
    }

    /** Return the observables that the model looks at, in order. */
    public List<String> observables() {
        return learned.featureNames();
    }

    /**
     * Return \(\log\hat r(x|\theta_0,\theta_1)\) of one event.
     *
     * @param x the observables, by name or in order
     * @param theta0 the numerator
     * @param theta1 the denominator
     */
    public double logRatio(Object x, Map<?, ?> theta0, Map<?, ?> theta1) {
        return between(theta0, theta1).of(x);
    }

    /**
     * Return the score \(\nabla_\theta\log\hat r(x|\theta)\) of one event, by the name of the parameter.
     *
     * @param x the observables, by name or in order
     * @param theta the point
     */
    public Map<String, Double> score(Object x, Map<?, ?> theta) {
        double[] score = new double[learned.space().size()];
        double[] point = Values.point(learned.space(), theta).toArray();
        learned.ratio().logRatioAndScore(Values.features(observables(), x), point, score);
        Map<String, Double> byName = new LinkedHashMap<>();
        for (int a = 0; a < score.length; a++) {
            byName.put(parameters().get(a), score[a]);
        }
        return byName;
    }

    /** Return the ratio between two points, as an observable of events, files and histograms. */
    public LogRatio between(Map<?, ?> theta0, Map<?, ?> theta1) {
        ParameterPoint numerator = Values.point(learned.space(), theta0);
        ParameterPoint denominator = Values.point(learned.space(), theta1);
        return new LogRatio(learned.between(numerator, denominator), study);
    }

    /**
     * Test data against every point of the ranges, and the rate of the signal, if it is a parameter and there is a background,
     * against zero. Writes what {@code aurum run} writes, to {@code results/NAME}.
     *
     * @param data a point, for pseudo-data that the training never saw; a file of recorded events, or a list of them; or nothing,
     *     for what is expected alone
     * @param luminosity in fb⁻¹
     */
    public Result test(@Nullable Object data, Number luminosity) {
        return test(data, luminosity, session.results(String.valueOf(document.get("name"))));
    }

    /** Test data, and write to a folder. */
    public Result test(@Nullable Object data, Number luminosity, Object folder) {
        Document whole = withTests(document).with(Values.plain(luminosity), "luminosity");
        if (data instanceof Map<?, ?>) {
            whole = whole.with(Values.plainNumbers("the point of pseudo-data", data), DATA, "pseudo");
        } else if (data != null) {
            whole = whole.with(
                    Values.items(data).stream()
                            .map(file -> Values.path(file).toString())
                            .toList(),
                    DATA,
                    "events");
        }
        StudyRun run = here("test data").test(Sample.study(whole), session.options(Values.path(folder)));
        return Result.of(run.folder(), run.summaryText(), run.resultText());
    }

    /** Where the signal has a rate and something lies under it, the rate is tested; what the script has set stays. */
    private static Document withTests(Document document) {
        Object rate = document.get("processes", "signal", "rate");
        boolean hasBackground = document.get("processes") instanceof Map<?, ?> processes && processes.size() > 1;
        if (!(rate instanceof String name) || !hasBackground || document.has("tests")) {
            return document;
        }
        Document tested = document.with(name, "tests", "discovery", "poi");
        boolean isAlone = document.get("parameters") instanceof Map<?, ?> parameters && parameters.size() == 1;
        return isAlone ? tested : tested.with(1, "tests", "scan", "fixed", name);
    }

    /** Write the model with its study to a folder, for {@code aurum.model(folder)}. */
    public Model save(Object folder) {
        here("save the model").save(Values.path(folder));
        return this;
    }

    /** Return the study that has been described so far, as JSON. */
    public String study() {
        return document.toString();
    }

    private LearnedStudy here(String wish) {
        if (study == null) {
            throw new NotSupported(
                    "cannot " + wish + ": it was read from a folder, without the events that it was trained on",
                    "",
                    "train it in this script, or copy the folder");
        }
        return study;
    }

    @Override
    public String toString() {
        return learned.ratio().describe();
    }
}
