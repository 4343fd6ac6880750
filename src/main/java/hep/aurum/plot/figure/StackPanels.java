package hep.aurum.plot.figure;

import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.PoissonInterval;
import hep.aurum.plot.style.Hatch;
import hep.aurum.plot.style.HouseAxis;
import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.Legend;
import hep.aurum.plot.style.LegendEntry;
import hep.aurum.plot.style.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jspecify.annotations.Nullable;

/** Build the two panels of a stack. */
final class StackPanels {

    private static final BasicStroke SIGNAL = HouseChart.dashed(2.2, 8, 4);
    private static final Color SIGNAL_LINE = Palette.SIX.get(2);
    private static final double RATIO_LOW = 0.5;
    private static final double RATIO_HIGH = 1.5;

    private final StackFigure figure;
    private final Axis axis;
    private final Histogram1D total;

    StackPanels(StackFigure figure) {
        this.figure = figure;
        this.total = figure.prediction();
        this.axis = total.axis();
    }

    XYPlot stack(HouseAxis x) {
        XYPlot plot = HouseChart.plot(x, yAxis());
        List<LegendEntry> entries = new ArrayList<>();
        figure.counts().ifPresent(h -> entries.add(new LegendEntry.Points(figure.dataName())));
        figure.signal().ifPresent(h -> entries.add(new LegendEntry.Line(signalName(h), SIGNAL_LINE, SIGNAL)));
        fills(plot, entries);
        band(plot, total.heights(), total.errors());
        entries.add(new LegendEntry.Band("MC stat. uncertainty"));
        figure.signal().ifPresent(h -> {
            double[] heights = h.scaledBy(figure.signalScale()).heights();
            Series.line(plot, "signal", Steps.outline(axis, heights), SIGNAL_LINE, SIGNAL);
        });
        figure.counts().ifPresent(h -> points(plot, h, null));
        plot.addAnnotation(new Legend(Steps.notes(figure.labels(), leftOut()), entries, obstacles()));
        return plot;
    }

    private String signalName(Histogram1D h) {
        double scale = figure.signalScale();
        if (scale == 1) {
            return h.title() + " alone";
        }
        String factor =
                scale == Math.rint(scale) ? Long.toString((long) scale) : String.format(Locale.ROOT, "%.3g", scale);
        return h.title() + " × " + factor;
    }

    /** Fill the stack from below; the legend lists it from the top, as the eye finds it. */
    private void fills(XYPlot plot, List<LegendEntry> entries) {
        List<Histogram1D> stacked = figure.stacked();
        List<LegendEntry> boxes = new ArrayList<>();
        double[] low = new double[axis.bins()];
        for (int k = 0; k < stacked.size(); k++) {
            boolean signal = figure.signal().isPresent() && k == stacked.size() - 1;
            Color colour = signal ? SIGNAL_LINE : background(k);
            double[] high = low.clone();
            for (int i = 0; i < high.length; i++) {
                high[i] += stacked.get(k).height(i);
            }
            StepFill fill = new StepFill(axis, Curve.list(low), Curve.list(high), colour);
            plot.getRenderer().addAnnotation(fill, Layer.BACKGROUND);
            boxes.add(0, new LegendEntry.Box(stacked.get(k).title(), colour));
            low = high;
        }
        entries.addAll(boxes);
    }

    /** Leave the third colour of the palette, red, to the signal. */
    private Color background(int k) {
        int count = figure.backgrounds().size();
        if (count > Palette.SIX.size() - 1) {
            return Palette.of(k < 2 ? k : k + 1, Palette.TEN.size());
        }
        return Palette.SIX.get(k < 2 ? k : k + 1);
    }

    private void band(XYPlot plot, double[] centre, double[] errors) {
        double[] low = new double[centre.length];
        double[] high = new double[centre.length];
        for (int i = 0; i < centre.length; i++) {
            low[i] = centre[i] - errors[i];
            high[i] = centre[i] + errors[i];
        }
        plot.getRenderer().addAnnotation(new Hatch(axis, Curve.list(low), Curve.list(high)), Layer.BACKGROUND);
    }

    XYPlot ratio(HouseAxis x) {
        XYPlot plot = HouseChart.panel(x, "Data / MC", RATIO_LOW, RATIO_HIGH);
        double[] ones = new double[axis.bins()];
        double[] errors = new double[axis.bins()];
        for (int i = 0; i < ones.length; i++) {
            ones[i] = 1;
            errors[i] = total.height(i) > 0 ? total.error(i) / total.height(i) : 0;
        }
        band(plot, ones, errors);
        Series.line(plot, "one", Series.segment(axis.min(), 1, axis.max(), 1), Palette.INK, HouseChart.dashed(1, 5, 4));
        figure.counts().ifPresent(h -> points(plot, h, total));
        return plot;
    }

    /** Add points with Garwood intervals, divided by the prediction if one is given. */
    private void points(XYPlot plot, Histogram1D data, @Nullable Histogram1D over) {
        Points points = new Points();
        for (int i = 0; i < axis.bins(); i++) {
            double divisor = over == null ? 1 : over.height(i);
            double y = data.height(i);
            if (divisor > 0 && (over == null || y > 0)) {
                PoissonInterval interval = y >= 0 ? PoissonInterval.garwood(y) : new PoissonInterval(y, y);
                points.add(axis.center(i), y / divisor, interval.lower() / divisor, interval.upper() / divisor);
            }
        }
        points.addTo(plot, Palette.INK, 6.4, 1.3);
    }

    private List<String> leftOut() {
        if (figure.counts().isEmpty()) {
            return List.of();
        }
        int empty = 0;
        for (double height : total.heights()) {
            empty += height > 0 ? 0 : 1;
        }
        return empty == 0
                ? List.of()
                : List.of(empty + (empty == 1 ? " bin" : " bins") + " without prediction: no ratio");
    }

    private double[] highest() {
        double[] highest = total.heights();
        for (int i = 0; i < highest.length; i++) {
            double top = highest[i] + total.error(i);
            if (figure.counts().isPresent()) {
                double n = Math.max(0, figure.counts().get().height(i));
                top = Math.max(top, PoissonInterval.garwood(n).upper());
            }
            if (figure.signal().isPresent()) {
                top = Math.max(top, figure.signalScale() * figure.signal().get().height(i));
            }
            highest[i] = top;
        }
        return highest;
    }

    private List<Point2D> obstacles() {
        List<Point2D> points = new ArrayList<>();
        double[] highest = highest();
        double[] part = new double[highest.length];
        for (int level = 1; level <= 8; level++) {
            for (int i = 0; i < part.length; i++) {
                part[i] = highest[i] * level / 8;
            }
            points.addAll(Steps.obstacles(axis, part));
        }
        return points;
    }

    /** Leave room for the legend: a third of the height, in whatever scale. */
    private HouseAxis yAxis() {
        String label = Steps.perBin("Events", axis);
        double max = Math.max(1e-12, Arrays.stream(highest()).max().orElse(1));
        if (!figure.logarithmic()) {
            return HouseAxis.linear(label, 0, 1.55 * max);
        }
        // Far below the smallest total nothing can be read any more: at most two and a half decades for components.
        double floor = 3e-3 * smallest(List.of(total), max);
        double low = Math.max(floor, 0.5 * smallest(figure.stacked(), max));
        double decades = StrictMath.log10(max / low);
        return HouseAxis.logarithmic(label, low, max * StrictMath.pow(10, 0.6 * decades));
    }

    private static double smallest(List<Histogram1D> histograms, double otherwise) {
        double min = otherwise;
        for (Histogram1D h : histograms) {
            for (double height : h.heights()) {
                min = height > 0 ? Math.min(min, height) : min;
            }
        }
        return min;
    }
}
