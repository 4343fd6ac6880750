package hep.aurum.report;

import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.plot.Figure;
import hep.aurum.plot.figure.CalibrationFigure;
import hep.aurum.plot.figure.Curve;
import hep.aurum.plot.figure.LikelihoodContourFigure;
import hep.aurum.plot.figure.LikelihoodScanFigure;
import hep.aurum.plot.figure.StackFigure;
import hep.aurum.plot.figure.Surface;
import hep.aurum.plot.figure.TrainingCurveFigure;
import hep.aurum.report.TableItem.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Make a report with one of everything; a text of one's choice stands wherever a name can stand. */
final class SampleReport {

    /** The scan's abscissae and ordinates: a parabola around 0.2. */
    static final double[] THETA = new double[41];

    static final double[] RISE = new double[41];

    static {
        for (int i = 0; i < THETA.length; i++) {
            THETA[i] = -1 + 0.05 * i;
            RISE[i] = (THETA[i] - 0.2) * (THETA[i] - 0.2) / 0.09;
        }
    }

    private SampleReport() {}

    static Report named(String name) {
        Verdict verdict = new Verdict(
                        "Pseudo-data of " + name,
                        List.of(name + " is at 3.45σ (p_{0} = 2.8 × 10^{−4})."),
                        List.of(),
                        List.of())
                .with(new KeyNumber(name, "0.71^{+0.25}_{−0.24}", "68 % " + name))
                .with(new TrustCheck(State.GOOD, "Labels " + name, "none failed " + name, ""))
                .with(new TrustCheck(State.CAUTION, "Toys", name, "use more " + name))
                .with(new TrustCheck(State.BAD, "Mean", "far off", "train " + name));
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Study " + name, name);
        facts.put("Checksum", "94c6c25f3c81a1917023c1a0d2d4b3d1dcedb8c3c050af60b4bc971e6d2142c9");
        return new Report(
                "A study of " + name,
                "139 fb^{−1} · " + name,
                verdict,
                List.of(
                        new Section("Pictures", pictures(name)),
                        new Section("Empty " + name, List.of()),
                        new Section("Tables", List.of(table(name), wide(name))),
                        new Section(
                                "Record " + name,
                                List.of(
                                        new FactsItem(facts),
                                        new Listing("Run " + name, "aurum run " + name, "study-" + name + ".yaml"),
                                        new Citations(List.of(
                                                new Citations.Work(name, name, name, "https://arxiv.org/abs/1007.1727"),
                                                new Citations.Work("this", name, name, "javascript:" + name)))))));
    }

    static TableItem table(String name) {
        return TableItem.of("Yields " + name, "Process", "Events", "State", "File")
                .withNote("with " + name)
                .withRow(
                        Cell.text("b " + name),
                        Cell.plusMinus(9, 0.5),
                        Cell.state(State.BAD, "failed"),
                        Cell.verbatim(name))
                .withRow(
                        Cell.text("a"),
                        Cell.plusMinus(1.2e-5, 2e-7),
                        Cell.state(State.GOOD, "passed"),
                        Cell.verbatim("x10"))
                .withRow(Cell.text("d"), Cell.none(), Cell.state(State.GOOD, "passed"), Cell.verbatim("x9"))
                .withRow(
                        Cell.text("c"),
                        Cell.plusMinus(-10, 3),
                        Cell.state(State.CAUTION, "caution"),
                        Cell.verbatim("x1"));
    }

    private static TableItem wide(String name) {
        List<String> columns = new ArrayList<>();
        List<Cell> row = new ArrayList<>();
        for (int c = 0; c < 30; c++) {
            columns.add("Column " + c);
            row.add(Cell.text(name + " of column " + c));
        }
        return new TableItem("Wide", "", columns, List.of(row));
    }

    private static List<Item> pictures(String name) {
        Axis axis = Axis.of(name, "GeV", new double[] {100, 110, 120, 140});
        double[] errors = {1, 1, 1};
        Figure stack = StackFigure.of(
                        List.of(Histogram1D.ofHeights("bkg " + name, axis, new double[] {30, 20, 10}, errors)))
                .withSignal(Histogram1D.ofHeights(name, axis, new double[] {1, 8, 2}, errors), 1)
                .withData(Histogram1D.ofHeights("data", axis, new double[] {33, 25, 12}, errors));
        Figure scan = LikelihoodScanFigure.ofExpected(name, "", Curve.of(THETA, RISE));
        double[] grid = {-1, -0.5, 0, 0.5, 1};
        double[][] bowl = new double[5][5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                bowl[i][j] = 9 * grid[i] * grid[i] + 7 * grid[j] * grid[j];
            }
        }
        Figure contours = LikelihoodContourFigure.of(name, "c_{W}")
                .withExpected(Surface.of(grid, grid, bowl))
                .withTruth(0, 0);
        double[] truth = new double[400];
        double[] learned = new double[400];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = -1 + i / 200.0;
            learned[i] = truth[i] + 0.02 * StrictMath.sin(9.0 * i);
        }
        Figure training = TrainingCurveFigure.of(List.of(3.0, 2.0, 1.5), List.of(3.1, 2.2, 2.1), 3);
        return List.of(
                item(stack, "stack"),
                item(scan, "scan"),
                item(contours, "contours"),
                item(CalibrationFigure.of(truth, learned), "calibration"),
                item(training, "training"));
    }

    private static Item item(Figure figure, String name) {
        return FigureItem.of(
                figure, name, "Look at " + figure.title(), JsonMapper.shared().writeValueAsString(figure.data()));
    }
}
