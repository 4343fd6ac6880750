package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.plot.Figure;
import hep.aurum.plot.style.FigureLabels;
import hep.aurum.plot.style.HouseAxis;
import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.Legend;
import hep.aurum.plot.style.LegendEntry;
import hep.aurum.plot.style.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.plot.XYPlot;

/**
 * Compare distributions of one observable, for example at several parameter points, with their ratio to the first.
 *
 * @param histograms the distributions, named by their titles; the first is the reference
 * @param normalised whether each is divided by its sum in range
 * @param ratio whether a panel shows the ratio to the first
 * @param bands whether statistical errors are shaded bands instead of bars
 * @param logarithmic whether the y axis is; what is not positive lies below it
 * @param labels what stands above and inside the frame
 */
public record HistogramComparisonFigure(
        List<Histogram1D> histograms,
        boolean normalised,
        boolean ratio,
        boolean bands,
        boolean logarithmic,
        FigureLabels labels)
        implements Figure {

    /** Opacity of a band, of 255. */
    private static final int BAND_ALPHA = 70;

    /** What is not positive is drawn this far below a logarithmic axis, in units of its end. */
    private static final double BELOW = 0.1;

    private static final double[][] DASHES = {{}, {8, 4}, {3, 2.5}, {9, 3, 2, 3}, {14, 4}, {2, 4}};

    /** Copy the list and check that all histograms share their edges. */
    public HistogramComparisonFigure {
        histograms = List.copyOf(histograms);
        Check.argument(!histograms.isEmpty(), "a comparison without a histogram");
        for (Histogram1D h : histograms) {
            Check.argument(
                    h.axis().hasEdgesOf(histograms.get(0).axis()),
                    "%s and %s have different edges and cannot be compared",
                    h.title(),
                    histograms.get(0).title());
            Check.argument(
                    !normalised || h.sumOfHeights() > 0, "the weights of %s do not sum to more than 0", h.title());
        }
    }

    /** Compare expected counts. */
    public static HistogramComparisonFigure of(List<Histogram1D> histograms) {
        return new HistogramComparisonFigure(
                histograms, false, histograms.size() > 1, false, false, FigureLabels.simulation());
    }

    /** Compare shapes: each histogram is divided by its sum in range. */
    public HistogramComparisonFigure withUnitArea() {
        return new HistogramComparisonFigure(histograms, true, ratio, bands, logarithmic, labels);
    }

    /** Leave out the panel of ratios. */
    public HistogramComparisonFigure withoutRatio() {
        return new HistogramComparisonFigure(histograms, normalised, false, bands, logarithmic, labels);
    }

    /** Shade the statistical errors of each histogram instead of drawing bars. */
    public HistogramComparisonFigure withBands() {
        return new HistogramComparisonFigure(histograms, normalised, ratio, true, logarithmic, labels);
    }

    /** Draw the y axis logarithmically. */
    public HistogramComparisonFigure withLogarithmicAxis() {
        return new HistogramComparisonFigure(histograms, normalised, ratio, bands, true, labels);
    }

    /** Replace the labels. */
    public HistogramComparisonFigure withLabels(FigureLabels newLabels) {
        return new HistogramComparisonFigure(histograms, normalised, ratio, bands, logarithmic, newLabels);
    }

    private Axis axis() {
        return histograms.get(0).axis();
    }

    private List<Histogram1D> shown() {
        return normalised
                ? histograms.stream().map(h -> h.scaledBy(1 / h.sumOfHeights())).toList()
                : histograms;
    }

    @Override
    public String title() {
        return "Comparison of " + axis().label();
    }

    @Override
    public int height() {
        return ratio ? 620 : 480;
    }

    @Override
    public void draw(Graphics2D g) {
        HouseAxis x = HouseAxis.linear(axis().label(), axis().min(), axis().max());
        XYPlot upper = distributions(x);
        XYPlot plot = ratio ? HouseChart.withRatio(x, upper, ratios(x)) : upper;
        HouseChart.draw(g, width(), height(), plot, labels);
    }

    private XYPlot distributions(HouseAxis x) {
        List<Histogram1D> shown = shown();
        HouseAxis y = heights(shown);
        XYPlot plot = HouseChart.plot(x, y);
        List<LegendEntry> entries = new ArrayList<>();
        List<Point2D> obstacles = new ArrayList<>();
        for (int k = 0; k < shown.size(); k++) {
            Histogram1D h = shown.get(k);
            add(plot, k, h.heights(), h.errors(), logarithmic ? BELOW * y.getLowerBound() : Double.NEGATIVE_INFINITY);
            entries.add(new LegendEntry.Line(h.title(), colour(k), stroke(k)));
            obstacles.addAll(Steps.obstacles(axis(), h.heights()));
        }
        plot.addAnnotation(new Legend(labels.notes(), entries, obstacles));
        return plot;
    }

    private HouseAxis heights(List<Histogram1D> shown) {
        double max = 1e-12;
        double min = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (Histogram1D h : shown) {
            for (int i = 0; i < axis().bins(); i++) {
                max = Math.max(max, h.height(i) + h.error(i));
                min = Math.min(min, h.height(i) - h.error(i));
                smallest = h.height(i) > 0 ? Math.min(smallest, h.height(i)) : smallest;
            }
        }
        String label = Steps.perBin(normalised ? "Fraction" : "Events", axis());
        if (!logarithmic) {
            return HouseAxis.linear(label, 1.1 * min, 1.45 * max);
        }
        double low = 0.5 * Math.min(smallest, max);
        // The legend stands in the upper quarter.
        return HouseAxis.logarithmic(label, low, max * StrictMath.pow(max / low, 0.35));
    }

    private XYPlot ratios(HouseAxis x) {
        Histogram1D reference = shown().get(0);
        double reach = 0.1;
        List<double[]> values = new ArrayList<>();
        for (Histogram1D h : shown()) {
            double[] ratio = new double[axis().bins()];
            for (int i = 0; i < ratio.length; i++) {
                // Without a reference there is no ratio: the line has a gap.
                ratio[i] = reference.height(i) > 0 ? h.height(i) / reference.height(i) : Double.NaN;
                if (reference.height(i) > 0) {
                    reach = Math.max(reach, Math.min(0.95, 1.15 * Math.abs(ratio[i] - 1)));
                }
            }
            values.add(ratio);
        }
        XYPlot plot = HouseChart.panel(x, "Ratio", 1 - reach, 1 + reach);
        for (int k = 0; k < values.size(); k++) {
            double[] errors = new double[axis().bins()];
            for (int i = 0; i < errors.length; i++) {
                double height = reference.height(i);
                errors[i] = height > 0 ? shown().get(k).error(i) / height : 0;
            }
            add(plot, k, values.get(k), errors, Double.NEGATIVE_INFINITY);
        }
        return plot;
    }

    private void add(XYPlot plot, int k, double[] heights, double[] errors, double floor) {
        if (bands) {
            shade(plot, k, heights, errors, floor);
        }
        double[] drawn = Arrays.stream(heights).map(h -> Math.max(h, floor)).toArray();
        Series.line(plot, "histogram " + k, Steps.outline(axis(), drawn), colour(k), stroke(k));
        if (bands) {
            return;
        }
        Points bars = new Points();
        for (int i = 0; i < heights.length; i++) {
            // Bars of different histograms stand side by side, around the middle of the bin.
            double shift = (k - 0.5 * (histograms.size() - 1)) * 0.4 / histograms.size();
            double x = axis().center(i) + shift * axis().width(i);
            if (Double.isFinite(heights[i])) {
                bars.add(x, drawn[i], Math.max(heights[i] - errors[i], floor), Math.max(heights[i] + errors[i], floor));
            }
        }
        bars.addTo(plot, colour(k), 0, 1.1);
    }

    private void shade(XYPlot plot, int k, double[] heights, double[] errors, double floor) {
        double[] low = new double[heights.length];
        double[] high = new double[heights.length];
        for (int i = 0; i < heights.length; i++) {
            double middle = Double.isNaN(heights[i]) ? 1 : heights[i];
            low[i] = Math.max(middle - errors[i], floor);
            high[i] = Math.max(middle + errors[i], floor);
        }
        double[][] lower = Steps.outline(axis(), low);
        double[][] upper = Steps.outline(axis(), high);
        Color shade =
                new Color(colour(k).getRed(), colour(k).getGreen(), colour(k).getBlue(), BAND_ALPHA);
        Series.area(plot, "band " + k, lower[0], lower[1], upper[1], shade);
    }

    private Color colour(int k) {
        return k == 0 ? Palette.INK : Palette.of(k - 1, histograms.size() - 1);
    }

    private static BasicStroke stroke(int k) {
        double[] dash = DASHES[k % DASHES.length];
        return dash.length == 0 ? HouseChart.stroke(1.9) : HouseChart.dashed(1.9, dash);
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("figure", "histogram comparison");
        data.put("axis", Steps.numbers(axis()));
        data.put("normalised", normalised);
        data.put("histograms", histograms.stream().map(Steps::numbers).toList());
        return data;
    }
}
