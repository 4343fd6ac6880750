package hep.aurum.plot.figure;

import hep.aurum.base.Check;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.plot.XYPlot;

/**
 * Show the loss by epoch on the training and the validation sample, with the epoch whose weights were kept.
 *
 * @param training loss after each epoch, the first epoch being number 1
 * @param validation loss after each epoch, of the same length
 * @param best number of the kept epoch, 1 to the last
 * @param logarithmic whether the y axis is; needs positive losses
 * @param labels what stands above and inside the frame
 */
public record TrainingCurveFigure(
        List<Double> training, List<Double> validation, int best, boolean logarithmic, FigureLabels labels)
        implements Figure {

    private static final BasicStroke DASHED = HouseChart.dashed(2, 7, 4);
    private static final BasicStroke DOTTED = HouseChart.dashed(1.3, 2, 3);

    /** Copy the lists and check lengths and values. */
    public TrainingCurveFigure {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
        Check.argument(!training.isEmpty(), "a training curve without an epoch");
        Check.length("validation losses", validation.size(), training.size());
        Check.argument(best >= 1 && best <= training.size(), "best epoch %d of %d", best, training.size());
        training.forEach(loss -> Check.finite("a training loss", loss));
        validation.forEach(loss -> Check.finite("a validation loss", loss));
    }

    /** Show losses by epoch. */
    public static TrainingCurveFigure of(List<Double> training, List<Double> validation, int best) {
        return new TrainingCurveFigure(training, validation, best, false, FigureLabels.simulation());
    }

    /** Draw the y axis logarithmically; all losses must be positive. */
    public TrainingCurveFigure withLogarithmicAxis() {
        return new TrainingCurveFigure(training, validation, best, true, labels);
    }

    /** Replace the labels. */
    public TrainingCurveFigure withLabels(FigureLabels newLabels) {
        return new TrainingCurveFigure(training, validation, best, logarithmic, newLabels);
    }

    @Override
    public String title() {
        return "Training curve";
    }

    @Override
    public void draw(Graphics2D g) {
        Curve train = curve(training);
        Curve valid = curve(validation);
        double min = Math.min(train.minY(), valid.minY());
        double max = Math.max(train.maxY(), valid.maxY());
        HouseAxis y = yAxis(min, max);
        int last = training.size();
        HouseAxis x = HouseAxis.linear("Epoch", 0, last + 1, Math.min(8, last + 1));
        XYPlot plot = HouseChart.plot(x, y);
        double[][] kept = Series.segment(best, y.getLowerBound(), best, valid.y(best - 1));
        Series.line(plot, "best", kept, Palette.FAINT, DOTTED);
        line(plot, "training", train, Palette.SIX.get(0), HouseChart.stroke(2));
        line(plot, "validation", valid, Palette.SIX.get(1), DASHED);
        Points mark = new Points();
        mark.add(best, valid.y(best - 1), valid.y(best - 1), valid.y(best - 1));
        mark.addTo(plot, Palette.INK, 7, 1);
        List<LegendEntry> entries = List.of(
                new LegendEntry.Line("Training", Palette.SIX.get(0), HouseChart.stroke(2)),
                new LegendEntry.Line("Validation", Palette.SIX.get(1), DASHED),
                new LegendEntry.Line("Best epoch: " + best, Palette.FAINT, DOTTED));
        List<Point2D> obstacles = new ArrayList<>(Series.obstacles(train));
        obstacles.addAll(Series.obstacles(valid));
        plot.addAnnotation(new Legend(labels.notes(), entries, obstacles));
        HouseChart.draw(g, width(), height(), plot, labels);
    }

    /** Draw a line, or a point if there is but one epoch. */
    private static void line(XYPlot plot, String key, Curve curve, Color colour, BasicStroke stroke) {
        Series.line(plot, key, curve, colour, stroke);
        if (curve.size() == 1) {
            Points single = new Points();
            single.add(curve.x(0), curve.y(0), curve.y(0), curve.y(0));
            single.addTo(plot, colour, 6, 1);
        }
    }

    private HouseAxis yAxis(double min, double max) {
        if (logarithmic) {
            Check.argument(min > 0, "a loss of %s on a logarithmic axis, expected > 0", min);
            return HouseAxis.logarithmic("Loss", 0.8 * min, 2 * max);
        }
        double span = max > min ? max - min : Math.max(Math.abs(max), 1);
        return HouseAxis.linear("Loss", min - 0.1 * span, max + 0.15 * span);
    }

    private static Curve curve(List<Double> losses) {
        double[] epochs = new double[losses.size()];
        double[] values = new double[losses.size()];
        for (int i = 0; i < epochs.length; i++) {
            epochs[i] = i + 1;
            values[i] = losses.get(i);
        }
        return Curve.of(epochs, values);
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("figure", "training curve");
        data.put("training_loss", training);
        data.put("validation_loss", validation);
        data.put("best_epoch", best);
        return data;
    }
}
