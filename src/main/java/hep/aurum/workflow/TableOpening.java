package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.event.EventHeader;
import hep.aurum.event.WeightMeaning;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.observable.EventAnalysis;
import hep.aurum.observable.RowFormula;
import hep.aurum.observable.collection.Requirements;
import hep.aurum.observable.collection.RowEvents;
import hep.aurum.observable.collection.RowReader;
import hep.aurum.observable.collection.RowWeight;
import hep.aurum.observable.collection.TableLayout;
import hep.aurum.observable.expression.Expression;
import hep.aurum.observable.expression.Scope;
import hep.aurum.param.Benchmark;
import hep.aurum.workflow.study.DataFile;
import hep.aurum.workflow.study.Normalisation;
import hep.aurum.workflow.study.Study;
import hep.aurum.workflow.study.TableSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Open a table as a file of events: its nominal weight, the weights that a process asks for, and no column in vain. */
final class TableOpening {

    /** What the usual programs call the weight of an event: NanoAOD, Delphes. */
    static final List<String> USUAL_WEIGHTS = List.of("genWeight", "Event.Weight");

    /** A tree can have hundreds of branches that cannot be read and nobody asks for. */
    private static final int MOST_PROBLEMS = 2;

    private final Study study;
    private final TableHeader table;
    private final Scope scope;
    private final List<String> remarks = new ArrayList<>();

    private TableOpening(Study study, TableHeader table, TableSpec spec) {
        this.study = study;
        this.table = table;
        OptionalDouble unit = spec.unit();
        TableLayout layout = unit.isPresent() ? TableLayout.of(table, unit.getAsDouble()) : TableLayout.of(table);
        this.scope = AnalysisFactory.scope(study, layout);
        table.problems().stream().limit(MOST_PROBLEMS).forEach(remarks::add);
        if (table.problems().size() > MOST_PROBLEMS) {
            remarks.add((table.problems().size() - MOST_PROBLEMS) + " further remarks on " + layout.origin()
                    + " are left out; aurum inspect has them");
        }
        if (!study.analysis().detector().isEmpty() && !spec.isParticleLevel()) {
            remarks.add("the detector of the study is not applied to " + layout.origin()
                    + ", whose events have been seen by one; if not, say level: particle");
        }
    }

    /**
     * Open a table of generated events.
     *
     * @param streams random numbers of the detector response, where the table is of particle level
     */
    static OpenedFile ofProcess(
            Study study, Study.Process process, Study.EventFile file, TableSource table, RandomStreams streams) {
        TableOpening opening = new TableOpening(study, table.header(), file.table());
        return opening.open(
                table,
                opening.nominal(process, file),
                opening.weights(process, file),
                file.normalisation(),
                file.table().isParticleLevel() ? Optional.of(streams) : Optional.empty());
    }

    /** Open a table of recorded events. */
    static OpenedFile ofData(Study study, DataFile file, TableSource table) {
        TableOpening opening = new TableOpening(study, table.header(), file.table());
        return opening.open(table, "", Map.of(), Normalisation.OF_FILE, Optional.empty());
    }

    private String nominal(Study.Process process, Study.EventFile file) {
        if (!file.table().weight().isEmpty()) {
            return file.table().weight();
        }
        for (String usual : USUAL_WEIGHTS) {
            if (table.columnNames().contains(usual)) {
                remarks.add("the nominal weight of " + file.path().getFileName() + " is its column " + usual);
                return usual;
            }
        }
        if (!process.benchmarks().isEmpty()) {
            throw new BadInput(
                    "the nominal weight of " + file.path() + " is not known, beside its weights of benchmarks",
                    "process " + process.name(),
                    "give the file the key weight, the weight at the point of its generation");
        }
        return "";
    }

    /** A weight is declared by an expression, or it is the column of its name. */
    private Map<String, String> weights(Study.Process process, Study.EventFile file) {
        Map<String, String> declared = file.table().weights();
        Map<String, String> weights = new LinkedHashMap<>();
        Stream.concat(process.benchmarks().stream(), process.checks().stream())
                .map(Benchmark::name)
                .forEach(name -> {
                    String text = declared.get(name);
                    if (text == null && !table.columnNames().contains(name)) {
                        List<String> known = new ArrayList<>(declared.keySet());
                        known.addAll(table.columnNames());
                        throw new BadInput(
                                "no weight for benchmark \"" + name + "\" in " + file.path(),
                                "process " + process.name(),
                                "declare it under weights, for example " + name + ": LHEReweightingWeight[0]; "
                                        + Names.suggest(name, known));
                    }
                    weights.put(name, text == null ? "`" + name + "`" : text);
                });
        return weights;
    }

    private OpenedFile open(
            TableSource source,
            String nominal,
            Map<String, String> weights,
            Normalisation normalisation,
            Optional<RandomStreams> response) {
        Map<String, Expression> formulas = new LinkedHashMap<>();
        weights.forEach((name, text) -> formulas.put(name, formula("the weight \"" + name + "\"", text)));
        Expression nominalFormula = nominal.isEmpty() ? null : formula("the nominal weight", nominal);
        Requirements needed = nominalFormula == null ? Requirements.NOTHING : nominalFormula.requirements();
        for (Expression each : formulas.values()) {
            needed = needed.and(each.requirements());
        }
        EventAnalysis analysis = response.isPresent()
                ? AnalysisFactory.ofParticleLevel(study, scope, needed, response.get())
                : AnalysisFactory.ofRows(study, scope, needed);
        RowReader rows = Objects.requireNonNull(analysis.rows());
        RowReader ofWeights = rows.only(needed);
        List<RowWeight> named = new ArrayList<>();
        formulas.forEach((name, each) -> named.add(RowFormula.of("the weight \"" + name + "\"", each, ofWeights)));
        RowWeight weight =
                nominalFormula == null ? RowWeight.ONE : RowFormula.of("the nominal weight", nominalFormula, ofWeights);
        EventHeader header = header(List.copyOf(weights.keySet()), normalisation);
        return new OpenedFile(RowEvents.of(source, columns(rows), header, weight, named), analysis);
    }

    /** A pass needs a column to count rows by, even where nothing is asked of them. */
    private List<String> columns(RowReader rows) {
        return rows.columns().isEmpty()
                ? table.columns().stream().map(Column::name).limit(1).toList()
                : rows.columns();
    }

    private Expression formula(String subject, String text) {
        return AnalysisFactory.located(study, subject + " of " + table.origin(), () -> Expression.parse(text, scope));
    }

    private EventHeader header(List<String> names, Normalisation normalisation) {
        return new EventHeader(
                table.format(),
                table.origin(),
                names,
                Map.of(),
                switch (normalisation.meaning()) {
                    case "mean" -> WeightMeaning.MEAN_IS_CROSS_SECTION;
                    case "sum" -> WeightMeaning.SUM_IS_CROSS_SECTION;
                    default -> WeightMeaning.UNIT_WEIGHTS;
                },
                normalisation.crossSectionPb(),
                OptionalDouble.empty(),
                remarks);
    }
}
