package hep.aurum.workflow;

import hep.aurum.infer.discovery.DiscoveryResult;
import hep.aurum.infer.discovery.SpectrumFitResult;
import hep.aurum.infer.limit.LimitResult;
import hep.aurum.report.Item;
import hep.aurum.report.Numbers;
import hep.aurum.report.TableItem;
import hep.aurum.report.TableItem.Cell;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lay out what a study of events found: tests, intervals, minima, toys. */
final class ResultTables {

    private static final String UNBINNED = "events, unbinned";
    private static final int MEDIAN = 2;

    private final StudyResult result;

    private ResultTables(StudyResult result) {
        this.result = result;
    }

    static List<Item> of(StudyResult result) {
        ResultTables tables = new ResultTables(result);
        return StudyTables.withRows(
                tables.tests(),
                tables.limits(),
                tables.mixture(),
                tables.intervals(),
                tables.minima(),
                tables.neyman());
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
        if (discovery.unbinned() != null) {
            table = table.withRow(unbinned(discovery.unbinned()));
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

    private Cell[] unbinned(StudyResult.UnbinnedTest test) {
        Cell expected = Cell.plusMinus(test.discovery().zExpected(), test.zExpectedError());
        return row(UNBINNED, Cell.none(), expected, Cell.none(), test.discovery(), test.limit());
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
        double z = test.discovery().zExpected();
        return row(
                test.statistic(),
                Cell.count(test.edges().size() - 1L),
                Cell.number(Numbers.fixed(z, 2), z),
                Cell.plusMinus(test.exactTemplates().z(), test.exactTemplates().error()),
                test.discovery(),
                test.limit());
    }

    private Cell[] row(
            String statistic,
            Cell bins,
            Cell expected,
            Cell exact,
            DiscoveryResult discovery,
            @Nullable LimitResult limit) {
        boolean observed = result.data() != null;
        return new Cell[] {
            Cell.text(statistic),
            bins,
            expected,
            exact,
            observed ? Cell.number(Numbers.fixed(discovery.z(), 2), discovery.z()) : Cell.none(),
            observed ? Cell.number(Numbers.pValue(discovery.p0()), discovery.p0()) : Cell.none(),
            observed ? Cell.number(Numbers.fixed(discovery.muHat(), 2), discovery.muHat()) : Cell.none(),
            limit == null ? Cell.none() : Cell.number(limit.expected().get(MEDIAN)),
            limit == null || !observed ? Cell.none() : Cell.number(limit.observed())
        };
    }

    private TableItem limits() {
        TableItem table = TableItem.of("Expected upper limits", "Statistic", "−2σ", "−1σ", "Median", "+1σ", "+2σ")
                .withNote("CLs, for background alone.");
        StudyResult.DiscoveryReport discovery = result.discovery();
        if (discovery == null) {
            return table;
        }
        TableItem filled = table;
        if (discovery.unbinned() != null) {
            filled = band(filled, UNBINNED, discovery.unbinned().limit());
        }
        filled = band(
                filled, discovery.learned().statistic(), discovery.learned().limit());
        return discovery.classical() == null
                ? filled
                : band(
                        filled,
                        discovery.classical().statistic(),
                        discovery.classical().limit());
    }

    private static TableItem band(TableItem table, String statistic, @Nullable LimitResult limit) {
        if (limit == null) {
            return table;
        }
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(statistic)));
        limit.expected().forEach(value -> cells.add(Cell.number(value)));
        return table.withRow(cells.toArray(Cell[]::new));
    }

    private TableItem mixture() {
        StudyResult.DiscoveryReport discovery = result.discovery();
        StudyResult.UnbinnedTest test = discovery == null ? null : discovery.unbinned();
        TableItem table = TableItem.of("Processes of the unbinned test", "Process", "Events expected", "Rate from");
        if (test == null) {
            return table;
        }
        TableItem filled = table.withNote(note(test));
        for (StudyResult.MixedProcess process : test.processes()) {
            filled = filled.withRow(
                    Cell.text(process.name()),
                    Cell.number(process.expectedEvents()),
                    Cell.text(process.isDataDriven() ? "data" : "simulation"));
        }
        return filled;
    }

    private static String note(StudyResult.UnbinnedTest test) {
        List<String> parts = new ArrayList<>();
        parts.add("Nuisances: " + (test.nuisances().isEmpty() ? "none" : String.join(", ", test.nuisances())) + ".");
        if (!test.profiled().isEmpty()) {
            parts.add("Fitted as well: " + String.join(", ", test.profiled()) + ".");
        }
        if (!test.channels().isEmpty()) {
            parts.add("Together with the channels " + String.join(", ", test.channels()) + ".");
        }
        if (!test.likelihood().isEmpty()) {
            parts.add("The likelihood is in " + test.likelihood() + ".");
        }
        return String.join(" ", parts);
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
