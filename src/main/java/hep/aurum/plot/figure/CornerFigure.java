package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.plot.Figure;
import hep.aurum.plot.style.FigureLabels;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Show a density in up to eight parameters: its marginals of one parameter on the diagonal with median and central 68 %
 * interval above, and below the diagonal the regions of highest density of each pair, which hold 68 % (solid) and 95 %
 * (dashed) of the probability.
 *
 * <p>68 % and 95 % are the contents, 68.27 % and 95.45 %, not the 39 % and 86 % of the ellipses at one and two standard
 * deviations.
 *
 * <pre>{@code
 * CornerFigure.ofSamples(List.of("cHW", "cHB"), samples, weights).withTruth(List.of(0.0, 0.0));
 * }</pre>
 */
public final class CornerFigure implements Figure {

    private final Marginals marginals;
    private final List<Double> truth;
    private final FigureLabels labels;

    private CornerFigure(Marginals marginals, List<Double> truth, FigureLabels labels) {
        this.marginals = marginals;
        this.truth = List.copyOf(truth);
        this.labels = labels;
    }

    /**
     * Show samples of equal weight.
     *
     * @param samples {@code [n][k]}, finite
     */
    public static CornerFigure ofSamples(List<String> names, double[][] samples) {
        double[] ones = new double[samples.length];
        Arrays.fill(ones, 1);
        return ofSamples(names, samples, ones);
    }

    /**
     * Show weighted samples. Planes are smoothed by a Gaussian of the width of a bin.
     *
     * @param names of the {@code k} parameters, 1 to 8
     * @param samples {@code [n][k]}, finite
     * @param weights {@code [n]}, 0 or more: a negative density has no regions
     */
    public static CornerFigure ofSamples(List<String> names, double[][] samples, double[] weights) {
        return new CornerFigure(SampleMarginals.of(names, samples, weights), List.of(), FigureLabels.simulation());
    }

    /**
     * Show a density on a rectangular grid.
     *
     * @param names of the {@code k} parameters, 1 to 8
     * @param axes values of each parameter, ascending
     * @param density 0 or more at each point of the grid in any unit, the last parameter running fastest
     */
    public static CornerFigure ofGrid(List<String> names, List<double[]> axes, double[] density) {
        return new CornerFigure(GridMarginals.of(names, axes, density), List.of(), FigureLabels.simulation());
    }

    /** Mark the point that the data were drawn from. */
    public CornerFigure withTruth(List<Double> point) {
        Check.length("coordinates of the truth", point.size(), marginals.names().size());
        point.forEach(value -> Check.finite("a coordinate of the truth", value));
        return new CornerFigure(marginals, point, labels);
    }

    /** Replace the labels. */
    public CornerFigure withLabels(FigureLabels newLabels) {
        return new CornerFigure(marginals, truth, newLabels);
    }

    Marginals marginals() {
        return marginals;
    }

    List<Double> truth() {
        return truth;
    }

    FigureLabels labels() {
        return labels;
    }

    @Override
    public String title() {
        return "Corner plot of " + marginals.names().size() + " parameters";
    }

    @Override
    public int width() {
        return new CornerPage(this).width();
    }

    @Override
    public int height() {
        return new CornerPage(this).height();
    }

    @Override
    public void draw(Graphics2D g) {
        new CornerPage(this).draw(g);
    }

    @Override
    public Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("figure", "corner");
        data.put("parameters", marginals.names());
        data.put("contents", Marginals.CONTENTS);
        data.put("quantiles_16_50_84", marginals.quantiles());
        List<Object> lines = new ArrayList<>();
        for (Curve line : marginals.lines()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("x", line.xs());
            one.put("density", line.ys());
            lines.add(one);
        }
        data.put("marginals", lines);
        List<Object> planes = new ArrayList<>();
        for (int y = 0; y < marginals.names().size(); y++) {
            for (int x = 0; x < y; x++) {
                planes.add(plane(x, y));
            }
        }
        data.put("planes", planes);
        if (!truth.isEmpty()) {
            data.put("truth", truth);
        }
        return data;
    }

    private Map<String, Object> plane(int x, int y) {
        int pair = Marginals.pair(x, y);
        Surface surface = marginals.planes().get(pair);
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("x_parameter", marginals.names().get(x));
        one.put("y_parameter", marginals.names().get(y));
        one.put("x", surface.xs());
        one.put("y", surface.ys());
        one.put("density", surface.zs());
        one.put("levels", marginals.levels().get(pair));
        return one;
    }
}
