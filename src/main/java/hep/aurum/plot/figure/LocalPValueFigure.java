package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.infer.test.Gaussian;
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
 * Show local p-values of background alone against a mass, with dashed lines at whole numbers of standard deviations.
 *
 * <p>One-sided: \(p_0 = 1-\Phi(Z)\), so that 5σ is 2.87e-7. Special cases: a p-value of 0, as from toys of which none was as
 * extreme, lies below the axis; how many there are is a note in the figure.
 *
 * <pre>{@code
 * LocalPValueFigure.ofObserved("m_{H} [GeV]", p0).withExpected(nominal).withGlobal(2.1e-5);
 * }</pre>
 *
 * @param xLabel the parameter with its unit, as the axis prints it
 * @param observed p-values of the data
 * @param expected median p-values for the nominal signal at each mass
 * @param global p-value anywhere in the range, for the note
 * @param labels what stands above and inside the frame
 */
public record LocalPValueFigure(
        String xLabel, Optional<Curve> observed, Optional<Curve> expected, OptionalDouble global, FigureLabels labels)
        implements Figure {

    private static final BasicStroke SOLID = HouseChart.stroke(2);
    private static final BasicStroke DASHED = HouseChart.dashed(2, 8, 5);
    private static final BasicStroke SIGMA = HouseChart.dashed(1.1, 3, 3);

    /** The smallest p-value that a double holds in full; 37.5 standard deviations. */
    private static final double SMALLEST = 1e-307;

    /** Least part of the height of the frame between two labelled lines. */
    private static final double APART = 0.045;

    /** Check that probabilities are such. */
    public LocalPValueFigure {
        Check.argument(
                observed.isPresent() || expected.isPresent(), "a figure of p-values against %s without any", xLabel);
        observed.ifPresent(LocalPValueFigure::check);
        expected.ifPresent(LocalPValueFigure::check);
        global.ifPresent(p -> Check.argument(p >= 0 && p <= 1, "a global p-value of %s, expected 0 to 1", p));
    }

    private static void check(Curve curve) {
        for (double p : new double[] {curve.minY(), curve.maxY()}) {
            Check.argument(p >= 0 && p <= 1, "a p-value of %s, expected 0 to 1", p);
        }
    }

    /** Show observed p-values. */
    public static LocalPValueFigure ofObserved(String xLabel, Curve p0) {
        return new LocalPValueFigure(
                xLabel, Optional.of(p0), Optional.empty(), OptionalDouble.empty(), FigureLabels.simulation());
    }

    /** Show expected p-values alone, as before unblinding. */
    public static LocalPValueFigure ofExpected(String xLabel, Curve p0) {
        return new LocalPValueFigure(
                xLabel, Optional.empty(), Optional.of(p0), OptionalDouble.empty(), FigureLabels.simulation());
    }

    /** Add the median p-value that the nominal signal of each mass is expected to have. */
    public LocalPValueFigure withExpected(Curve p0) {
        return new LocalPValueFigure(xLabel, observed, Optional.of(p0), global, labels);
    }

    /** State the p-value of a fluctuation anywhere in the range. */
    public LocalPValueFigure withGlobal(double p) {
        return new LocalPValueFigure(xLabel, observed, expected, OptionalDouble.of(p), labels);
    }

    /** Replace the labels. */
    public LocalPValueFigure withLabels(FigureLabels newLabels) {
        return new LocalPValueFigure(xLabel, observed, expected, global, newLabels);
    }

    private List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        observed.ifPresent(curves::add);
        expected.ifPresent(curves::add);
        return curves;
    }

    @Override
    public String title() {
        return "Local p-value against " + xLabel;
    }

    @Override
    public void draw(Graphics2D g) {
        double left = curves().stream().mapToDouble(Curve::minX).min().orElseThrow();
        double right = curves().stream().mapToDouble(Curve::maxX).max().orElseThrow();
        double margin = left < right ? 0 : Math.max(1, 0.1 * Math.abs(left));
        HouseAxis y = yAxis();
        XYPlot plot = HouseChart.plot(HouseAxis.linear(xLabel, left - margin, right + margin), y);
        List<Double> heights = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int sigma : lines(y)) {
            double p = Gaussian.pValue(sigma);
            Series.line(
                    plot, sigma + " sigma", Series.segment(left - margin, p, right + margin, p), Palette.FAINT, SIGMA);
            heights.add(p);
            names.add(sigma + "σ");
        }
        HouseChart.addRight(plot, HouseAxis.marks(y, heights, names));
        List<LegendEntry> entries = new ArrayList<>();
        List<Point2D> obstacles = new ArrayList<>();
        expected.ifPresent(curve -> {
            Series.line(plot, "expected", curve, Palette.SIX.get(0), DASHED);
            pointIfSingle(plot, curve);
        });
        observed.ifPresent(curve -> {
            Series.line(plot, "observed", curve, Palette.INK, SOLID);
            pointIfSingle(plot, curve);
            entries.add(new LegendEntry.Line("Observed", Palette.INK, SOLID));
        });
        expected.ifPresent(
                c -> entries.add(new LegendEntry.Line("Expected, nominal signal", Palette.SIX.get(0), DASHED)));
        curves().forEach(curve -> obstacles.addAll(Series.obstacles(curve)));
        heights.forEach(p -> obstacles.add(new Point2D.Double(left, p)));
        plot.addAnnotation(new Legend(Steps.notes(labels, notes()), entries, obstacles));
        HouseChart.draw(g, width(), height(), plot, labels);
    }

    private static void pointIfSingle(XYPlot plot, Curve curve) {
        if (curve.size() == 1) {
            Points.at(curve).addTo(plot, Palette.INK, 6, 1);
        }
    }

    /** Reach below the smallest positive p-value, and above 1 for the legend. */
    private HouseAxis yAxis() {
        double smallest = 0.05;
        for (Curve curve : curves()) {
            for (int i = 0; i < curve.size(); i++) {
                smallest = curve.y(i) > 0 ? Math.min(smallest, Math.max(curve.y(i), SMALLEST)) : smallest;
            }
        }
        double decades = -StrictMath.log10(smallest);
        double low = Math.max(SMALLEST, smallest * StrictMath.pow(10, -0.12 * decades - 0.5));
        return HouseAxis.logarithmic("Local p_{0}", low, StrictMath.pow(10, 0.35 * decades + 0.3))
                .withTicksUpTo(1);
    }

    /** Choose the standard deviations whose labels leave each other room. */
    private static List<Integer> lines(HouseAxis y) {
        double height = StrictMath.log(y.getUpperBound()) - StrictMath.log(y.getLowerBound());
        List<Integer> lines = new ArrayList<>();
        double last = 1;
        for (int sigma = 1; Gaussian.pValue(sigma) > y.getLowerBound(); sigma++) {
            double p = Gaussian.pValue(sigma);
            if (lines.isEmpty() || StrictMath.log(last) - StrictMath.log(p) > APART * height) {
                lines.add(sigma);
                last = p;
            }
        }
        return lines;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        global.ifPresent(p -> notes.add("Global p-value: " + Numbers.significant(p, 2) + significance(p)));
        long zeros = curves().stream()
                .flatMap(curve -> curve.ys().stream())
                .filter(p -> p == 0)
                .count();
        if (zeros > 0) {
            notes.add(zeros + (zeros == 1 ? " p-value of 0 lies" : " p-values of 0 lie") + " below the axis");
        }
        return notes;
    }

    private static String significance(double p) {
        return p > 0 && p < 1 ? " (" + Numbers.fixed(Gaussian.significance(p), 1) + "σ)" : "";
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("figure", "local p-values");
        data.put("x_label", xLabel);
        observed.ifPresent(curve -> data.put("observed", numbers(curve)));
        expected.ifPresent(curve -> data.put("expected", numbers(curve)));
        global.ifPresent(p -> data.put("global_p", p));
        return data;
    }

    private static Map<String, Object> numbers(Curve curve) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("x", curve.xs());
        numbers.put("p0", curve.ys());
        return numbers;
    }
}
