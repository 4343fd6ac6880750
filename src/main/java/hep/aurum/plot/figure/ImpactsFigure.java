package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.infer.fit.Impacts.Impact;
import hep.aurum.plot.Figure;
import hep.aurum.plot.style.FigureLabels;
import hep.aurum.plot.style.HouseAxis;
import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.LegendEntry;
import hep.aurum.plot.style.Palette;
import hep.aurum.plot.style.ParameterSymbol;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.plot.XYPlot;

/**
 * Rank nuisances by their impact on the parameter of interest: post-fit impacts as bars, pre-fit ones as outlines, and on the
 * axis above the frame their pulls with post-fit errors as points.
 *
 * <p>Both axes have zero in the middle. A parameter without constraint has neither a pull nor a pre-fit impact.
 *
 * @param parameter the name of the parameter of interest
 * @param impacts all impacts, the largest first
 * @param most how many rows there are at most
 * @param labels what stands above the frame; its notes are above the frame too
 */
public record ImpactsFigure(String parameter, List<Impact> impacts, int most, FigureLabels labels) implements Figure {

    private static final int DEFAULT_MOST = 20;
    private static final double AXIS_ABOVE = 48;
    private static final double LEGEND = 20;

    /** Blue for a nuisance one error up, orange for down: apart in lightness too. */
    private static final Color UP = new Color(0x3b6fd4);

    private static final Color DOWN = new Color(0xf9b860);
    private static final BasicStroke DOTTED = HouseChart.dashed(1, 1.5, 3);

    /** Sort the impacts and check their numbers. */
    public ImpactsFigure {
        Check.argument(!impacts.isEmpty(), "a ranking without a nuisance");
        Check.argument(most > 0, "a ranking of %s nuisances, expected 1 or more", most);
        for (Impact impact : impacts) {
            Check.finite("the impact of " + impact.parameter(), impact.up());
            Check.finite("the impact of " + impact.parameter(), impact.down());
        }
        impacts = impacts.stream()
                .sorted(Comparator.comparingDouble(impact -> -impact.size()))
                .toList();
    }

    /** Show the twenty largest impacts. */
    public static ImpactsFigure of(String parameter, List<Impact> impacts) {
        return new ImpactsFigure(parameter, impacts, DEFAULT_MOST, FigureLabels.simulation());
    }

    /** Replace the largest number of rows, 20. */
    public ImpactsFigure withMost(int rows) {
        return new ImpactsFigure(parameter, impacts, rows, labels);
    }

    /** Replace the labels. */
    public ImpactsFigure withLabels(FigureLabels newLabels) {
        return new ImpactsFigure(parameter, impacts, most, newLabels);
    }

    List<Impact> shown() {
        return impacts.subList(0, Math.min(most, impacts.size()));
    }

    @Override
    public String title() {
        return "Impacts on " + ParameterSymbol.of(parameter);
    }

    @Override
    public int width() {
        return Rows.width(rows(), 460);
    }

    @Override
    public int height() {
        return Rows.height(shown().size(), AXIS_ABOVE + 2 * LEGEND, notes().size());
    }

    private HouseAxis rows() {
        return HouseAxis.names(
                shown().stream()
                        .map(impact -> ParameterSymbol.of(impact.parameter()))
                        .toList(),
                true);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(labels.notes());
        if (shown().size() < impacts.size()) {
            notes.add("The " + shown().size() + " largest of " + impacts.size() + " impacts");
        }
        return notes;
    }

    @Override
    public void draw(Graphics2D g) {
        double reach = reach();
        HouseAxis x = HouseAxis.linear("Δ" + ParameterSymbol.of(parameter), -reach, reach, 7);
        XYPlot plot = HouseChart.plot(x, rows());
        RowBoxes filled = new RowBoxes(0.36, true);
        RowBoxes outlines = new RowBoxes(0.36, false);
        for (int i = 0; i < shown().size(); i++) {
            Impact impact = shown().get(i);
            filled.add(i + 0.5, impact.up(), UP);
            filled.add(i + 0.5, impact.down(), DOWN);
            outlines.add(i + 0.5, impact.prefitUp(), UP);
            outlines.add(i + 0.5, impact.prefitDown(), DOWN.darker());
        }
        plot.getRenderer().addAnnotation(filled, org.jfree.chart.ui.Layer.BACKGROUND);
        plot.getRenderer().addAnnotation(outlines, org.jfree.chart.ui.Layer.BACKGROUND);
        pulls(plot);
        double above = AXIS_ABOVE + 2 * LEGEND;
        Rows.draw(g, this, plot, labels, notes(), above);
        legend(g, HouseChart.HEADER + 19 * notes().size() + 10);
    }

    /** Return the end of the lower axis: all impacts fit. */
    private double reach() {
        double reach = 0;
        for (Impact impact : shown()) {
            for (double value : new double[] {impact.up(), impact.down(), impact.prefitUp(), impact.prefitDown()}) {
                reach = Double.isFinite(value) ? Math.max(reach, Math.abs(value)) : reach;
            }
        }
        return reach > 0 ? 1.1 * reach : 1;
    }

    private void pulls(XYPlot plot) {
        double far = 2;
        Points points = new Points();
        for (int i = 0; i < shown().size(); i++) {
            Impact impact = shown().get(i);
            if (Double.isFinite(impact.pull()) && Double.isFinite(impact.constraint())) {
                double low = impact.pull() - impact.constraint();
                double high = impact.pull() + impact.constraint();
                far = Math.max(far, 1.1 * Math.max(-low, high));
                points.addAcross(impact.pull(), low, high, i + 0.5);
            }
        }
        HouseChart.addTop(plot, HouseAxis.linear("(θ̂ − θ_{0}) / Δθ", -far, far));
        for (int sigma = -1; sigma <= 1; sigma++) {
            double[][] line = Series.segment(sigma, 0, sigma, shown().size());
            Series.line(plot, "sigma " + sigma, line, Palette.INK, DOTTED);
            plot.mapDatasetToDomainAxis(plot.getDatasetCount() - 1, 1);
        }
        points.addTo(plot, Palette.INK, 6, 1.4);
        plot.mapDatasetToDomainAxis(plot.getDatasetCount() - 1, 1);
    }

    private void legend(Graphics2D g, double y) {
        String post = ": θ̂ ";
        List<LegendEntry> bars = List.of(
                new LegendEntry.Box("Post-fit impact" + post + "+ Δθ̂", UP),
                new LegendEntry.Box(post.substring(2) + "− Δθ̂", DOWN));
        List<LegendEntry> others = List.of(
                new LegendEntry.Outline("Pre-fit impact" + post + "+ Δθ", UP),
                new LegendEntry.Outline(post.substring(2) + "− Δθ", DOWN.darker()),
                new LegendEntry.AcrossPoint("Pull (axis above)"));
        Rows.legend(g, 8, y, bars);
        Rows.legend(g, 8, y + LEGEND, others);
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("figure", "impacts");
        data.put("parameter", parameter);
        List<Object> rows = new ArrayList<>();
        for (Impact impact : impacts) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", impact.parameter());
            row.put("up", impact.up());
            row.put("down", impact.down());
            // JSON has no NaN: what does not exist is left out.
            put(row, "prefit_up", impact.prefitUp());
            put(row, "prefit_down", impact.prefitDown());
            put(row, "pull", impact.pull());
            put(row, "post_fit_error", impact.constraint());
            rows.add(row);
        }
        data.put("impacts", rows);
        data.put("shown", shown().size());
        return data;
    }

    private static void put(Map<String, Object> row, String key, double value) {
        if (Double.isFinite(value)) {
            row.put(key, value);
        }
    }
}
