package hep.aurum.workflow;

import hep.aurum.param.MorphingClosure;
import hep.aurum.report.Item;
import hep.aurum.report.Numbers;
import hep.aurum.report.TableItem;
import hep.aurum.report.TableItem.Cell;
import java.util.List;

/** Lay out what a study of events rests on: yields, cuts, files, morphing. */
final class EventTables {

    private final StudyResult result;

    private EventTables(StudyResult result) {
        this.result = result;
    }

    static List<Item> of(StudyResult result) {
        EventTables tables = new EventTables(result);
        return StudyTables.withRows(
                tables.yields(), tables.cuts(), tables.files(), tables.morphing(), tables.closure());
    }

    private TableItem yields() {
        TableItem table = TableItem.of("Yields", "Process", "Cross-section [pb]", "Events expected")
                .withNote("After selection, at the standard point.");
        for (StudyResult.Yield yield : result.yields()) {
            double scale = yield.crossSectionPb() == 0 ? 0 : yield.expectedEvents() / yield.crossSectionPb();
            table = table.withRow(
                    Cell.text(yield.process()),
                    Cell.plusMinus(yield.crossSectionPb(), yield.uncertaintyPb()),
                    Cell.plusMinus(yield.expectedEvents(), scale * yield.uncertaintyPb()));
        }
        return table;
    }

    private TableItem cuts() {
        TableItem table = TableItem.of("Cut flow", "Process", "Line", "Cut", "Events left", "Efficiency so far")
                .withNote("Simulated events, copies counted apart.");
        for (StudyResult.ProcessReport process : result.processes()) {
            for (int i = 0; i < process.cuts().size(); i++) {
                ProcessFacts.CutFacts cut = process.cuts().get(i);
                table = table.withRow(
                        Cell.text(process.name()),
                        Cell.count(i + 1L),
                        Cell.verbatim(cut.cut()),
                        Cell.count(cut.events()),
                        Cell.number(Numbers.percent(cut.efficiency()), cut.efficiency()));
            }
        }
        return table;
    }

    private TableItem files() {
        TableItem table = TableItem.of(
                "Files read",
                "Process",
                "File",
                "Format",
                "Events",
                "σ stated [pb]",
                "σ of the weights [pb]",
                "SHA-256");
        for (StudyResult.ProcessReport process : result.processes()) {
            for (ProcessFacts.FileFacts file : process.files()) {
                table = table.withRow(
                        Cell.text(process.name()),
                        Cell.verbatim(file.file()),
                        Cell.text(file.format()),
                        Cell.count(file.events()),
                        file.crossSectionPb() == null ? Cell.none() : Cell.number(file.crossSectionPb()),
                        Cell.number(file.crossSectionFromWeightsPb()),
                        Cell.verbatim(file.sha256().isEmpty() ? Numbers.NONE : file.sha256()));
            }
        }
        return table;
    }

    private TableItem morphing() {
        TableItem table =
                TableItem.of("Morphing", "Process", "Benchmarks", "Monomials", "Condition number", "Largest misfit");
        for (StudyResult.ProcessReport process : result.processes()) {
            if (!process.morphing().benchmarks().isEmpty()) {
                table = table.withRow(
                        Cell.text(process.name()),
                        Cell.verbatim(String.join(", ", process.morphing().benchmarks())),
                        Cell.verbatim(String.join(", ", process.morphing().monomials())),
                        Cell.number(process.morphing().conditionNumber()),
                        Cell.number(process.morphing().maxResidual()));
            }
        }
        return table;
    }

    private TableItem closure() {
        TableItem table = TableItem.of(
                        "Weights that the morphing predicts",
                        "Process",
                        "Check",
                        "Events",
                        "Largest difference",
                        "Median difference",
                        "Predicted mean [pb]",
                        "Stated mean [pb]")
                .withNote("Relative, event by event; these weights took no part in the morphing.");
        for (StudyResult.ProcessReport process : result.processes()) {
            for (MorphingClosure.Result check : process.morphing().closure()) {
                table = table.withRow(
                        Cell.text(process.name()),
                        Cell.verbatim(check.benchmark()),
                        Cell.count(check.events()),
                        Cell.number(check.maxRelativeDifference()),
                        Cell.number(check.medianRelativeDifference()),
                        Cell.number(check.predictedMean()),
                        Cell.number(check.statedMean()));
            }
        }
        return table;
    }
}
