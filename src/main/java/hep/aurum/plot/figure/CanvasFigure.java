package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.plot.Figure;
import hep.aurum.plot.style.FigureLabels;
import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.Legend;
import hep.aurum.plot.style.LegendEntry;
import hep.aurum.plot.style.Palette;
import hep.aurum.plot.style.Tint;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.annotations.XYAnnotation;
import org.jfree.chart.plot.XYPlot;

/**
 * Show histograms, points and functions together in one frame, as a physicist puts them there.
 *
 * @param title one line that says what is seen, for readers who cannot see it
 * @param x horizontal axis
 * @param y vertical axis
 * @param drawings in drawing order
 * @param texts inside the frame
 * @param legend whether the names of the drawings are explained
 * @param labels what stands above and inside the frame
 * @param width in points
 * @param height in points
 */
public record CanvasFigure(
        String title,
        CanvasAxis x,
        CanvasAxis y,
        List<Drawing> drawings,
        List<CanvasText> texts,
        boolean legend,
        FigureLabels labels,
        int width,
        int height)
        implements Figure {

    /** Copy the lists and check the size. */
    public CanvasFigure {
        drawings = List.copyOf(drawings);
        texts = List.copyOf(texts);
        Check.argument(
                width >= 100 && width <= 10_000 && height >= 100 && height <= 10_000,
                "a figure of %d by %d points, expected 100 to 10000",
                width,
                height);
    }

    /** Start an empty figure between two axes that show all that will be drawn. */
    public static CanvasFigure of(String title, String xLabel, String yLabel) {
        return new CanvasFigure(
                title,
                CanvasAxis.automatic(xLabel),
                CanvasAxis.automatic(yLabel),
                List.of(),
                List.of(),
                true,
                FigureLabels.data(),
                640,
                480);
    }

    /** Draw one object more, above the others. */
    public CanvasFigure with(Drawing drawing) {
        List<Drawing> more = new ArrayList<>(drawings);
        more.add(drawing);
        return new CanvasFigure(title, x, y, more, texts, legend, labels, width, height);
    }

    /** Put a text into the frame. */
    public CanvasFigure with(CanvasText text) {
        List<CanvasText> more = new ArrayList<>(texts);
        more.add(text);
        return new CanvasFigure(title, x, y, drawings, more, legend, labels, width, height);
    }

    /** Replace the axes. */
    public CanvasFigure withAxes(CanvasAxis newX, CanvasAxis newY) {
        return new CanvasFigure(title, newX, newY, drawings, texts, legend, labels, width, height);
    }

    /** Replace the labels. */
    public CanvasFigure withLabels(FigureLabels newLabels) {
        return new CanvasFigure(title, x, y, drawings, texts, legend, newLabels, width, height);
    }

    /** Show or leave out the legend. */
    public CanvasFigure withLegend(boolean shown) {
        return new CanvasFigure(title, x, y, drawings, texts, shown, labels, width, height);
    }

    /** Change the size, in points. */
    public CanvasFigure withSize(int newWidth, int newHeight) {
        return new CanvasFigure(title, x, y, drawings, texts, legend, labels, newWidth, newHeight);
    }

    private CanvasRange horizontal() {
        Extent seen = new Extent();
        drawings.forEach(drawing -> drawing.addX(seen));
        return CanvasRange.horizontal(
                x, seen, seen.isEmpty() || drawings.stream().anyMatch(Drawing::fillsFrame) || onlyFunctions());
    }

    private boolean onlyFunctions() {
        return drawings.stream().allMatch(FunctionDrawing.class::isInstance);
    }

    private CanvasRange vertical(Drawing.Window window) {
        Extent seen = new Extent();
        drawings.forEach(drawing -> drawing.addY(seen, window));
        boolean exact = drawings.stream().anyMatch(DensityDrawing.class::isInstance);
        boolean onZero = !exact && drawings.stream().anyMatch(Drawing::standsOnZero);
        return CanvasRange.vertical(y, seen, exact, onZero);
    }

    private Drawing.Window window() {
        CanvasRange range = horizontal();
        return new Drawing.Window(range.min(), range.max(), x.logarithmic());
    }

    @Override
    public void draw(Graphics2D g) {
        Drawing.Window window = window();
        XYPlot plot = HouseChart.plot(horizontal().axis(x), vertical(window).axis(y));
        List<?> first = plot.getAnnotations();
        XYAnnotation ticks = (XYAnnotation) first.get(0);
        List<LegendEntry> entries = new ArrayList<>();
        List<Point2D> obstacles = new ArrayList<>();
        for (int i = 0; i < drawings.size(); i++) {
            Drawing drawing = drawings.get(i);
            Color colour = drawing.style().tint().map(Tint::color).orElse(colour(i));
            plot.addAnnotation(drawing.layer(colour, window));
            drawing.entry(colour).ifPresent(entries::add);
            obstacles.addAll(drawing.obstacles(window));
        }
        // Ticks stay above what fills the frame.
        plot.removeAnnotation(ticks);
        plot.addAnnotation(ticks);
        texts.forEach(text -> plot.addAnnotation(text.layer()));
        plot.addAnnotation(new Legend(labels.notes(), legend ? entries : List.of(), obstacles));
        HouseChart.draw(g, width, height, plot, labels);
    }

    /** The first object is drawn in ink, the others in the colours of the palette. */
    private Color colour(int i) {
        return i == 0 ? Palette.INK : Palette.of(i - 1, drawings.size() - 1);
    }

    @Override
    public Map<String, Object> data() {
        Drawing.Window window = window();
        CanvasRange vertical = vertical(window);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("figure", "canvas");
        data.put("title", title);
        data.put("x", axis(x, window.from(), window.to()));
        data.put("y", axis(y, vertical.min(), vertical.max()));
        data.put(
                "drawings",
                drawings.stream().map(drawing -> drawing.data(window)).toList());
        data.put("texts", texts.stream().map(CanvasText::text).toList());
        return data;
    }

    private static Map<String, Object> axis(CanvasAxis axis, double min, double max) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("label", axis.label());
        numbers.put("min", min);
        numbers.put("max", max);
        numbers.put("logarithmic", axis.logarithmic());
        return numbers;
    }
}
