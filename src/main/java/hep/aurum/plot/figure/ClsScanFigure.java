package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.infer.limit.LimitResult;
import hep.aurum.infer.test.TestResult;
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
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jfree.chart.plot.XYPlot;

/**
 * Show \(\mathrm{CL}_s\) against the signal strength, observed and expected for background alone, with the limits where they
 * fall to one minus the confidence level.
 *
 * <p>The marked limits are those of {@link #withLimit}, or else interpolated in the scan, by a cubic in
 * \(\ln\mathrm{CL}_s\).
 *
 * <pre>{@code
 * AsymptoticTest test = AsymptoticTest.of(model);
 * ClsScanFigure.of("mu", List.of(test.at(0.5), test.at(1), test.at(1.5))).withLimit(UpperLimit.withDefaults().of(model));
 * }</pre>
 *
 * @param parameter the name of the parameter of interest
 * @param expected expected CLs by its value
 * @param observed observed CLs by its value
 * @param level the confidence level, such as 0.95
 * @param limit the limits, if they were found by a root
 * @param logarithmic whether the y axis is
 * @param colourBlind whether dark green and sand replace green and yellow
 * @param labels what stands above and inside the frame
 */
public record ClsScanFigure(
        String parameter,
        SigmaBands expected,
        Optional<Curve> observed,
        double level,
        Optional<LimitResult> limit,
        boolean logarithmic,
        boolean colourBlind,
        FigureLabels labels)
        implements Figure {

    private static final BasicStroke SOLID = HouseChart.stroke(2);
    private static final BasicStroke THIN = HouseChart.stroke(1.5);

    /** CLs below which a logarithmic axis never reaches. */
    private static final double FLOOR = 1e-4;

    /** Check the level and the range of CLs. */
    public ClsScanFigure {
        Check.argument(level > 0 && level < 1, "the level is %s, expected a number in (0, 1)", level);
        List<Curve> curves = new ArrayList<>(expected.curves());
        observed.ifPresent(curves::add);
        for (Curve curve : curves) {
            Check.argument(
                    curve.minY() >= 0 && curve.maxY() <= 1 + 1e-9,
                    "a CLs from %s to %s, expected 0 to 1",
                    curve.minY(),
                    curve.maxY());
        }
    }

    /** Show tests of several values of the parameter of interest, in any order. */
    public static ClsScanFigure of(String parameter, List<TestResult> tests) {
        List<TestResult> sorted = tests.stream()
                .sorted(Comparator.comparingDouble(TestResult::mu))
                .toList();
        double[] mu = sorted.stream().mapToDouble(TestResult::mu).toArray();
        double[] cls = sorted.stream().mapToDouble(TestResult::cls).toArray();
        SigmaBands expected =
                SigmaBands.of(mu, sorted.stream().map(TestResult::clsExpected).toList());
        return ofExpected(parameter, expected).withObserved(Curve.of(mu, cls));
    }

    /** Show the expectation alone, as before unblinding. */
    public static ClsScanFigure ofExpected(String parameter, SigmaBands expected) {
        return new ClsScanFigure(
                parameter, expected, Optional.empty(), 0.95, Optional.empty(), false, false, FigureLabels.simulation());
    }

    /** Add observed values. */
    public ClsScanFigure withObserved(Curve curve) {
        return new ClsScanFigure(
                parameter, expected, Optional.of(curve), level, limit, logarithmic, colourBlind, labels);
    }

    /** Replace the confidence level. */
    public ClsScanFigure withLevel(double newLevel) {
        return new ClsScanFigure(
                parameter, expected, observed, newLevel, Optional.empty(), logarithmic, colourBlind, labels);
    }

    /** Mark limits that were found by a root, with their confidence level. */
    public ClsScanFigure withLimit(LimitResult result) {
        return new ClsScanFigure(
                parameter, expected, observed, result.level(), Optional.of(result), logarithmic, colourBlind, labels);
    }

    /** Draw CLs logarithmically. */
    public ClsScanFigure withLogarithmicAxis() {
        return new ClsScanFigure(parameter, expected, observed, level, limit, true, colourBlind, labels);
    }

    /** Draw the bands in dark green and sand, which any colour vision tells apart. */
    public ClsScanFigure withColourBlindBands() {
        return new ClsScanFigure(parameter, expected, observed, level, limit, logarithmic, true, labels);
    }

    /** Replace the labels. */
    public ClsScanFigure withLabels(FigureLabels newLabels) {
        return new ClsScanFigure(parameter, expected, observed, level, limit, logarithmic, colourBlind, newLabels);
    }

    /** Return the observed limit, if there is one in the scan. */
    public OptionalDouble observedLimit() {
        if (observed.isEmpty()) {
            return OptionalDouble.empty();
        }
        return limit.isPresent() ? OptionalDouble.of(limit.get().observed()) : crossing(observed.get());
    }

    /** Return the median expected limit, if there is one in the scan. */
    public OptionalDouble expectedLimit() {
        return limit.isPresent() ? OptionalDouble.of(limit.get().expected().get(2)) : crossing(expected.median());
    }

    private OptionalDouble crossing(Curve curve) {
        double alpha = 1 - level;
        for (int i = 1; i < curve.size(); i++) {
            if (curve.y(i - 1) > alpha && curve.y(i) <= alpha) {
                return OptionalDouble.of(crossing(curve, i, StrictMath.log(alpha)));
            }
        }
        return OptionalDouble.empty();
    }

    /** Interpolate the parameter as a polynomial in ln CLs through the two points on either side, which keep their order. */
    private static double crossing(Curve curve, int i, double logAlpha) {
        int from = Math.max(0, i - 2);
        int to = Math.min(curve.size() - 1, i + 1);
        while (to > i && !(curve.y(to) < curve.y(to - 1) && curve.y(to) > 0)) {
            to--;
        }
        while (from < i - 1 && !(curve.y(from) > curve.y(from + 1))) {
            from++;
        }
        double sum = 0;
        for (int k = from; k <= to; k++) {
            double share = 1;
            for (int other = from; other <= to; other++) {
                if (other != k) {
                    share *= (logAlpha - log(curve, other)) / (log(curve, k) - log(curve, other));
                }
            }
            sum += share * curve.x(k);
        }
        return Math.max(curve.x(i - 1), Math.min(curve.x(i), sum));
    }

    private static double log(Curve curve, int i) {
        return StrictMath.log(Math.max(curve.y(i), Double.MIN_NORMAL));
    }

    @Override
    public String title() {
        return "CLs against " + ParameterSymbol.of(parameter);
    }

    @Override
    public void draw(Graphics2D g) {
        Curve median = expected.median();
        double margin = median.size() > 1 ? 0 : Math.max(0.5, 0.1 * Math.abs(median.minX()));
        double left = median.minX() - margin;
        double right = median.maxX() + margin;
        HouseAxis x = HouseAxis.linear(ParameterSymbol.of(parameter), left, right);
        XYPlot plot = HouseChart.plot(x, yAxis());
        BandColours colours = colourBlind ? BandColours.COLOUR_BLIND : BandColours.BRAZIL;
        colours.draw(plot, expected, 0.2 * margin);
        double alpha = 1 - level;
        Series.line(plot, "level", Series.segment(left, alpha, right, alpha), Palette.SIX.get(2), THIN);
        List<LegendEntry> entries = new ArrayList<>();
        observed.ifPresent(curve -> {
            Series.line(plot, "observed", curve, Palette.INK, SOLID);
            Points.at(curve).addTo(plot, Palette.INK, 5, 1);
            entries.add(new LegendEntry.PointedLine("Observed", Palette.INK, SOLID));
        });
        entries.addAll(colours.entries());
        entries.add(new LegendEntry.Line("CL_{s} = " + Numbers.plain(alpha), Palette.SIX.get(2), THIN));
        mark(plot, observedLimit());
        mark(plot, expectedLimit());
        plot.addAnnotation(new Legend(Steps.notes(labels, limits()), entries, obstacles(right)));
        HouseChart.draw(g, width(), height(), plot, labels);
    }

    private HouseAxis yAxis() {
        if (!logarithmic) {
            return HouseAxis.linear("CL_{s}", 0, 1.25).withTicksUpTo(1);
        }
        double lowest = Math.min(expected.median().minY(), 0.5 * (1 - level));
        return HouseAxis.logarithmic("CL_{s}", Math.max(FLOOR, lowest), 40).withTicksUpTo(1);
    }

    private void mark(XYPlot plot, OptionalDouble where) {
        where.ifPresent(mu -> plot.addAnnotation(new MarkLayer(
                new LikelihoodContourFigure.Mark("limit", mu, 1 - level, Marker.DISC, Palette.SIX.get(2)))));
    }

    private List<String> limits() {
        String start = Numbers.plain(100 * level) + "% CL limit: ";
        String symbol = ParameterSymbol.of(parameter) + " < ";
        List<String> lines = new ArrayList<>();
        observedLimit().ifPresent(mu -> lines.add(start + symbol + Numbers.significant(mu, 3) + " observed"));
        expectedLimit().ifPresent(mu -> lines.add(start + symbol + Numbers.significant(mu, 3) + " expected"));
        return lines;
    }

    private List<Point2D> obstacles(double right) {
        List<Point2D> points = new ArrayList<>();
        expected.curves().forEach(curve -> points.addAll(Series.obstacles(curve)));
        observed.ifPresent(curve -> points.addAll(Series.obstacles(curve)));
        double[] ends = {expected.median().minX(), right};
        points.addAll(Series.obstacles(Curve.of(ends, new double[] {1 - level, 1 - level})));
        return points;
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("figure", "CLs scan");
        data.put("parameter", parameter);
        data.put("level", level);
        data.put("values", expected.median().xs());
        data.put("cls_expected", expected.numbers());
        observed.ifPresent(curve -> {
            data.put("observed_values", curve.xs());
            data.put("cls_observed", curve.ys());
        });
        observedLimit().ifPresent(value -> data.put("observed_limit", value));
        expectedLimit().ifPresent(value -> data.put("expected_limit", value));
        return data;
    }
}
