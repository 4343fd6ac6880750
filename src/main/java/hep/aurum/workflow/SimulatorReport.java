package hep.aurum.workflow;

import hep.aurum.infer.interval.Scan1D;
import hep.aurum.report.Item;
import hep.aurum.report.Numbers;
import hep.aurum.report.Report;
import hep.aurum.report.Section;
import hep.aurum.report.State;
import hep.aurum.report.TableItem;
import hep.aurum.report.TableItem.Cell;
import hep.aurum.sample.AuditCheck;
import hep.aurum.trust.Finding;
import hep.aurum.trust.TrustReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fill the page of a study of a simulator from its result. */
final class SimulatorReport {

    private final SimulatorResult result;

    private SimulatorReport(SimulatorResult result) {
        this.result = result;
    }

    static Report of(SimulatorResult result, List<Picture> pictures, String fingerprint) {
        SimulatorReport page = new SimulatorReport(result);
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("Java", result.java());
        versions.put("Seed", Long.toString(result.seed()));
        return new Report(
                result.title(),
                Numbers.count(result.observations()) + " " + result.called() + " of the simulator " + result.simulator()
                        + (result.observed() == null ? " · expected only, no data" : " · pseudo-data") + " · seed "
                        + result.seed() + " · Aurum " + result.aurum(),
                SimulatorVerdict.of(result),
                List.of(
                        PageFile.pictures(pictures),
                        new Section("Results in numbers", page.results()),
                        new Section("Trust", page.trust()),
                        new Section("Learning and checks", page.learning()),
                        new PageRecord(result.name(), result.aurum(), "--seed " + result.seed(), result.configuration())
                                .section(versions, fingerprint, true, false)));
    }

    private List<Item> results() {
        TableItem fits = TableItem.of("Fits", "Likelihood", "Parameter", "Best", "68.27 %", "95.45 %")
                .withNote("Asymptotic intervals of each parameter, the others at their best.");
        fits = rows(fits, "expected", result.expected());
        if (result.observed() != null) {
            fits = rows(fits, "pseudo-data", result.observed());
        }
        if (result.exact() != null) {
            fits = rows(fits, "pseudo-data, exact likelihood", result.exact());
        }
        TableItem sets = TableItem.of("Confidence sets by toys", "Parameter", "68.27 %", "95.45 %")
                .withNote("Neyman construction with the learned statistic: the sets cover whatever the ratio is worth."
                        + (result.sets().size() > 1 ? " Projections of the joint set, which cover more often." : ""));
        for (SimulatorResult.Set set : result.sets()) {
            sets = sets.withRow(
                    Cell.text(set.parameter()),
                    Cell.text(StudyVerdict.union(set.intervals68())),
                    Cell.text(StudyVerdict.union(set.intervals95())));
        }
        return StudyTables.withRows(fits, sets, comparisons(), belt());
    }

    private static TableItem rows(TableItem table, String name, ScanReport.Fit fit) {
        TableItem more = table;
        for (Scan1D scan : fit.scans()) {
            more = more.withRow(
                    Cell.text(name),
                    Cell.text(scan.parameter()),
                    Cell.number(fit.minima().get(0).theta().getOrDefault(scan.parameter(), Double.NaN)),
                    Cell.text(StudyVerdict.union(fit.intervals68().getOrDefault(scan.parameter(), List.of()))),
                    Cell.text(StudyVerdict.union(fit.intervals95().getOrDefault(scan.parameter(), List.of()))));
        }
        return more;
    }

    private TableItem comparisons() {
        TableItem table = TableItem.of(
                        "One hypothesis against another",
                        "Likelihood",
                        "Null",
                        "Alternative",
                        "Observed q",
                        "p(null)",
                        "Z",
                        "p(alternative)",
                        "Expected p(null)",
                        "Expected Z")
                .withNote("By toys of the simulator; the expectation is the median of the alternative.");
        table = row(table, "learned", result.comparison());
        return row(table, "exact", result.exactComparison());
    }

    private static TableItem row(TableItem table, String name, HypothesisComparison.@Nullable Report test) {
        if (test == null) {
            return table;
        }
        return table.withRow(
                Cell.text(name),
                Cell.text(test.nullName() + ": " + StudyTables.point(test.nullPoint())),
                Cell.text(test.alternativeName() + ": " + StudyTables.point(test.alternativePoint())),
                number(test.observed()),
                probability(test.pNull()),
                number(test.zNull()),
                probability(test.pAlternative()),
                probability(test.expectedP()),
                number(test.expectedZ()));
    }

    private static Cell number(@Nullable Double value) {
        return value == null ? Cell.none() : Cell.number(Numbers.fixed(value, 2), value);
    }

    private static Cell probability(@Nullable Double value) {
        return value == null ? Cell.none() : Cell.number(Numbers.pValue(value), value);
    }

    private TableItem belt() {
        TableItem table = TableItem.of(
                        "Points of the confidence set",
                        "Point",
                        "Toys",
                        "Threshold 68.27 %",
                        "Threshold 95.45 %",
                        "Coverage of the asymptotic 95.45 % set",
                        "Observed",
                        "p")
                .withNote("Thresholds of t by toys; the asymptotic ones are those of χ^{2}.");
        for (ScanReport.Neyman point : result.neyman()) {
            table = table.withRow(
                    Cell.text(StudyTables.point(point.theta())),
                    Cell.count(point.toys()),
                    Cell.number(point.threshold68()),
                    Cell.number(point.threshold95()),
                    Cell.plusMinus(point.coverage95(), point.coverage95Error()),
                    number(point.tObserved()),
                    probability(point.pValueObserved()));
        }
        return table;
    }

    private List<Item> trust() {
        TrustReport report = result.trust();
        if (report == null) {
            return List.of();
        }
        TableItem table = TableItem.of(
                        "Checks and their broken twins",
                        "Check",
                        "Outcome",
                        "What was found",
                        "p",
                        "Twin",
                        "p of the twin",
                        "What it would see")
                .withNote(
                        "One rate of false alarms of 1 % for all checks together (Holm). A check proves something only if it fails"
                                + " its twin, the same ratio broken on purpose.");
        for (TrustReport.Result found : report.results()) {
            table = table.withRow(
                    Cell.text(found.finding().check()),
                    SimulatorVerdict.cell(found.state()),
                    Cell.text(found.finding().sentence()),
                    probability(found.finding().pValue()),
                    Cell.text(found.twin().isEmpty() ? Numbers.NONE : found.twin()),
                    probability(found.control().map(Finding::pValue).orElse(null)),
                    Cell.text(found.finding().power()));
        }
        return StudyTables.withRows(table);
    }

    private List<Item> learning() {
        TableItem information = TableItem.of("Information per observation", "Parameter", "Learned", "Exact", "Latents")
                .withNote("At " + StudyTables.point(result.information().theta()) + ", from "
                        + Numbers.count(result.information().events())
                        + " fresh draws. Learned: squared slope of the mean of the learned score over its variance. What lies between exact"
                        + " and latents, the observables do not show.");
        for (ScoreInformationCheck.Entry entry : result.information().parameters()) {
            information = information.withRow(
                    Cell.text(entry.parameter()),
                    Cell.number(entry.learned()),
                    entry.exact() == null ? Cell.none() : Cell.number(entry.exact()),
                    Cell.plusMinus(entry.latent(), entry.latentError()));
        }
        TableItem means = TableItem.of("Mean of the learned ratio", "Point", "E_{s}[r̂]")
                .withNote("Over fresh draws of the reference law; 1 for an exact ratio.");
        for (SimulatorResult.MeanRatio mean : result.meanRatios()) {
            means = means.withRow(
                    Cell.text(StudyTables.point(mean.theta())), Cell.plusMinus(mean.mean(), mean.error()));
        }
        return StudyTables.withRows(network(), information, means, audit());
    }

    private TableItem network() {
        StudyResult.NetworkReport network = result.network();
        List<Cell> row = new ArrayList<>(List.of(
                Cell.text(network.name()),
                Cell.text(result.method()),
                Cell.count(result.events()),
                Cell.count(network.members()),
                Cell.count(network.epochs()),
                Cell.count(network.bestEpoch()),
                Cell.number(network.effectiveSampleSize()),
                Cell.verbatim(network.sha256())));
        return TableItem.of(
                        "Network",
                        "Network",
                        "Method",
                        "Simulated",
                        "Members",
                        "Epochs",
                        "Best epoch",
                        "Effective events",
                        "SHA-256")
                .withRows(List.of(row));
    }

    private TableItem audit() {
        TableItem table = TableItem.of("Audit of the gold", "Check", "Outcome", "Value", "Threshold", "What it means");
        for (AuditCheck check : result.audit().checks()) {
            Cell outcome = switch (check.outcome()) {
                case PASS -> Cell.state(State.GOOD, "passed");
                case WARN -> Cell.state(State.CAUTION, "caution");
                case FAIL -> Cell.state(State.BAD, "failed");
            };
            table = table.withRow(
                    Cell.text(check.name()),
                    outcome,
                    Cell.number(check.value()),
                    Cell.number(check.threshold()),
                    Cell.text(check.sentence()));
        }
        return table;
    }
}
