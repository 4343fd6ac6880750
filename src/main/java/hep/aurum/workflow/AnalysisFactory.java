package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.NotSupported;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.observable.EventAnalysis;
import hep.aurum.observable.Observable;
import hep.aurum.observable.ObservableSet;
import hep.aurum.observable.Selection;
import hep.aurum.observable.collection.Requirements;
import hep.aurum.observable.collection.RowReader;
import hep.aurum.observable.collection.TableLayout;
import hep.aurum.observable.detector.Detector;
import hep.aurum.observable.detector.NoiseObjects;
import hep.aurum.observable.detector.ObjectResponse;
import hep.aurum.observable.detector.RowResponse;
import hep.aurum.observable.expression.Expression;
import hep.aurum.observable.expression.Scope;
import hep.aurum.observable.object.ParticleClasses;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Build what a detector sees of an event from its description in a study. */
final class AnalysisFactory {

    private AnalysisFactory() {}

    /** Return the analysis of generated events: features first, spectators after them. */
    static EventAnalysis of(Study study, RandomStreams streams) {
        ParticleClasses classes = classes(study);
        Scope scope = defined(study, Scope.of(classes));
        return EventAnalysis.of(detector(study, classes), selection(study, scope), observables(study, scope), streams);
    }

    /** Return what the names of a study mean in the rows of a table. */
    static Scope scope(Study study, TableLayout table) {
        TableLayout layout = table;
        for (Map.Entry<String, Map<String, String>> entry :
                study.analysis().columns().entrySet()) {
            TableLayout known = layout;
            layout = located(study, "objects." + entry.getKey(), () -> known.with(entry.getKey(), entry.getValue()));
        }
        return defined(study, Scope.of(classes(study), layout));
    }

    /** Return the analysis of the rows of a table, of which more is read for the sake of their weights. */
    static EventAnalysis ofRows(Study study, Scope scope, Requirements more) {
        Selection selection = selection(study, scope);
        ObservableSet observables = observables(study, scope);
        TableLayout layout = Objects.requireNonNull(scope.table());
        Requirements all =
                selection.requirements().and(observables.requirements()).and(more);
        return EventAnalysis.ofRows(selection, observables, RowReader.of(layout, all));
    }

    /**
     * Return the analysis of the rows of a particle-level table, to whose objects the study's responses are applied.
     *
     * @param streams random numbers of the file
     */
    static EventAnalysis ofParticleLevel(Study study, Scope scope, Requirements more, RandomStreams streams) {
        if (!fields(study.analysis().detector(), "noise").isEmpty()) {
            throw new NotSupported(
                    "the detector of the study adds noise objects, which a table has no columns for",
                    study.file() + ", key detector.noise",
                    "leave out the key noise, or the key level of the table");
        }
        RowResponse response = rowResponse(study, scope);
        return ofRows(study, scope, more.and(response.requirements())).withResponse(response, streams);
    }

    private static RowResponse rowResponse(Study study, Scope scope) {
        RowResponse response = RowResponse.ideal(scope);
        for (Map.Entry<String, JsonNode> entry : fields(study.analysis().detector(), "responses")) {
            RowResponse so = response;
            response = located(
                    study,
                    "detector.responses." + entry.getKey(),
                    () -> so.with(entry.getKey(), response(entry.getValue())));
        }
        return response;
    }

    private static ParticleClasses classes(Study study) {
        ParticleClasses classes = ParticleClasses.standard();
        for (Map.Entry<String, List<Integer>> entry : study.analysis().objects().entrySet()) {
            ParticleClasses known = classes;
            classes = located(study, "objects." + entry.getKey(), () -> known.with(entry.getKey(), entry.getValue()));
        }
        return classes;
    }

    private static Scope defined(Study study, Scope scope) {
        Scope defined = scope;
        for (Map.Entry<String, String> entry : study.analysis().collections().entrySet()) {
            Scope known = defined;
            defined = located(
                    study,
                    "objects." + entry.getKey(),
                    () -> known.define(entry.getKey(), Expression.parse(entry.getValue(), known)));
        }
        return defined;
    }

    private static Selection selection(Study study, Scope scope) {
        return located(study, "selection", () -> Selection.of(study.analysis().selection(), scope));
    }

    private static ObservableSet observables(Study study, Scope scope) {
        List<Observable> observables = new ArrayList<>();
        for (Study.ObservableSpec spec : study.analysis().observables()) {
            observables.add(located(study, "observables." + spec.name(), () -> observable(spec, scope)));
        }
        for (Study.ObservableSpec spec : study.analysis().spectators()) {
            observables.add(located(study, "spectators." + spec.name(), () -> observable(spec, scope)));
        }
        return located(study, "observables", () -> ObservableSet.of(observables));
    }

    private static Observable observable(Study.ObservableSpec spec, Scope scope) {
        Observable observable = Observable.of(spec.name(), spec.expression(), scope);
        Observable labelled = spec.unit().isEmpty() ? observable : observable.withUnit(spec.unit());
        Observable complete = spec.defaultValue().map(labelled::withDefault).orElse(labelled);
        return spec.flag().isEmpty() ? complete : complete.withFlag(spec.flag());
    }

    private static Detector detector(Study study, ParticleClasses classes) {
        JsonNode node = study.analysis().detector();
        Detector detector = Detector.ideal(classes);
        for (Map.Entry<String, JsonNode> entry : fields(node, "responses")) {
            Detector so = detector;
            detector = located(
                    study,
                    "detector.responses." + entry.getKey(),
                    () -> so.with(entry.getKey(), response(entry.getValue())));
        }
        for (Map.Entry<String, JsonNode> entry : fields(node, "noise")) {
            Detector so = detector;
            detector = located(
                    study, "detector.noise." + entry.getKey(), () -> so.with(noise(entry.getKey(), entry.getValue())));
        }
        return detector;
    }

    private static List<Map.Entry<String, JsonNode>> fields(JsonNode node, String key) {
        JsonNode child = node.get(key);
        return child == null ? List.of() : List.copyOf(child.properties());
    }

    private static ObjectResponse response(JsonNode node) {
        ObjectResponse response = ObjectResponse.ideal();
        if (node.has("min_pt") || node.has("max_eta")) {
            response = response.withAcceptance(
                    number(node, "min_pt", 0), number(node, "max_eta", Double.POSITIVE_INFINITY));
        }
        if (node.has("efficiency")) {
            response = response.withEfficiency(formula(node, "efficiency"));
        }
        if (node.has("pt_resolution")) {
            response = response.withPtResolution(formula(node, "pt_resolution"));
        }
        if (node.has("eta_resolution")) {
            response = response.withEtaResolution(formula(node, "eta_resolution"));
        }
        if (node.has("phi_resolution")) {
            response = response.withPhiResolution(formula(node, "phi_resolution"));
        }
        return response;
    }

    /** Noise is made of massless objects: jets (which a gluon stands for) or photons. */
    private static NoiseObjects noise(String name, JsonNode node) {
        int pdgId = switch (name.toLowerCase(Locale.ROOT)) {
            case "jet" -> 21;
            case "photon" -> 22;
            default -> throw new BadInput("noise of \"" + name + "\" objects is not known", "", "known: jet, photon");
        };
        return new NoiseObjects(
                pdgId,
                number(node, "mean", 0),
                number(node, "min_pt", 0),
                number(node, "slope", 1),
                number(node, "max_eta", 5));
    }

    private static double number(JsonNode node, String key, double otherwise) {
        JsonNode value = node.get(key);
        return value == null ? otherwise : value.asDouble();
    }

    private static String formula(JsonNode node, String key) {
        JsonNode value = node.get(key);
        return value == null ? "" : value.asString();
    }

    /** Name the study and the key in a failure of the observable language. */
    static <T> T located(Study study, String key, Supplier<T> step) {
        try {
            return step.get();
        } catch (Failure e) {
            String place = e.where().isEmpty() ? "" : ", " + e.where();
            throw new BadInput(e.what(), study.file() + ", key " + key + place, e.fix());
        }
    }
}
