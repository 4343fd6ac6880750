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
import java.util.Optional;
import java.util.OptionalDouble;
import org.jfree.chart.plot.XYPlot;

/**
 * Show \(-2\Delta\ln L\) against one parameter, with the levels 1 (68.3 %) and 4 (95.45 %) of Wilks' theorem.
 *
 * @param parameter its name, which {@link ParameterSymbol} prints, or its symbol with scripts
 * @param unit its unit, empty for none
 * @param expected the scan of the Asimov data, dashed
 * @param observed the scan of the data, solid
 * @param exact the scan of the data with the exact likelihood, where it is known
 * @param sigma standard deviation of a Gaussian parabola around the minimum of the observed or else expected scan
 * @param truth the value that the data were drawn from
 * @param labels what stands above and inside the frame
 */
public record LikelihoodScanFigure(
        String parameter,
        String unit,
        Optional<Curve> expected,
        Optional<Curve> observed,
        Optional<Curve> exact,
        OptionalDouble sigma,
        OptionalDouble truth,
        FigureLabels labels)
        implements Figure {

    private static final BasicStroke SOLID = HouseChart.stroke(2.2);
    private static final BasicStroke DASHED = HouseChart.dashed(2.2, 8, 5);
    private static final BasicStroke DOTTED = HouseChart.dashed(1.2, 1.5, 3.5);
    private static final BasicStroke FINE = HouseChart.dashed(1.4, 3, 2.5);
    private static final BasicStroke THIN = HouseChart.dashed(1.4, 8, 3, 1.5, 3);

    /** Require at least one scan. */
    public LikelihoodScanFigure {
        Check.argument(expected.isPresent() || observed.isPresent(), "a scan of %s without a curve", parameter);
    }

    /** Show an expected scan; the ordinates are \(-2\Delta\ln L\). */
    public static LikelihoodScanFigure ofExpected(String parameter, String unit, Curve expected) {
        return new LikelihoodScanFigure(
                parameter,
                unit,
                Optional.of(expected),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                FigureLabels.simulation());
    }

    /** Show an observed scan; the ordinates are \(-2\Delta\ln L\). */
    public static LikelihoodScanFigure ofObserved(String parameter, String unit, Curve observed) {
        return new LikelihoodScanFigure(
                parameter,
                unit,
                Optional.empty(),
                Optional.of(observed),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                FigureLabels.simulation());
    }

    /** Add the scan of the data. */
    public LikelihoodScanFigure withObserved(Curve curve) {
        return new LikelihoodScanFigure(parameter, unit, expected, Optional.of(curve), exact, sigma, truth, labels);
    }

    /** Add the scan of the same data with the exact likelihood. */
    public LikelihoodScanFigure withExact(Curve curve) {
        return new LikelihoodScanFigure(parameter, unit, expected, observed, Optional.of(curve), sigma, truth, labels);
    }

    /** Add the parabola of a Gaussian likelihood with this standard deviation. */
    public LikelihoodScanFigure withGaussian(double standardDeviation) {
        Check.argument(standardDeviation > 0, "a standard deviation of %s, expected > 0", standardDeviation);
        OptionalDouble value = OptionalDouble.of(standardDeviation);
        return new LikelihoodScanFigure(parameter, unit, expected, observed, exact, value, truth, labels);
    }

    /** Mark the value that the data were drawn from. */
    public LikelihoodScanFigure withTruth(double value) {
        OptionalDouble mark = OptionalDouble.of(value);
        return new LikelihoodScanFigure(parameter, unit, expected, observed, exact, sigma, mark, labels);
    }

    /** Replace the labels. */
    public LikelihoodScanFigure withLabels(FigureLabels newLabels) {
        return new LikelihoodScanFigure(parameter, unit, expected, observed, exact, sigma, truth, newLabels);
    }

    @Override
    public String title() {
        return "Likelihood scan of " + ParameterSymbol.of(parameter);
    }

    private List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        expected.ifPresent(curves::add);
        observed.ifPresent(curves::add);
        exact.ifPresent(curves::add);
        return curves;
    }

    @Override
    public void draw(Graphics2D g) {
        double left = curves().stream().mapToDouble(Curve::minX).min().orElseThrow();
        double right = curves().stream().mapToDouble(Curve::maxX).max().orElseThrow();
        double highest = curves().stream().mapToDouble(Curve::maxY).max().orElseThrow();
        double lowest = curves().stream().mapToDouble(Curve::minY).min().orElseThrow();
        // Beyond 9, three standard deviations, a scan says little; the rest of the height is for the legend.
        double top = Math.max(6, Math.min(highest, 9) * 1.35);
        HouseAxis x = HouseAxis.linear(ParameterSymbol.label(parameter, unit), left, right);
        XYPlot plot = HouseChart.plot(x, HouseAxis.linear("−2Δln L", Math.min(0, lowest), top));
        List<LegendEntry> entries = new ArrayList<>();
        List<Point2D> obstacles = new ArrayList<>();
        for (double level : new double[] {1, 4}) {
            Series.line(plot, "level " + level, Series.segment(left, level, right, level), Palette.FAINT, DOTTED);
        }
        truth.ifPresent(value -> {
            // Not the whole height: the legend of a parabola is best above its middle.
            Series.line(plot, "truth", Series.segment(value, 0, value, 0.6 * top), Palette.SIX.get(2), THIN);
            obstacles.addAll(Series.obstacles(Curve.of(new double[] {value, value}, new double[] {0, 0.6 * top})));
        });
        observed.ifPresent(curve -> add(plot, "Observed", curve, Palette.INK, SOLID, entries));
        exact.ifPresent(curve -> add(plot, "Exact likelihood", curve, Palette.SIX.get(3), FINE, entries));
        expected.ifPresent(curve -> add(plot, "Expected (Asimov)", curve, Palette.SIX.get(0), DASHED, entries));
        sigma.ifPresent(s -> {
            Curve parabola = parabola(s, left, right);
            add(plot, "Gaussian", parabola, Palette.SIX.get(1), FINE, entries);
            obstacles.addAll(Series.obstacles(parabola));
        });
        truth.ifPresent(v -> entries.add(new LegendEntry.Line("Truth", Palette.SIX.get(2), THIN)));
        curves().forEach(curve -> obstacles.addAll(Series.obstacles(curve)));
        plot.addAnnotation(new LevelLabels(right, List.of(1.0, 4.0), List.of("68.3% CL", "95.45% CL")));
        plot.addAnnotation(new Legend(labels.notes(), entries, obstacles));
        HouseChart.draw(g, width(), height(), plot, labels);
    }

    private static void add(
            XYPlot plot, String name, Curve curve, Color colour, BasicStroke stroke, List<LegendEntry> entries) {
        Series.line(plot, name, curve, colour, stroke);
        entries.add(new LegendEntry.Line(name, colour, stroke));
    }

    private Curve parabola(double s, double left, double right) {
        Curve around = observed.orElseGet(expected::orElseThrow);
        double centre = around.x(around.lowest());
        double[] x = new double[201];
        double[] y = new double[201];
        for (int i = 0; i <= 200; i++) {
            x[i] = left + i * (right - left) / 200;
            double pull = (x[i] - centre) / s;
            y[i] = pull * pull;
        }
        return Curve.of(x, y);
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("figure", "likelihood scan");
        data.put("parameter", parameter);
        data.put("unit", unit);
        data.put("levels", List.of(1.0, 4.0));
        expected.ifPresent(curve -> data.put("expected", numbers(curve)));
        observed.ifPresent(curve -> data.put("observed", numbers(curve)));
        exact.ifPresent(curve -> data.put("exact", numbers(curve)));
        sigma.ifPresent(s -> data.put("gaussian_sigma", s));
        truth.ifPresent(value -> data.put("truth", value));
        return data;
    }

    private static Map<String, Object> numbers(Curve curve) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("theta", curve.xs());
        numbers.put("minus_two_delta_ln_l", curve.ys());
        return numbers;
    }
}
