package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.plot.Figure;
import hep.aurum.plot.style.FigureLabels;
import hep.aurum.plot.style.HouseAxis;
import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.Legend;
import hep.aurum.plot.style.LegendEntry;
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
import java.util.OptionalDouble;
import org.jfree.chart.plot.XYPlot;

/**
 * Show how often intervals or regions cover the truth: against their nominal level, where they should follow the diagonal, or
 * at one level against a parameter, where they should stay at the level.
 *
 * <p>If all curves have the same number of trials, exact binomial bands around the nominal coverage say what chance does;
 * otherwise each point has a Clopper-Pearson interval of 68 %. Points above the nominal line are conservative.
 *
 * <pre>{@code
 * CoverageFigure.ofLevels(List.of(Coverage.of("NRE", levels, covered, 1000)));
 * CoverageFigure.against("mu", "", 0.95, List.of(Coverage.of("CLs", mu, inside, 2000)));
 * }</pre>
 *
 * @param xLabel label of the x axis
 * @param level the nominal level of all points, or empty if x is the nominal level
 * @param curves the curves in the order of the legend
 * @param labels what stands above and inside the frame
 */
public record CoverageFigure(String xLabel, OptionalDouble level, List<Coverage> curves, FigureLabels labels)
        implements Figure {

    private static final BasicStroke NOMINAL = HouseChart.dashed(1.4, 6, 4);
    private static final double[][] DASHES = {{}, {8, 4}, {3, 2.5}, {9, 3, 2, 3}, {14, 4}, {2, 4}};
    private static final int FINE = 200;

    /** Copy the list and check levels. */
    public CoverageFigure {
        curves = List.copyOf(curves);
        Check.argument(!curves.isEmpty(), "a figure of coverage without a curve");
        level.ifPresent(value ->
                Check.argument(value > 0 && value < 1, "the nominal level is %s, expected a number in (0, 1)", value));
        if (level.isEmpty()) {
            for (Coverage coverage : curves) {
                for (double x : coverage.x()) {
                    Check.argument(x >= 0 && x <= 1, "a nominal level of %s, expected 0 to 1", x);
                }
            }
        }
    }

    /** Show empirical coverage against nominal levels from 0 to 1. */
    public static CoverageFigure ofLevels(List<Coverage> curves) {
        return new CoverageFigure("Nominal level", OptionalDouble.empty(), curves, FigureLabels.simulation());
    }

    /** Show coverage at one level against a parameter. */
    public static CoverageFigure against(String parameter, String unit, double level, List<Coverage> curves) {
        String label = ParameterSymbol.label(parameter, unit);
        return new CoverageFigure(label, OptionalDouble.of(level), curves, FigureLabels.simulation());
    }

    /** Replace the labels. */
    public CoverageFigure withLabels(FigureLabels newLabels) {
        return new CoverageFigure(xLabel, level, curves, newLabels);
    }

    @Override
    public String title() {
        return level.isPresent() ? "Coverage against " + xLabel : "Coverage against nominal level";
    }

    @Override
    public int height() {
        return level.isPresent() ? 480 : 560;
    }

    @Override
    public void draw(Graphics2D g) {
        double[] ends = ends();
        double[] range = range();
        HouseAxis axis = HouseAxis.linear(xLabel, ends[0], ends[1]);
        XYPlot plot = HouseChart.plot(
                axis, HouseAxis.linear("Empirical coverage", range[0], range[1]).withTicksUpTo(1));
        List<LegendEntry> entries = new ArrayList<>();
        List<Point2D> obstacles = new ArrayList<>();
        Curve nominal = nominal(ends);
        boolean shared = sharedTrials();
        if (shared) {
            BinomialBand band = BinomialBand.of(curves.get(0).trials());
            band.draw(plot, nominal.columns()[0], nominal.columns()[1], 1);
            entries.addAll(band.entries());
        }
        Series.line(plot, "nominal", nominal, Palette.INK, NOMINAL);
        List<LegendEntry> lines = new ArrayList<>();
        for (int k = 0; k < curves.size(); k++) {
            Curve curve = curves.get(k).curve();
            Series.line(plot, "coverage " + k, curve, colour(k), stroke(k));
            points(curves.get(k), !shared).addTo(plot, colour(k), 5, 1.3);
            lines.add(new LegendEntry.PointedLine(curves.get(k).name(), colour(k), stroke(k)));
            obstacles.addAll(Series.obstacles(curve));
        }
        lines.add(new LegendEntry.Line("Nominal" + levelText(), Palette.INK, NOMINAL));
        entries.addAll(0, lines);
        obstacles.addAll(Series.obstacles(nominal));
        plot.addAnnotation(new Legend(labels.notes(), entries, obstacles));
        HouseChart.draw(g, width(), height(), plot, labels);
    }

    private String levelText() {
        return level.isPresent() ? " " + Numbers.plain(100 * level.getAsDouble()) + "%" : "";
    }

    private boolean sharedTrials() {
        return curves.stream().mapToLong(Coverage::trials).distinct().count() == 1;
    }

    private static Points points(Coverage coverage, boolean withErrors) {
        Points points = new Points();
        for (int i = 0; i < coverage.x().size(); i++) {
            double y = coverage.fraction(i);
            double[] ends = withErrors
                    ? BinomialBand.clopperPearson(coverage.covered().get(i), coverage.trials())
                    : new double[] {y, y};
            points.add(coverage.x().get(i), y, ends[0], ends[1]);
        }
        return points;
    }

    private Curve nominal(double[] ends) {
        double[] x = new double[FINE + 1];
        double[] y = new double[FINE + 1];
        for (int i = 0; i <= FINE; i++) {
            x[i] = ends[0] + (ends[1] - ends[0]) * i / FINE;
            y[i] = level.orElse(x[i]);
        }
        return Curve.of(x, y);
    }

    private double[] ends() {
        if (level.isEmpty()) {
            return new double[] {0, 1};
        }
        double left = curves.stream().mapToDouble(c -> c.curve().minX()).min().orElseThrow();
        double right = curves.stream().mapToDouble(c -> c.curve().maxX()).max().orElseThrow();
        double margin = left < right ? 0.02 * (right - left) : Math.max(1, 0.1 * Math.abs(left));
        return new double[] {left - margin, right + margin};
    }

    /** Return the range of y: all of it, or what surrounds the level, with a strip for the legend above. */
    private double[] range() {
        if (level.isEmpty()) {
            return new double[] {0, 1.05};
        }
        double low = level.getAsDouble();
        double high = low;
        for (Coverage coverage : curves) {
            double[] band = BinomialBand.of(coverage.trials()).interval(level.getAsDouble(), 2);
            low = Math.min(low, Math.min(band[0], coverage.curve().minY()));
            high = Math.max(high, Math.max(band[1], coverage.curve().maxY()));
        }
        double span = Math.max(high - low, 0.01);
        return new double[] {Math.max(0, low - 0.2 * span), high + 0.9 * span};
    }

    private Color colour(int k) {
        return Palette.of(k, curves.size());
    }

    private static BasicStroke stroke(int k) {
        double[] dash = DASHES[k % DASHES.length];
        return dash.length == 0 ? HouseChart.stroke(1.8) : HouseChart.dashed(1.8, dash);
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("figure", "coverage");
        data.put("x_label", xLabel);
        level.ifPresent(value -> data.put("nominal_level", value));
        List<Object> list = new ArrayList<>();
        for (Coverage coverage : curves) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", coverage.name());
            one.put("x", coverage.x());
            one.put("covered", coverage.covered());
            one.put("trials", coverage.trials());
            list.add(one);
        }
        data.put("curves", list);
        return data;
    }
}
