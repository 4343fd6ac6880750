package hep.aurum.workflow;

import hep.aurum.infer.discovery.SpectrumFitResult;
import hep.aurum.report.Item;
import hep.aurum.report.Numbers;
import hep.aurum.report.TableItem;
import hep.aurum.report.TableItem.Cell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lay out what a study of events found: tests, intervals, minima, toys. */
final class ResultTables {

    private final StudyResult result;

    private ResultTables(StudyResult result) {
        this.result = result;
    }

    static List<Item> of(StudyResult result) {
        ResultTables tables = new ResultTables(result);
        return StudyTables.withRows(tables.tests(), tables.intervals(), tables.minima(), tables.neyman());
    }

    private TableItem tests() {
        StudyResult.DiscoveryReport discovery = result.discovery();
        TableItem table = TableItem.of(
                        "Tests of a rate against zero",
                        "Statistic",
                        "Bins",
                        "Z expected [σ]",
                        "with exact templates",
                        "Z observed [σ]",
                        "p_{0} observed",
                        "Fitted strength",
                        "Limit expected (CLs)",
                        "Limit observed (CLs)")
                .withNote(
                        "With exact templates: without a nuisance, as if the simulation had no statistical errors; its own"
                                + " error is behind it. A fit measures its background in the spectrum and needs no template of it.");
        if (discovery == null) {
            return table;
        }
        table = table.withRow(test(discovery.learned()));
        if (discovery.classical() != null) {
            table = table.withRow(test(discovery.classical()));
        }
        SpectrumReport fit = discovery.fit();
        if (fit != null) {
            table = table.withRow(fit("fit of " + fit.observable(), fit.bins(), fit.whole()));
            if (fit.categories() != null) {
                int categories = fit.categories().edges().size() - 1;
                String name = "fit of " + fit.observable() + " in " + categories + " learned categories";
                table = table.withRow(fit(name, (long) categories * fit.bins(), fit.categories()));
            }
        }
        return table;
    }

    private static Cell[] fit(String name, long bins, SpectrumReport.Fit fit) {
        SpectrumFitResult observed = fit.observed();
        return new Cell[] {
            Cell.text(name),
            Cell.count(bins),
            Cell.plusMinus(fit.expected().z(), fit.zExpectedError()),
            Cell.none(),
            observed == null ? Cell.none() : Cell.number(Numbers.fixed(observed.z(), 2), observed.z()),
            observed == null ? Cell.none() : Cell.number(Numbers.pValue(observed.p0()), observed.p0()),
            observed == null ? Cell.none() : Cell.plusMinus(observed.rate(), error(fit, observed)),
            Cell.none(),
            Cell.none()
        };
    }

    /** Pseudo-data repeat the events of their pool, whose own fluctuation is the larger where it is small. */
    private static double error(SpectrumReport.Fit fit, SpectrumFitResult observed) {
        Double pool = fit.rateErrorOfPool();
        return pool == null
                ? observed.rateError()
                : Math.sqrt(observed.rateError() * observed.rateError() + pool * pool);
    }

    private Cell[] test(StudyResult.HistogramTest test) {
        boolean observed = result.data() != null;
        Cell limitExpected = test.limit() == null
                ? Cell.none()
                : Cell.number(test.limit().expected().get(2));
        Cell limitObserved = test.limit() == null || !observed
                ? Cell.none()
                : Cell.number(test.limit().observed());
        return new Cell[] {
            Cell.text(test.statistic()),
            Cell.count(test.edges().size() - 1L),
            Cell.number(
                    Numbers.fixed(test.discovery().zExpected(), 2),
                    test.discovery().zExpected()),
            Cell.plusMinus(test.exactTemplates().z(), test.exactTemplates().error()),
            observed
                    ? Cell.number(
                            Numbers.fixed(test.discovery().z(), 2),
                            test.discovery().z())
                    : Cell.none(),
            observed
                    ? Cell.number(
                            Numbers.pValue(test.discovery().p0()),
                            test.discovery().p0())
                    : Cell.none(),
            observed
                    ? Cell.number(
                            Numbers.fixed(test.discovery().muHat(), 2),
                            test.discovery().muHat())
                    : Cell.none(),
            limitExpected,
            limitObserved
        };
    }

    private TableItem intervals() {
        TableItem table = TableItem.of(
                "Intervals of each parameter alone", "Parameter", "Data", "Best fit", "68.27 %", "95.45 %");
        table = fit(table, "expected", result.scan().expected());
        return fit(table, "observed", result.scan().observed());
    }

    private TableItem fit(TableItem table, String kind, ScanReport.@Nullable Fit fit) {
        TableItem filled = table;
        if (fit != null) {
            for (String parameter : result.scan().parameters()) {
                double best = fit.minima().get(0).theta().getOrDefault(parameter, Double.NaN);
                filled = filled.withRow(
                        Cell.text(parameter),
                        Cell.text(kind),
                        Cell.number(best),
                        Cell.text(StudyVerdict.union(fit.intervals68().getOrDefault(parameter, List.of()))),
                        Cell.text(StudyVerdict.union(fit.intervals95().getOrDefault(parameter, List.of()))));
            }
        }
        return filled;
    }

    private TableItem minima() {
        TableItem table = TableItem.of("Minima of −2Δln L", "Data", "Minimum", "At", "−2Δln L", "At the end of a range")
                .withNote("Every one that was found, the lowest first.");
        table = minima(table, "expected", result.scan().expected());
        return result.scan().observed() == null
                ? table
                : minima(table, "observed", result.scan().observed());
    }

    private static TableItem minima(TableItem table, String kind, ScanReport.Fit fit) {
        TableItem filled = table;
        for (int i = 0; i < fit.minima().size(); i++) {
            ScanReport.Minimum minimum = fit.minima().get(i);
            filled = filled.withRow(
                    Cell.text(kind),
                    Cell.count(i + 1L),
                    Cell.text(StudyTables.point(minimum.theta())),
                    Cell.number(Numbers.fixed(minimum.tAboveBest(), 3), minimum.tAboveBest()),
                    Cell.text(minimum.atBound() ? "yes" : "no"));
        }
        return filled;
    }

    private TableItem neyman() {
        TableItem table = TableItem.of(
                        "Toys",
                        "At",
                        "Toys",
                        "Coverage of 68.27 %",
                        "Coverage of 95.45 %",
                        "Threshold 68.27 %",
                        "Threshold 95.45 %",
                        "p of the data")
                .withNote("How often the asymptotic regions hold the truth, and the thresholds of t that toys give.");
        for (ScanReport.Neyman check : result.scan().neyman()) {
            Double p = check.pValueObserved();
            table = table.withRow(
                    Cell.text(StudyTables.point(check.theta())),
                    Cell.count(check.toys()),
                    Cell.number(Numbers.fixed(check.coverage68(), 3), check.coverage68()),
                    Cell.plusMinus(check.coverage95(), check.coverage95Error()),
                    Cell.number(Numbers.fixed(check.threshold68(), 2), check.threshold68()),
                    Cell.number(Numbers.fixed(check.threshold95(), 2), check.threshold95()),
                    p == null ? Cell.none() : Cell.number(Numbers.pValue(p), p));
        }
        return table;
    }
}
