package hep.aurum.workflow;

import hep.aurum.hist.Points;
import hep.aurum.plot.Figure;
import hep.aurum.plot.figure.CanvasFigure;
import hep.aurum.plot.figure.Coverage;
import hep.aurum.plot.figure.CoverageFigure;
import hep.aurum.plot.figure.Curve;
import hep.aurum.plot.figure.DrawStyle;
import hep.aurum.plot.figure.Drawing;
import hep.aurum.plot.figure.RankFigure;
import hep.aurum.plot.figure.RocCurve;
import hep.aurum.plot.figure.RocFigure;
import hep.aurum.plot.style.FigureLabels;
import hep.aurum.trust.Evidence;
import hep.aurum.trust.TrustReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draw what a check found, with its broken twin in the same picture or beside it. */
final class TrustPictures {

    private static final String RATIO = "the ratio";
    /** Ranks from 0 to 1 are shown as those among so many draws. */
    private static final int DRAWS = 99;

    private static final int BINS = 10;
    private static final String WIDTH = "width";

    private final String name;
    private final String twin;
    private final List<Picture> pictures = new ArrayList<>();

    private TrustPictures(String name, String twin) {
        this.name = name;
        this.twin = "broken twin, " + TrustWords.shown(twin);
    }

    /**
     * Draw the pictures of a check.
     *
     * @param name letters and digits, unique on the page
     */
    static List<Picture> of(TrustReport.Result result, String name) {
        TrustPictures drawing = new TrustPictures(name, result.twin());
        List<Evidence> all = result.finding().evidence();
        boolean hasCoverage = all.stream().anyMatch(e -> e.kind() == Evidence.Kind.COVERAGE);
        for (Evidence evidence : all) {
            // A curve of coverage is that of the ranks of the truth.
            if (evidence.kind() != Evidence.Kind.RANKS || !hasCoverage) {
                drawing.draw(evidence, partner(result, evidence));
            }
        }
        return List.copyOf(drawing.pictures);
    }

    /** The twin may be worst at another point: then it is what stands at the same place among its pictures. */
    private static Optional<Evidence> partner(TrustReport.Result result, Evidence evidence) {
        List<Evidence> same = result.control().stream()
                .flatMap(control -> control.evidence().stream())
                .filter(e -> e.kind() == evidence.kind())
                .toList();
        int place = result.finding().evidence().stream()
                .filter(e -> e.kind() == evidence.kind())
                .toList()
                .indexOf(evidence);
        return same.stream()
                .filter(e -> e.label().equals(evidence.label()))
                .findFirst()
                .or(() -> same.stream().skip(place).findFirst());
    }

    private void add(Figure figure, String caption) {
        pictures.add(new Picture(name + "-" + (pictures.size() + 1), caption, figure));
    }

    private void draw(Evidence evidence, Optional<Evidence> partner) {
        switch (evidence.kind()) {
            case COVERAGE -> coverage(evidence, partner);
            case RANKS -> {
                ranks(evidence, RATIO);
                partner.ifPresent(other -> ranks(other, twin));
            }
            case ROC -> roc(evidence, partner);
            case PULLS ->
                add(
                        pulls(evidence, partner),
                        "Pulls of the best fit against the number of events (" + evidence.label()
                                + "): those of a right ratio stay between −2 and 2, a shifted one runs away as √n.");
            case CURVE -> curve(evidence, partner);
        }
    }

    private void coverage(Evidence evidence, Optional<Evidence> partner) {
        List<Coverage> curves = new ArrayList<>();
        curves.add(coverage(RATIO, evidence));
        partner.ifPresent(other -> curves.add(coverage(twin, other)));
        add(
                CoverageFigure.ofLevels(curves),
                "How often " + evidence.label() + " held the truth, against what they promise. Below the diagonal they"
                        + " promise too much.");
    }

    private static Coverage coverage(String name, Evidence evidence) {
        double[] levels = array(evidence.x());
        long[] covered = new long[levels.length];
        for (int i = 0; i < levels.length; i++) {
            covered[i] = Math.round(evidence.y().get(i) * evidence.trials());
        }
        return Coverage.of(name, levels, covered, evidence.trials());
    }

    private void ranks(Evidence evidence, String whose) {
        int[] ranks = evidence.x().stream()
                .mapToInt(u -> (int) Math.min(DRAWS, Math.floor(u * (DRAWS + 1))))
                .toArray();
        add(
                RankFigure.of(evidence.label(), ranks, DRAWS, BINS)
                        .withLabels(FigureLabels.simulation().withNote(whose)),
                "Ranks of the truth (" + evidence.label() + "), " + whose + ": even within the bands if right.");
    }

    private void roc(Evidence evidence, Optional<Evidence> partner) {
        List<RocCurve> curves = new ArrayList<>();
        curves.add(RocCurve.of(RATIO, Curve.of(array(evidence.x()), array(evidence.y()))));
        partner.ifPresent(other -> curves.add(RocCurve.of(twin, Curve.of(array(other.x()), array(other.y())))));
        add(
                RocFigure.of(curves),
                "A critic that was trained to tell reweighted events from those of the simulator (" + evidence.label()
                        + "): on the diagonal it cannot.");
    }

    private CanvasFigure pulls(Evidence evidence, Optional<Evidence> partner) {
        CanvasFigure figure =
                lines(CanvasFigure.of("Pull against the number of events", "Events", "Pull"), evidence, partner);
        return figure.withAxes(figure.x().withLogarithmic(true), figure.y());
    }

    private void curve(Evidence evidence, Optional<Evidence> partner) {
        boolean isWidth = evidence.label().startsWith(WIDTH);
        CanvasFigure empty = isWidth
                ? CanvasFigure.of("Width of the posterior as events are added", "Width by 1/√n", "Width found")
                : CanvasFigure.of("Found against predicted", "Predicted", "Found");
        CanvasFigure figure = empty.with(Drawing.of(
                isWidth ? "as 1/√n" : "if right",
                x -> x,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                2,
                DrawStyle.line().withDash(List.of(6.0, 4.0))));
        add(
                lines(figure, evidence, partner),
                isWidth
                        ? "The " + evidence.label()
                                + " against its law for many events, which it meets on the left; on the"
                                + " right, where events are few, the ranges of the parameters cut it."
                        : "What is found against what the ratio predicts (" + evidence.label()
                                + "): a right ratio stays on the diagonal.");
    }

    private CanvasFigure lines(CanvasFigure figure, Evidence evidence, Optional<Evidence> partner) {
        CanvasFigure drawn = figure.with(Drawing.of(points(RATIO, evidence), DrawStyle.points()));
        if (partner.isPresent()) {
            drawn = drawn.with(
                    Drawing.of(points(twin, partner.get()), DrawStyle.points().withSymbol(2)));
        }
        return drawn.withLabels(FigureLabels.simulation());
    }

    private static Points points(String name, Evidence evidence) {
        double[][] values = {array(evidence.x()), array(evidence.y())};
        double[][] errors = new double[2][values[0].length];
        return Points.of(name, values, errors, errors);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
