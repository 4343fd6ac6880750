package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.plot.Figure;
import hep.aurum.plot.style.FigureLabels;
import hep.aurum.plot.style.HouseAxis;
import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.Legend;
import hep.aurum.plot.style.LegendEntry;
import hep.aurum.plot.style.Marker;
import hep.aurum.plot.style.Palette;
import hep.aurum.plot.style.ParameterSymbol;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.plot.XYPlot;

/**
 * Show regions of two parameters: contours of \(-2\Delta\ln L\) at 2.30 (68.3 %) and 6.18 (95.45 %).
 *
 * <p>A region may fall into several closed pieces; all are drawn. For each surface the inner contour is solid and the
 * outer one dashed.
 *
 * @param xLabel first parameter: its name, which {@link ParameterSymbol} prints, or its symbol with its unit
 * @param yLabel second parameter
 * @param layers the surfaces in drawing order
 * @param marks single points, such as the best fit and the truth
 * @param labels what stands above and inside the frame
 */
public record LikelihoodContourFigure(
        String xLabel, String yLabel, List<Contours> layers, List<Mark> marks, FigureLabels labels) implements Figure {

    /** Levels of 68.27 % and 95.45 % for two parameters. */
    public static final List<Double> LEVELS = List.of(2.30, 6.18);

    private static final List<String> LEVEL_NAMES = List.of("68.3% CL", "95.45% CL");

    /**
     * Hold one set of contours.
     *
     * @param name as the legend prints it
     * @param surface \(-2\Delta\ln L\) on a grid
     * @param colour colour of its lines
     */
    public record Contours(String name, Surface surface, Color colour) {}

    /**
     * Hold a point.
     *
     * @param name as the legend prints it
     * @param x first parameter
     * @param y second parameter
     * @param marker its shape
     * @param colour its colour
     */
    public record Mark(String name, double x, double y, Marker marker, Color colour) {}

    /** Copy the lists. */
    public LikelihoodContourFigure {
        layers = List.copyOf(layers);
        marks = List.copyOf(marks);
    }

    /** Start a figure of two parameters. */
    public static LikelihoodContourFigure of(String xLabel, String yLabel) {
        return new LikelihoodContourFigure(xLabel, yLabel, List.of(), List.of(), FigureLabels.simulation());
    }

    /** Add the contours of the data, in ink. */
    public LikelihoodContourFigure withObserved(Surface surface) {
        return withContours("Observed", surface, Palette.INK);
    }

    /** Add the contours of the Asimov data, in blue. */
    public LikelihoodContourFigure withExpected(Surface surface) {
        return withContours("Expected (Asimov)", surface, Palette.SIX.get(0));
    }

    /** Add contours of something else, such as the parton-level likelihood. */
    public LikelihoodContourFigure withContours(String name, Surface surface, Color colour) {
        List<Contours> more = new ArrayList<>(layers);
        more.add(new Contours(name, surface, colour));
        return new LikelihoodContourFigure(xLabel, yLabel, more, marks, labels);
    }

    /** Mark the best fit to the data. */
    public LikelihoodContourFigure withBestFit(double x, double y) {
        return withMark(new Mark("Best fit", x, y, Marker.CROSS, Palette.INK));
    }

    /** Mark the point that the data were drawn from. */
    public LikelihoodContourFigure withTruth(double x, double y) {
        return withMark(new Mark("Truth", x, y, Marker.STAR, Palette.SIX.get(2)));
    }

    private LikelihoodContourFigure withMark(Mark mark) {
        List<Mark> more = new ArrayList<>(marks);
        more.add(mark);
        return new LikelihoodContourFigure(xLabel, yLabel, layers, more, labels);
    }

    /** Replace the labels. */
    public LikelihoodContourFigure withLabels(FigureLabels newLabels) {
        return new LikelihoodContourFigure(xLabel, yLabel, layers, marks, newLabels);
    }

    @Override
    public String title() {
        return "Likelihood contours of " + ParameterSymbol.of(xLabel) + " and " + ParameterSymbol.of(yLabel);
    }

    @Override
    public int height() {
        return 560;
    }

    @Override
    public void draw(Graphics2D g) {
        Check.argument(!layers.isEmpty(), "a contour figure of %s and %s without a surface", xLabel, yLabel);
        XYPlot plot = HouseChart.plot(xAxis(), yAxis());
        List<LegendEntry> entries = new ArrayList<>();
        List<Point2D> obstacles = new ArrayList<>();
        for (Contours layer : layers) {
            for (int level = 0; level < LEVELS.size(); level++) {
                for (Curve piece : layer.surface.contours(LEVELS.get(level))) {
                    Series.line(plot, layer.name + " " + level, piece, layer.colour, stroke(level));
                    obstacles.addAll(Series.obstacles(piece));
                }
                String text = layer.name + ", " + LEVEL_NAMES.get(level);
                entries.add(new LegendEntry.Line(text, layer.colour, stroke(level)));
            }
        }
        for (Mark mark : marks) {
            entries.add(new LegendEntry.Mark(mark.name, mark.colour, mark.marker));
            plot.addAnnotation(new MarkLayer(mark));
        }
        plot.addAnnotation(new Legend(labels.notes(), entries, obstacles));
        HouseChart.draw(g, width(), height(), plot, labels);
    }

    private static BasicStroke stroke(int level) {
        return level == 0 ? HouseChart.stroke(2) : HouseChart.dashed(2, 7, 4);
    }

    private HouseAxis xAxis() {
        double min = layers.stream().mapToDouble(l -> l.surface.x(0)).min().orElseThrow();
        double max = layers.stream()
                .mapToDouble(l -> l.surface.x(l.surface.nx() - 1))
                .max()
                .orElseThrow();
        return HouseAxis.linear(ParameterSymbol.of(xLabel), min, max);
    }

    /** Leave a strip above the grid for the legend, unless a corner would do: the axis ends a third further up. */
    private HouseAxis yAxis() {
        double min = layers.stream().mapToDouble(l -> l.surface.y(0)).min().orElseThrow();
        double max = layers.stream()
                .mapToDouble(l -> l.surface.y(l.surface.ny() - 1))
                .max()
                .orElseThrow();
        return HouseAxis.linear(ParameterSymbol.of(yLabel), min, max + 0.33 * (max - min));
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("figure", "likelihood contours");
        data.put("x", xLabel);
        data.put("y", yLabel);
        data.put("levels", LEVELS);
        List<Object> surfaces = new ArrayList<>();
        for (Contours layer : layers) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", layer.name);
            one.put("x", layer.surface.xs());
            one.put("y", layer.surface.ys());
            one.put("minus_two_delta_ln_l", layer.surface.zs());
            surfaces.add(one);
        }
        data.put("surfaces", surfaces);
        for (Mark mark : marks) {
            data.put(mark.name.toLowerCase(java.util.Locale.ROOT).replace(' ', '_'), List.of(mark.x, mark.y));
        }
        return data;
    }
}
