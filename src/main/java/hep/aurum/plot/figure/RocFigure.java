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
 * Show what cuts on scores keep of signal and background, with the area under each curve in the legend.
 *
 * <p>The area is that under signal efficiency against background efficiency, whatever the axis shows.
 *
 * <pre>{@code
 * RocFigure.of(List.of(RocCurve.of("CARL", signal, signalWeight, background, backgroundWeight)))
 *         .withBackground(RocFigure.Background.INVERSE_EFFICIENCY);
 * }</pre>
 *
 * @param curves the curves in the order of the legend
 * @param background how the background is shown
 * @param labels what stands above and inside the frame
 */
public record RocFigure(List<RocCurve> curves, Background background, FigureLabels labels) implements Figure {

    private static final double[][] DASHES = {{}, {8, 4}, {3, 2.5}, {9, 3, 2, 3}, {14, 4}, {2, 4}};
    private static final BasicStroke GUESS = HouseChart.dashed(1.3, 5, 4);

    /** Efficiencies of which the inverse leaves the axis. */
    private static final double LEAST = 1e-6;

    /** Say how the background is shown. */
    public enum Background {
        /** Rejection \(1-\varepsilon_b\) against signal efficiency. */
        REJECTION,
        /** Inverse efficiency \(1/\varepsilon_b\) against signal efficiency, on a logarithmic axis. */
        INVERSE_EFFICIENCY,
        /** Signal efficiency against background efficiency. */
        EFFICIENCY
    }

    /** Copy the list. */
    public RocFigure {
        curves = List.copyOf(curves);
        Check.argument(!curves.isEmpty(), "a figure of efficiencies without a curve");
    }

    /** Show background rejection against signal efficiency. */
    public static RocFigure of(List<RocCurve> curves) {
        return new RocFigure(curves, Background.REJECTION, FigureLabels.simulation());
    }

    /** Show the background in another way. */
    public RocFigure withBackground(Background how) {
        return new RocFigure(curves, how, labels);
    }

    /** Replace the labels. */
    public RocFigure withLabels(FigureLabels newLabels) {
        return new RocFigure(curves, background, newLabels);
    }

    @Override
    public String title() {
        return "Signal against background efficiency";
    }

    @Override
    public int height() {
        return 560;
    }

    @Override
    public void draw(Graphics2D g) {
        boolean flipped = background == Background.EFFICIENCY;
        HouseAxis x = HouseAxis.linear(flipped ? "Background efficiency ε_{b}" : "Signal efficiency ε_{s}", 0, 1);
        XYPlot plot = HouseChart.plot(x, yAxis());
        List<LegendEntry> entries = new ArrayList<>();
        List<Point2D> obstacles = new ArrayList<>();
        for (int k = 0; k < curves.size(); k++) {
            RocCurve roc = curves.get(k);
            Curve shown = shown(roc.efficiencies());
            Series.line(plot, "roc " + k, shown, colour(k), stroke(k));
            entries.add(
                    new LegendEntry.Line(roc.name() + ", AUC = " + Numbers.fixed(roc.area(), 4), colour(k), stroke(k)));
            obstacles.addAll(Series.obstacles(shown));
        }
        Curve guess = shown(diagonal());
        Series.line(plot, "guess", guess, Palette.FAINT, GUESS);
        entries.add(new LegendEntry.Line("Guessing", Palette.FAINT, GUESS));
        obstacles.addAll(Series.obstacles(guess));
        plot.addAnnotation(new Legend(Steps.notes(labels, notes()), entries, obstacles));
        HouseChart.draw(g, width(), height(), plot, labels);
    }

    private HouseAxis yAxis() {
        return switch (background) {
            case REJECTION ->
                HouseAxis.linear("Background rejection 1 − ε_{b}", 0, 1.08).withTicksUpTo(1);
            case EFFICIENCY ->
                HouseAxis.linear("Signal efficiency ε_{s}", 0, 1.08).withTicksUpTo(1);
            case INVERSE_EFFICIENCY -> {
                double highest = 10;
                for (RocCurve roc : curves) {
                    highest = Math.max(highest, shown(roc.efficiencies()).maxY());
                }
                yield HouseAxis.logarithmic(
                        "Background rejection 1 / ε_{b}",
                        0.8,
                        highest * StrictMath.pow(10, 0.35 * StrictMath.log10(highest)));
            }
        };
    }

    private Curve shown(Curve efficiencies) {
        if (background == Background.EFFICIENCY) {
            return efficiencies;
        }
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int i = 0; i < efficiencies.size(); i++) {
            double passed = efficiencies.x(i);
            if (background == Background.REJECTION) {
                x.add(efficiencies.y(i));
                y.add(1 - passed);
            } else if (passed > LEAST) {
                x.add(efficiencies.y(i));
                y.add(1 / passed);
            }
        }
        Check.argument(!x.isEmpty(), "a curve without a background efficiency above %s has no inverse to show", LEAST);
        return Curve.of(
                x.stream().mapToDouble(Double::doubleValue).toArray(),
                y.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Curve diagonal() {
        double[] t = new double[201];
        for (int i = 0; i <= 200; i++) {
            t[i] = i / 200.0;
        }
        return Curve.of(t, t);
    }

    private List<String> notes() {
        boolean signed = curves.stream().anyMatch(RocCurve::signed);
        return signed ? List.of("Negative weights kept: ε = Σ_{pass} w / Σ w") : List.of();
    }

    private Color colour(int k) {
        return Palette.of(k, curves.size());
    }

    private static BasicStroke stroke(int k) {
        double[] dash = DASHES[k % DASHES.length];
        return dash.length == 0 ? HouseChart.stroke(2) : HouseChart.dashed(2, dash);
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("figure", "efficiencies");
        List<Object> list = new ArrayList<>();
        for (RocCurve roc : curves) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", roc.name());
            one.put("area_under_curve", roc.area());
            one.put("negative_weights", roc.signed());
            one.put("background_efficiency", roc.efficiencies().xs());
            one.put("signal_efficiency", roc.efficiencies().ys());
            list.add(one);
        }
        data.put("curves", list);
        return data;
    }
}
