package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Profile1D;
import hep.aurum.plot.Figure;
import hep.aurum.plot.style.FigureLabels;
import hep.aurum.plot.style.HouseAxis;
import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.Legend;
import hep.aurum.plot.style.LegendEntry;
import hep.aurum.plot.style.Marker;
import hep.aurum.plot.style.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.plot.XYPlot;

/**
 * Show how often a label is 1 among events that were given a probability, with the number of such events below.
 *
 * @param fraction the label as a function of the predicted probability, on an axis from 0 to 1
 * @param labels what stands above and inside the frame
 */
public record ReliabilityFigure(Profile1D fraction, FigureLabels labels) implements Figure {

    private static final BasicStroke DIAGONAL = HouseChart.dashed(1.4, 6, 4);

    /** Check the range of the profile. */
    public ReliabilityFigure {
        Check.argument(
                fraction.axis().min() == 0 && fraction.axis().max() == 1,
                "a reliability curve on %s, expected an axis from 0 to 1",
                fraction.axis());
    }

    /**
     * Compare predicted probabilities with labels.
     *
     * @param predicted {@code [n]}, 0 to 1
     * @param label {@code [n]}, 0 or 1
     * @param bins number of bins between 0 and 1
     */
    public static ReliabilityFigure of(double[] predicted, double[] label, int bins) {
        Check.length("labels", label.length, predicted.length);
        Profile1D.Builder fill =
                Profile1D.builder("reliability", Axis.uniform("Predicted probability", "", bins, 0, 1));
        for (int i = 0; i < predicted.length; i++) {
            Check.argument(predicted[i] >= 0 && predicted[i] <= 1, "a probability of %s", predicted[i]);
            // Certainty belongs to the last bin, not to the overflow.
            fill.fill(Math.min(predicted[i], Math.nextDown(1.0)), label[i]);
        }
        return new ReliabilityFigure(fill.build(), FigureLabels.simulation());
    }

    /** Replace the labels. */
    public ReliabilityFigure withLabels(FigureLabels newLabels) {
        return new ReliabilityFigure(fraction, newLabels);
    }

    @Override
    public String title() {
        return "Reliability curve";
    }

    @Override
    public int height() {
        return 620;
    }

    @Override
    public void draw(Graphics2D g) {
        HouseAxis x = HouseAxis.linear("Predicted probability", 0, 1);
        XYPlot upper = HouseChart.plot(x, HouseAxis.linear("Observed fraction", 0, 1.05));
        Series.line(upper, "diagonal", Series.segment(0, 0, 1, 1), Palette.FAINT, DIAGONAL);
        Points points = new Points();
        List<Point2D> obstacles = new ArrayList<>();
        double most = 1;
        double[] entries = new double[fraction.axis().bins()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = fraction.entries(i);
            most = Math.max(most, entries[i]);
            if (entries[i] > 0) {
                double y = fraction.height(i);
                points.add(fraction.binMean(i), y, y - fraction.error(i), y + fraction.error(i));
                obstacles.add(new Point2D.Double(fraction.binMean(i), y));
            }
        }
        points.addTo(upper, Palette.SIX.get(0), 7, 1.5);
        List<LegendEntry> legend = List.of(
                new LegendEntry.Line("Calibrated", Palette.FAINT, DIAGONAL),
                new LegendEntry.Mark("Observed", Palette.SIX.get(0), Marker.DISC));
        upper.addAnnotation(new Legend(labels.notes(), legend, obstacles));
        XYPlot lower = HouseChart.panel(x, "Events", 0, 1.2 * most);
        Series.line(
                lower, "entries", Steps.outline(fraction.axis(), entries), Palette.SIX.get(0), HouseChart.stroke(1.6));
        HouseChart.draw(g, width(), height(), HouseChart.withRatio(x, upper, lower), labels);
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("figure", "reliability");
        List<Double> predicted = new ArrayList<>();
        List<Double> observed = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        List<Long> entries = new ArrayList<>();
        for (int i = 0; i < fraction.axis().bins(); i++) {
            predicted.add(fraction.binMean(i));
            observed.add(fraction.height(i));
            errors.add(fraction.error(i));
            entries.add(fraction.entries(i));
        }
        data.put("predicted", predicted);
        data.put("observed", observed);
        data.put("error", errors);
        data.put("entries", entries);
        return data;
    }
}
