package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.infer.fit.Covariance;
import hep.aurum.plot.Figure;
import hep.aurum.plot.style.FigureLabels;
import hep.aurum.plot.style.HouseAxis;
import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.Palette;
import hep.aurum.plot.style.ParameterSymbol;
import hep.aurum.plot.style.RichText;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/**
 * Show the correlations of fitted parameters as a map from −1, blue, over 0, white, to 1, red, with numbers where
 * \(|\rho| > 0.005\).
 *
 * <p>If there are more parameters than the figure holds, those with the largest correlations are shown, in their own order,
 * and the figure says how many there are.
 *
 * @param names all parameters, the first in the uppermost row and the leftmost column
 * @param correlations {@code [n][n]}, from −1 to 1
 * @param most how many parameters are shown at most
 * @param labels what stands above the frame; its notes are above the frame too
 */
public record CorrelationFigure(List<String> names, List<List<Double>> correlations, int most, FigureLabels labels)
        implements Figure {

    private static final int DEFAULT_MOST = 24;
    private static final double NOTE = 19;
    private static final double TOP = 8;

    /** Rounding of a matrix may leave a correlation a little beyond 1. */
    private static final double SLACK = 1e-6;

    /** Copy the lists and check the numbers. */
    public CorrelationFigure {
        names = List.copyOf(names);
        correlations = correlations.stream().map(List::copyOf).toList();
        Check.argument(!names.isEmpty(), "a correlation matrix without a parameter");
        Check.argument(most > 0, "a correlation matrix of %s parameters, expected 1 or more", most);
        Check.length("rows of the correlation matrix", correlations.size(), names.size());
        for (int i = 0; i < names.size(); i++) {
            Check.length("a row of the correlation matrix", correlations.get(i).size(), names.size());
            for (int j = 0; j < names.size(); j++) {
                double rho = correlations.get(i).get(j);
                Check.argument(
                        Math.abs(rho) <= 1 + SLACK,
                        "the correlation of %s and %s is %s, expected −1 to 1",
                        names.get(i),
                        names.get(j),
                        rho);
            }
        }
    }

    /**
     * Show the correlations of a fit.
     *
     * @throws IllegalArgumentException if a parameter has no positive variance
     */
    public static CorrelationFigure of(Covariance covariance) {
        List<List<Double>> rows = new ArrayList<>();
        for (double[] row : covariance.correlations()) {
            rows.add(Curve.list(row));
        }
        return new CorrelationFigure(covariance.names(), rows, DEFAULT_MOST, FigureLabels.simulation());
    }

    /** Replace the largest number of parameters, 24. */
    public CorrelationFigure withMost(int parameters) {
        return new CorrelationFigure(names, correlations, parameters, labels);
    }

    /** Replace the labels. */
    public CorrelationFigure withLabels(FigureLabels newLabels) {
        return new CorrelationFigure(names, correlations, most, newLabels);
    }

    /** Return the positions of the parameters that have a row. */
    List<Integer> shown() {
        return IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -strongest(i)))
                .limit(most)
                .sorted()
                .toList();
    }

    private double strongest(int i) {
        return IntStream.range(0, names.size())
                .filter(j -> j != i)
                .mapToDouble(j -> Math.abs(correlations.get(i).get(j)))
                .max()
                .orElse(0);
    }

    @Override
    public String title() {
        return "Correlations of " + names.size() + " parameters";
    }

    /** Return the side of a cell: the fewer parameters, the larger. */
    private double cell() {
        int n = shown().size();
        return n <= 4 ? 200.0 / n : n <= 10 ? 46 : n <= 30 ? 32 : 16;
    }

    private double side() {
        return cell() * shown().size();
    }

    private HouseAxis axis(boolean fromTheTop) {
        List<String> symbols =
                shown().stream().map(i -> ParameterSymbol.of(names.get(i))).toList();
        return HouseAxis.names(symbols, fromTheTop);
    }

    @Override
    public int width() {
        double beside = axis(true).thickness(RectangleEdge.LEFT);
        return (int) Math.ceil(Math.max(420, beside + side() + 110));
    }

    @Override
    public int height() {
        double below = axis(false).thickness(RectangleEdge.BOTTOM);
        return (int) Math.ceil(HouseChart.HEADER + NOTE * notes().size() + TOP + side() + below + 6);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(labels.notes());
        if (shown().size() < names.size()) {
            notes.add("The " + shown().size() + " of " + names.size() + " parameters with the largest correlations");
        }
        return notes;
    }

    @Override
    public void draw(Graphics2D g) {
        HouseChart.page(g, width(), height());
        XYPlot map = HouseChart.plot(axis(false), axis(true));
        map.getRenderer().addAnnotation(new CorrelationCells(this), org.jfree.chart.ui.Layer.BACKGROUND);
        double left = axis(true).thickness(RectangleEdge.LEFT);
        double top = HouseChart.HEADER + NOTE * notes().size() + TOP;
        HouseChart.drawFrame(g, new Rectangle2D.Double(left, top, side(), side()), map);
        bar(g, new Rectangle2D.Double(left + side() + 18, top, 16, side()));
        HouseChart.header(g, 8, width() - HouseChart.RIGHT, labels);
        g.setPaint(Palette.INK);
        for (int i = 0; i < notes().size(); i++) {
            double y = HouseChart.HEADER + NOTE * i + 12;
            RichText.of(notes().get(i), Font.PLAIN, HouseChart.LEGEND_SIZE).draw(g, 8, y);
        }
    }

    private static void bar(Graphics2D g, Rectangle2D frame) {
        HouseAxis scale = HouseAxis.linear("Correlation ρ", -1, 1, 5);
        XYPlot bar = HouseChart.plot(HouseAxis.silent(HouseAxis.names(List.of(""), false)), scale);
        bar.setRangeAxisLocation(AxisLocation.TOP_OR_RIGHT);
        bar.getRenderer().addAnnotation(new CorrelationCells.Scale(), org.jfree.chart.ui.Layer.BACKGROUND);
        HouseChart.drawFrame(g, frame, bar);
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("figure", "correlations");
        data.put("parameters", names);
        data.put("correlations", correlations);
        data.put("shown", shown().stream().map(names::get).toList());
        return data;
    }
}
