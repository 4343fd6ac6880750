package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.infer.fit.Impacts;
import hep.aurum.plot.Figure;
import hep.aurum.plot.style.FigureLabels;
import hep.aurum.plot.style.HouseAxis;
import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.Palette;
import hep.aurum.plot.style.ParameterSymbol;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jfree.chart.plot.XYPlot;

/**
 * Show pulls \((\hat\theta-\theta_0)/\Delta\theta\) with their post-fit errors over bands of one and two standard deviations,
 * one row for each constrained parameter.
 *
 * <p>If there are more than the figure holds, those with the largest pulls or constraints are shown, in their own order, and
 * the figure says how many there are.
 *
 * @param pulls all pulls in the order of the rows, from the top
 * @param most how many rows there are at most
 * @param unconstrained how many free parameters have no pull, for the note
 * @param colourBlind whether dark green and sand replace green and yellow
 * @param labels what stands above the frame; its notes are above the frame too
 */
public record PullsFigure(List<Pull> pulls, int most, int unconstrained, boolean colourBlind, FigureLabels labels)
        implements Figure {

    private static final int DEFAULT_MOST = 40;

    /** Copy the list. */
    public PullsFigure {
        pulls = List.copyOf(pulls);
        Check.argument(!pulls.isEmpty(), "a figure of pulls without a constrained parameter");
        Check.argument(most > 0, "a figure of %s pulls, expected 1 or more", most);
    }

    /** Show pulls in their order. */
    public static PullsFigure of(List<Pull> pulls) {
        return new PullsFigure(pulls, DEFAULT_MOST, 0, false, FigureLabels.simulation());
    }

    /** Show the pulls of ranked nuisances; those without a constraint are counted in a note. */
    public static PullsFigure ofImpacts(List<Impacts.Impact> impacts) {
        List<Pull> pulls = impacts.stream()
                .filter(impact -> Double.isFinite(impact.pull()))
                .map(impact -> new Pull(impact.parameter(), impact.pull(), impact.constraint()))
                .toList();
        return of(pulls).withUnconstrained(impacts.size() - pulls.size());
    }

    /** Say how many free parameters have no pull. */
    public PullsFigure withUnconstrained(int count) {
        return new PullsFigure(pulls, most, count, colourBlind, labels);
    }

    /** Replace the largest number of rows, 40. */
    public PullsFigure withMost(int rows) {
        return new PullsFigure(pulls, rows, unconstrained, colourBlind, labels);
    }

    /** Draw the bands in dark green and sand, which any colour vision tells apart. */
    public PullsFigure withColourBlindBands() {
        return new PullsFigure(pulls, most, unconstrained, true, labels);
    }

    /** Replace the labels. */
    public PullsFigure withLabels(FigureLabels newLabels) {
        return new PullsFigure(pulls, most, unconstrained, colourBlind, newLabels);
    }

    /** Return the pulls that have a row. */
    List<Pull> shown() {
        Comparator<Integer> byTension = Comparator.comparingDouble(i -> -tension(pulls.get(i)));
        return IntStream.range(0, pulls.size())
                .boxed()
                .sorted(byTension)
                .limit(most)
                .sorted()
                .map(pulls::get)
                .toList();
    }

    /** Rank a parameter by what a reader looks for: a pull, or an error far from 1. */
    private static double tension(Pull pull) {
        return Math.max(Math.abs(pull.value()), Math.abs(pull.error() - 1));
    }

    @Override
    public String title() {
        return "Pulls of " + pulls.size() + " parameters";
    }

    @Override
    public int width() {
        return Rows.width(rows(), 400);
    }

    @Override
    public int height() {
        return Rows.height(shown().size(), 0, notes().size());
    }

    private HouseAxis rows() {
        return HouseAxis.names(
                shown().stream().map(pull -> ParameterSymbol.of(pull.name())).toList(), true);
    }

    private List<String> notes() {
        int hidden = pulls.size() - shown().size();
        List<String> notes = new ArrayList<>(labels.notes());
        if (hidden > 0) {
            notes.add("The " + shown().size() + " of " + pulls.size()
                    + " parameters with the largest pulls or constraints");
        }
        if (unconstrained > 0) {
            notes.add(unconstrained + (unconstrained == 1 ? " free parameter" : " free parameters")
                    + " without constraint not shown");
        }
        return notes;
    }

    @Override
    public void draw(Graphics2D g) {
        List<Pull> rows = shown();
        double reach = 2.6;
        for (Pull pull : rows) {
            reach = Math.max(reach, 1.08 * (Math.abs(pull.value()) + pull.error()));
        }
        HouseAxis x = HouseAxis.linear("(θ̂ − θ_{0}) / Δθ", -reach, reach);
        XYPlot plot = HouseChart.plot(x, rows());
        BandColours colours = colourBlind ? BandColours.COLOUR_BLIND : BandColours.BRAZIL;
        double n = rows.size();
        band(plot, 2, n, colours.outer);
        band(plot, 1, n, colours.inner);
        Series.line(plot, "zero", Series.segment(0, 0, 0, n), Palette.FAINT, HouseChart.dashed(1, 5, 4));
        Points points = new Points();
        for (int i = 0; i < rows.size(); i++) {
            Pull pull = rows.get(i);
            points.addAcross(pull.value(), pull.value() - pull.error(), pull.value() + pull.error(), i + 0.5);
        }
        points.addTo(plot, Palette.INK, 6, 1.4);
        Rows.draw(g, this, plot, labels, notes());
    }

    private static void band(XYPlot plot, double sigma, double rows, Color colour) {
        double[] x = {-sigma, sigma};
        Series.area(plot, sigma + " sigma", x, new double[] {0, 0}, new double[] {rows, rows}, colour);
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("figure", "pulls");
        data.put("parameters", pulls.stream().map(Pull::name).toList());
        data.put("pull", pulls.stream().map(Pull::value).toList());
        data.put("post_fit_error", pulls.stream().map(Pull::error).toList());
        data.put("shown", shown().stream().map(Pull::name).toList());
        data.put("unconstrained", unconstrained);
        return data;
    }
}
