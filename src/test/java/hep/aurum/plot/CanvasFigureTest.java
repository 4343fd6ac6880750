package hep.aurum.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.Points;
import hep.aurum.plot.figure.CanvasAxis;
import hep.aurum.plot.figure.CanvasFigure;
import hep.aurum.plot.figure.CanvasText;
import hep.aurum.plot.figure.DrawStyle;
import hep.aurum.plot.figure.Drawing;
import hep.aurum.plot.figure.FittedFigure;
import hep.aurum.plot.style.Tint;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanvasFigureTest {

    private static final CanvasAxis X = CanvasAxis.automatic("m [GeV]").withRange(0, 4);
    private static final CanvasAxis Y = CanvasAxis.automatic("Events").withRange(0, 10);

    private static Histogram1D histogram() {
        return Histogram1D.builder("counts", Axis.uniform("m", "GeV", 4, 0, 4))
                .fill(0.5, 3)
                .fill(1.5, 7)
                .fill(2.5, 1)
                .build();
    }

    private static CanvasFigure canvas() {
        return CanvasFigure.of("test", "", "").withAxes(X, Y);
    }

    /** Turn positions of the page back into values of the axes, which run linearly over the frame. */
    private static double[] value(SvgText svg, double[] point) {
        double x = 4 * (point[0] - svg.frameLeft()) / (svg.frameRight() - svg.frameLeft());
        double y = 10 * (svg.frameBottom() - point[1]) / (svg.frameBottom() - svg.frameTop());
        return new double[] {x, y};
    }

    @Test
    void theOutlineOfAHistogramPassesThroughItsHeights() {
        DrawStyle style = DrawStyle.steps().withTint(Tint.of("#123456")).withWidth(1.75);
        SvgText svg = SvgText.parse(FigureWriter.svg(canvas().with(Drawing.of(histogram(), style)), "c"));

        List<double[]> outline =
                svg.path("#123456", "1.75").stream().map(p -> value(svg, p)).toList();

        double[] heights = {3, 3, 7, 7, 1, 1, 0, 0};
        double[] edges = {0, 1, 1, 2, 2, 3, 3, 4};
        assertThat(outline).hasSize(9);
        for (int i = 0; i < 8; i++) {
            assertThat(outline.get(i + 1)).containsExactly(new double[] {edges[i], heights[i]}, within(0.02));
        }
        // Error bars of weighted bins are as long as the roots of the squared weights: here the weights themselves.
        List<double[]> bar =
                svg.path("#123456", "1.1").stream().map(p -> value(svg, p)).toList();
        assertThat(bar.get(0)).containsExactly(new double[] {0.5, 0}, within(0.02));
        assertThat(bar.get(1)).containsExactly(new double[] {0.5, 6}, within(0.02));
    }

    @Test
    void functionsAreDrawnWhereTheyAre() {
        DrawStyle style = DrawStyle.line().withTint(Tint.of("#123456")).withWidth(1.75);
        CanvasFigure figure = canvas().with(Drawing.of("f", x -> 1 / (x - 2), 1, 3, 101, style));
        SvgText svg = SvgText.parse(FigureWriter.svg(figure, "c"));

        List<double[]> line = svg.allPoints("#123456", "1.75").stream()
                .map(p -> value(svg, p))
                .toList();

        // The legend's sample comes last; the pole at x = 2 is left out and far values are cut off.
        assertThat(line).hasSize(100 + 2);
        for (double[] point : line.subList(0, 100)) {
            double expected = Math.max(-30, Math.min(40, 1 / (point[0] - 2)));
            if (Math.abs(expected) < 5) {
                assertThat(point[1]).isCloseTo(expected, within(0.2));
            }
        }
    }

    @Test
    void pointsStandAtTheirValuesWithErrorsInBothDirections() {
        Points points = Points.of(
                "data", new double[][] {{2, Double.NaN}, {5, 1}}, new double[][] {{0.5, 0}, {2, 0}}, new double[][] {
                    {1, 0}, {3, 0}
                });
        DrawStyle style =
                DrawStyle.points().withTint(Tint.of("#123456")).withSymbol(9).withSize(8);
        SvgText svg = SvgText.parse(FigureWriter.svg(canvas().with(Drawing.of(points, style)), "c"));

        List<double[]> bars =
                svg.allPoints("#123456", "1.1").stream().map(p -> value(svg, p)).toList();

        assertThat(bars.get(0)).containsExactly(new double[] {1.5, 5}, within(0.02));
        assertThat(bars.get(1)).containsExactly(new double[] {3, 5}, within(0.02));
        assertThat(bars.get(2)).containsExactly(new double[] {2, 3}, within(0.02));
        assertThat(bars.get(3)).containsExactly(new double[] {2, 8}, within(0.02));
    }

    @Test
    void automaticAxesShowEverything() {
        CanvasFigure figure = CanvasFigure.of("t", "x", "y")
                .with(Drawing.of(histogram(), DrawStyle.steps()))
                .with(Drawing.of("line", x -> 2 * x, 0, 9, 10, DrawStyle.line()));

        assertThat(axis(figure, "x")).containsEntry("min", 0.0).containsEntry("max", 9.0);
        assertThat(axis(figure, "y")).containsEntry("min", 0.0);
        assertThat((Double) axis(figure, "y").get("max")).isGreaterThan(18);
        CanvasFigure logarithmic = figure.withAxes(figure.x(), figure.y().withLogarithmic(true));
        assertThat((Double) axis(logarithmic, "y").get("min")).isBetween(0.5, 1.0);
        CanvasFigure empty = CanvasFigure.of("t", "x", "y");
        assertThat(FigureWriter.svg(empty, "e")).isNotEmpty();
        assertThatThrownBy(() -> FigureWriter.svg(
                        empty.withAxes(empty.x().withRange(-1, 1).withLogarithmic(true), empty.y()), "e"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("logarithmic");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> axis(CanvasFigure figure, String name) {
        return (Map<String, Object>) Objects.requireNonNull(figure.data().get(name));
    }

    @Test
    void namesAndTextsAreReadable() {
        Histogram2D cells = Histogram2D.builder("cells", Axis.uniform("", "", 2, 0, 2), Axis.uniform("", "", 2, 0, 2))
                .fill(0.5, 0.5)
                .build();
        CanvasFigure figure = canvas().with(Drawing.of(cells))
                .with(Drawing.of(histogram(), DrawStyle.steps().withFill(Optional.of(Tint.of("cyan")))))
                .with(new CanvasText("p_{T} > 30", 0.5, 0.5, true, Optional.of(Tint.of("red"))));

        List<String> words = SvgText.of(FigureWriter.svg(figure, "c"));

        assertThat(words)
                .contains("counts", "m [GeV]", "Events", "p", "T", " > 30")
                .doesNotContain("cells");
        assertThat(SvgText.of(FigureWriter.svg(figure.withLegend(false), "c"))).doesNotContain("counts");
    }

    @Test
    void aFittedFigureKeepsProportions() {
        FittedFigure half = new FittedFigure(canvas(), "Heading", 320, 240 + FittedFigure.HEADING);
        SvgText svg = SvgText.parse(FigureWriter.svg(half, "c"));

        assertThat(SvgText.of(FigureWriter.svg(half, "c"))).contains("Heading");
        assertThat(FigureWriter.svg(half, "c")).contains("0.5");
        assertThat(svg.frameRight() - svg.frameLeft()).isGreaterThan(100);
    }
}
