package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.infer.limit.LimitResult;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jfree.chart.plot.XYPlot;

/**
 * Show upper limits against a mass or another parameter of the hypothesis: the expected median dashed with its bands of one
 * and two standard deviations, the observed limits solid with points.
 *
 * <pre>{@code
 * BrazilBandFigure.of("m_{X} [GeV]", "95% CL upper limit on σ × B [fb]", masses, limits)
 *         .withTarget(1, "μ = 1")
 *         .withLogarithmicAxis();
 * }</pre>
 *
 * @param xLabel the parameter with its unit, as the axis prints it
 * @param yLabel what is limited, with its confidence level and unit
 * @param expected the expected limits
 * @param observed the observed limits
 * @param target height of a horizontal line, such as the predicted cross-section
 * @param targetName what the legend calls it
 * @param logarithmic whether the y axis is
 * @param colourBlind whether dark green and sand replace green and yellow
 * @param labels what stands above and inside the frame
 */
public record BrazilBandFigure(
        String xLabel,
        String yLabel,
        SigmaBands expected,
        Optional<Curve> observed,
        OptionalDouble target,
        String targetName,
        boolean logarithmic,
        boolean colourBlind,
        FigureLabels labels)
        implements Figure {

    private static final BasicStroke SOLID = HouseChart.stroke(2);
    private static final BasicStroke TARGET = HouseChart.stroke(1.5);

    /** Check the limits against the axis. */
    public BrazilBandFigure {
        target.ifPresent(value -> Check.finite("the target", value));
        if (logarithmic) {
            double lowest = lowest(expected, observed, target);
            Check.argument(lowest > 0, "a limit of %s on a logarithmic axis, expected more than 0", lowest);
        }
    }

    /** Show expected limits alone, as before unblinding. */
    public static BrazilBandFigure ofExpected(String xLabel, String yLabel, SigmaBands expected) {
        return new BrazilBandFigure(
                xLabel,
                yLabel,
                expected,
                Optional.empty(),
                OptionalDouble.empty(),
                "",
                false,
                false,
                FigureLabels.simulation());
    }

    /**
     * Show observed and expected limits.
     *
     * @param x {@code [n]}, ascending
     * @param limits one for each x
     */
    public static BrazilBandFigure of(String xLabel, String yLabel, double[] x, List<LimitResult> limits) {
        double[] observed = limits.stream().mapToDouble(LimitResult::observed).toArray();
        return ofExpected(xLabel, yLabel, SigmaBands.ofLimits(x, limits)).withObserved(Curve.of(x, observed));
    }

    /** Add observed limits. */
    public BrazilBandFigure withObserved(Curve curve) {
        return new BrazilBandFigure(
                xLabel, yLabel, expected, Optional.of(curve), target, targetName, logarithmic, colourBlind, labels);
    }

    /** Draw a horizontal line, for example at μ = 1. */
    public BrazilBandFigure withTarget(double value, String name) {
        OptionalDouble line = OptionalDouble.of(value);
        return new BrazilBandFigure(xLabel, yLabel, expected, observed, line, name, logarithmic, colourBlind, labels);
    }

    /** Draw the y axis logarithmically; all limits must be positive. */
    public BrazilBandFigure withLogarithmicAxis() {
        return new BrazilBandFigure(xLabel, yLabel, expected, observed, target, targetName, true, colourBlind, labels);
    }

    /** Draw the bands in dark green and sand, which any colour vision tells apart. */
    public BrazilBandFigure withColourBlindBands() {
        return new BrazilBandFigure(xLabel, yLabel, expected, observed, target, targetName, logarithmic, true, labels);
    }

    /** Replace the labels. */
    public BrazilBandFigure withLabels(FigureLabels newLabels) {
        return new BrazilBandFigure(
                xLabel, yLabel, expected, observed, target, targetName, logarithmic, colourBlind, newLabels);
    }

    @Override
    public String title() {
        return yLabel + " against " + xLabel;
    }

    @Override
    public void draw(Graphics2D g) {
        double[] ends = ends();
        XYPlot plot = HouseChart.plot(HouseAxis.linear(xLabel, ends[0], ends[1]), yAxis());
        BandColours colours = colourBlind ? BandColours.COLOUR_BLIND : BandColours.BRAZIL;
        colours.draw(plot, expected, 0.1 * (ends[1] - ends[0]));
        List<LegendEntry> entries = new ArrayList<>();
        target.ifPresent(
                y -> Series.line(plot, "target", Series.segment(ends[0], y, ends[1], y), Palette.SIX.get(2), TARGET));
        observed.ifPresent(curve -> {
            Series.line(plot, "observed", curve, Palette.INK, SOLID);
            Points.at(curve).addTo(plot, Palette.INK, 6, 1);
            entries.add(new LegendEntry.PointedLine("Observed", Palette.INK, SOLID));
        });
        entries.addAll(colours.entries());
        target.ifPresent(y -> entries.add(new LegendEntry.Line(targetName, Palette.SIX.get(2), TARGET)));
        plot.addAnnotation(new Legend(labels.notes(), entries, obstacles(ends)));
        HouseChart.draw(g, width(), height(), plot, labels);
    }

    /** Return the ends of the axis: the bands fill the frame, and a single point stands in its middle. */
    private double[] ends() {
        double left = expected.median().minX();
        double right = expected.median().maxX();
        if (observed.isPresent()) {
            left = Math.min(left, observed.get().minX());
            right = Math.max(right, observed.get().maxX());
        }
        double margin = left < right ? 0 : Math.max(1, 0.1 * Math.abs(left));
        return new double[] {left - margin, right + margin};
    }

    private HouseAxis yAxis() {
        double high = expected.at(2).maxY();
        high = Math.max(high, observed.isPresent() ? observed.get().maxY() : high);
        high = Math.max(high, target.orElse(high));
        double low = lowest(expected, observed, target);
        if (!logarithmic) {
            // The upper third is for the legend.
            return HouseAxis.linear(yLabel, Math.min(0, 1.1 * low), high > 0 ? 1.5 * high : 1);
        }
        double decades = Math.max(1, StrictMath.log10(high / low));
        return HouseAxis.logarithmic(yLabel, 0.6 * low, high * StrictMath.pow(10, 0.6 * decades));
    }

    private static double lowest(SigmaBands expected, Optional<Curve> observed, OptionalDouble target) {
        double low = expected.at(-2).minY();
        low = Math.min(low, observed.isPresent() ? observed.get().minY() : low);
        return Math.min(low, target.orElse(low));
    }

    private List<Point2D> obstacles(double[] ends) {
        List<Point2D> points = new ArrayList<>();
        expected.curves().forEach(curve -> points.addAll(Series.obstacles(curve)));
        observed.ifPresent(curve -> points.addAll(Series.obstacles(curve)));
        target.ifPresent(y ->
                points.addAll(Series.obstacles(Curve.of(new double[] {ends[0], ends[1]}, new double[] {y, y}))));
        return points;
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("figure", "upper limits");
        data.put("x_label", xLabel);
        data.put("y_label", yLabel);
        data.put("x", expected.median().xs());
        data.put("expected", expected.numbers());
        observed.ifPresent(curve -> {
            data.put("observed_x", curve.xs());
            data.put("observed", curve.ys());
        });
        target.ifPresent(value -> data.put("target", value));
        return data;
    }
}
