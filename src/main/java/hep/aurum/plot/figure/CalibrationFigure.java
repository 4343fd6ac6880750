package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.Profile1D;
import hep.aurum.plot.Figure;
import hep.aurum.plot.style.FigureLabels;
import hep.aurum.plot.style.HouseAxis;
import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.Legend;
import hep.aurum.plot.style.LegendEntry;
import hep.aurum.plot.style.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;

/**
 * Show a learned log likelihood ratio against the true one, with the residual below, where the truth is known.
 *
 * @param density events by true and learned value
 * @param residual learned minus true value as a function of the true one
 * @param meanSquare \(E[(\ln\hat r - \ln r)^2]\) over all events
 * @param labels what stands above and inside the frame
 */
public record CalibrationFigure(Histogram2D density, Profile1D residual, double meanSquare, FigureLabels labels)
        implements Figure {

    private static final BasicStroke DIAGONAL = HouseChart.dashed(1.4, 6, 4);
    private static final int CELLS = 60;
    private static final int BINS = 20;

    /**
     * Compare values event by event.
     *
     * @param truth {@code [n]}, true \(\ln r\), finite
     * @param learned {@code [n]}, learned \(\ln \hat r\), finite
     */
    public static CalibrationFigure of(double[] truth, double[] learned) {
        Check.length("learned values", learned.length, truth.length);
        Check.argument(truth.length > 0, "a calibration without events");
        for (int i = 0; i < truth.length; i++) {
            Check.finite("a true ln r", truth[i]);
            Check.finite("a learned ln r", learned[i]);
        }
        double[] ends = range(truth);
        Axis axis = Axis.uniform("True ln r", "", CELLS, ends[0], ends[1]);
        Histogram2D.Builder density =
                Histogram2D.builder("density", axis, Axis.uniform("Learned ln r", "", CELLS, ends[0], ends[1]));
        Profile1D.Builder residual =
                Profile1D.builder("residual", Axis.uniform("True ln r", "", BINS, ends[0], ends[1]));
        double squares = 0;
        for (int i = 0; i < truth.length; i++) {
            double difference = learned[i] - truth[i];
            density.fill(truth[i], learned[i]);
            residual.fill(truth[i], difference);
            squares += difference * difference;
        }
        return new CalibrationFigure(
                density.build(), residual.build(), squares / truth.length, FigureLabels.simulation());
    }

    /** Return the range of all but one in a thousand true values on either side, with a margin. */
    private static double[] range(double[] truth) {
        double[] sorted = truth.clone();
        Arrays.sort(sorted);
        int cut = sorted.length / 1000;
        double low = sorted[cut];
        double high = sorted[sorted.length - 1 - cut];
        double margin = high > low ? 0.08 * (high - low) : 1;
        return new double[] {low - margin, high + margin};
    }

    /** Replace the labels. */
    public CalibrationFigure withLabels(FigureLabels newLabels) {
        return new CalibrationFigure(density, residual, meanSquare, newLabels);
    }

    @Override
    public String title() {
        return "Learned against true log likelihood ratio";
    }

    @Override
    public int height() {
        return 640;
    }

    @Override
    public void draw(Graphics2D g) {
        Axis axis = density.xAxis();
        HouseAxis x = HouseAxis.linear("True ln r(x)", axis.min(), axis.max());
        XYPlot upper = HouseChart.plot(x, HouseAxis.linear("Learned ln r̂(x)", axis.min(), axis.max()));
        upper.getRenderer().addAnnotation(new DensityLayer(density), Layer.BACKGROUND);
        double[][] diagonal = Series.segment(axis.min(), axis.min(), axis.max(), axis.max());
        Series.line(upper, "diagonal", diagonal, Palette.SIX.get(2), DIAGONAL);
        List<LegendEntry> entries = List.of(
                new LegendEntry.Box("Events, log scale", DensityLayer.shade(0.5)),
                new LegendEntry.Line("Learned = true", Palette.SIX.get(2), DIAGONAL));
        String mse = "⟨(ln r̂ − ln r)^{2}⟩ = " + Numbers.scientific(meanSquare, 2);
        upper.addAnnotation(new Legend(Steps.notes(labels, List.of(mse)), entries, filled()));
        HouseChart.draw(g, width(), height(), HouseChart.withRatio(x, upper, residuals(x)), labels);
    }

    private XYPlot residuals(HouseAxis x) {
        Axis axis = residual.axis();
        double reach = 1e-3;
        Points points = new Points();
        for (int i = 0; i < axis.bins(); i++) {
            if (residual.entries(i) > 1) {
                double mean = residual.height(i);
                double spread = residual.spread(i);
                reach = Math.max(reach, 1.2 * (Math.abs(mean) + spread));
                points.add(axis.center(i), mean, mean - spread, mean + spread);
            }
        }
        XYPlot plot = HouseChart.panel(x, "ln r̂ − ln r", -reach, reach);
        double[][] zero = Series.segment(axis.min(), 0, axis.max(), 0);
        Series.line(plot, "zero", zero, Palette.SIX.get(2), DIAGONAL);
        points.addTo(plot, Palette.INK, 5.5, 1.3);
        return plot;
    }

    private List<Point2D> filled() {
        List<Point2D> points = new ArrayList<>();
        for (int j = 0; j < density.yAxis().bins(); j++) {
            for (int i = 0; i < density.xAxis().bins(); i++) {
                if (density.height(i, j) > 0 || i == j) {
                    points.add(new Point2D.Double(
                            density.xAxis().center(i), density.yAxis().center(j)));
                }
            }
        }
        return points;
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("figure", "calibration");
        data.put("mean_square_error", meanSquare);
        data.put("events", density.allEntries());
        data.put("axis", Steps.numbers(residual.axis()));
        List<Double> mean = new ArrayList<>();
        List<Double> spread = new ArrayList<>();
        List<Long> entries = new ArrayList<>();
        for (int i = 0; i < residual.axis().bins(); i++) {
            mean.add(residual.height(i));
            spread.add(residual.spread(i));
            entries.add(residual.entries(i));
        }
        data.put("residual_mean", mean);
        data.put("residual_spread", spread);
        data.put("entries", entries);
        return data;
    }
}
