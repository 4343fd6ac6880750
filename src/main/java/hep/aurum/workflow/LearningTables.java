package hep.aurum.workflow;

import hep.aurum.report.Item;
import hep.aurum.report.Numbers;
import hep.aurum.report.State;
import hep.aurum.report.TableItem;
import hep.aurum.report.TableItem.Cell;
import hep.aurum.sample.AuditCheck;
import java.util.List;
import java.util.Map;

/** Lay out how a ratio was learned and checked. */
final class LearningTables {

    private final StudyResult result;

    private LearningTables(StudyResult result) {
        this.result = result;
    }

    static List<Item> of(StudyResult result) {
        LearningTables tables = new LearningTables(result);
        return StudyTables.withRows(tables.networks(), tables.meanRatios(), tables.audit(), tables.samples());
    }

    private TableItem networks() {
        TableItem table = TableItem.of(
                        "Networks",
                        "Network",
                        "Method",
                        "Members",
                        "Epochs",
                        "Best epoch",
                        "Training loss",
                        "Validation loss",
                        "Effective events",
                        "SHA-256")
                .withNote("Losses of the first member at its best epoch. A network that was loaded has no record.");
        for (StudyResult.NetworkReport network : result.estimator().networks()) {
            table = table.withRow(
                    Cell.text(network.name()),
                    Cell.text(result.estimator().method()),
                    Cell.count(network.members()),
                    Cell.count(network.epochs()),
                    Cell.count(network.bestEpoch()),
                    loss(network.trainingLoss(), network.bestEpoch()),
                    loss(network.validationLoss(), network.bestEpoch()),
                    Cell.number(network.effectiveSampleSize()),
                    Cell.verbatim(network.sha256()));
        }
        return table;
    }

    private static Cell loss(List<Double> losses, int bestEpoch) {
        return bestEpoch >= 1 && bestEpoch <= losses.size()
                ? Cell.number(Numbers.fixed(losses.get(bestEpoch - 1), 5), losses.get(bestEpoch - 1))
                : Cell.none();
    }

    private TableItem meanRatios() {
        TableItem table = TableItem.of("Mean of the learned ratio", "Numerator", "Denominator", "E[r̂]", "Pull")
                .withNote("Over held-out events of the denominator; 1 for an exact ratio.");
        for (StudyResult.MeanRatio mean : result.estimator().meanRatio()) {
            table = table.withRow(
                    Cell.text(StudyTables.point(mean.theta0())),
                    Cell.text(StudyTables.point(mean.theta1())),
                    Cell.plusMinus(mean.mean(), mean.error()),
                    Cell.number(Numbers.fixed(StudyTrust.pull(mean), 1), StudyTrust.pull(mean)));
        }
        return table;
    }

    private TableItem audit() {
        TableItem table =
                TableItem.of("Label audit", "Sample", "Check", "Outcome", "Value", "Threshold", "What it means");
        for (String sample : result.audit().keySet()) {
            for (AuditCheck check : result.audit().get(sample).checks()) {
                table = table.withRow(
                        Cell.text(sample),
                        Cell.text(check.name()),
                        outcome(check.outcome()),
                        Cell.number(check.value()),
                        Cell.number(check.threshold()),
                        Cell.text(check.sentence()));
            }
        }
        return table;
    }

    private static Cell outcome(AuditCheck.Outcome outcome) {
        return switch (outcome) {
            case PASS -> Cell.state(State.GOOD, "passed");
            case WARN -> Cell.state(State.CAUTION, "caution");
            case FAIL -> Cell.state(State.BAD, "failed");
        };
    }

    private TableItem samples() {
        TableItem table = TableItem.of("Parts of the events", "Part", "Rows").withNote("Copies counted apart.");
        for (Map.Entry<String, Integer> part : result.samples().entrySet()) {
            table = table.withRow(Cell.text(part.getKey().replace('_', ' ')), Cell.count(part.getValue()));
        }
        return table;
    }
}
