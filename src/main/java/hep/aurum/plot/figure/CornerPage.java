package hep.aurum.plot.figure;

import hep.aurum.plot.style.HouseAxis;
import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.LegendEntry;
import hep.aurum.plot.style.Marker;
import hep.aurum.plot.style.Palette;
import hep.aurum.plot.style.ParameterSymbol;
import hep.aurum.plot.style.RichText;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Lay out the panels of a corner plot. */
final class CornerPage {

    private static final double ABOVE = 24;
    private static final double BELOW = 54;
    private static final double LINE = 20;
    private static final double LEAST_WIDTH = 420;

    private static final Color LINES = new Color(0x1f4fae);
    private static final Color INSIDE = new Color(0x8fb4f8);
    private static final Color OUTSIDE = new Color(0xd5e3fd);
    private static final Color TRUE = Palette.SIX.get(2);
    private static final BasicStroke SOLID = HouseChart.stroke(1.7);
    private static final BasicStroke DASHED = HouseChart.dashed(1.5, 6, 3.5);
    private static final BasicStroke TRUTH = HouseChart.dashed(1.3, 8, 3, 1.5, 3);

    private final CornerFigure figure;
    private final Marginals marginals;
    private final int k;

    CornerPage(CornerFigure figure) {
        this.figure = figure;
        this.marginals = figure.marginals();
        this.k = marginals.names().size();
    }

    private double cell() {
        return k == 1 ? 300 : k == 2 ? 220 : k <= 4 ? 160 : 140;
    }

    private double left() {
        double widest = 40;
        for (int y = 1; y < k; y++) {
            widest = Math.max(widest, axis(y).thickness(RectangleEdge.LEFT));
        }
        return widest;
    }

    private double top() {
        return HouseChart.HEADER + ABOVE + (k == 1 ? LINE * legendLines() : 0);
    }

    private int legendLines() {
        return figure.labels().notes().size() + entries().size();
    }

    int width() {
        return (int) Math.ceil(Math.max(LEAST_WIDTH, left() + k * cell() + HouseChart.RIGHT));
    }

    int height() {
        return (int) Math.ceil(top() + k * cell() + BELOW);
    }

    /** Return the axis of a parameter: as many numbers as fit, none at the ends, where panels touch. */
    private HouseAxis axis(int parameter) {
        Curve line = marginals.lines().get(parameter);
        double min = line.minX();
        double max = line.maxX();
        if (!figure.truth().isEmpty()) {
            // The truth stays inside even if the density missed it.
            double margin = 0.04 * (max - min);
            min = Math.min(min, figure.truth().get(parameter) - margin);
            max = Math.max(max, figure.truth().get(parameter) + margin);
        }
        return HouseAxis.fitting(ParameterSymbol.of(marginals.names().get(parameter)), min, max, cell());
    }

    void draw(Graphics2D g) {
        HouseChart.page(g, width(), height());
        for (int row = 0; row < k; row++) {
            for (int column = 0; column <= row; column++) {
                XYPlot plot = row == column ? diagonal(row) : plane(column, row);
                HouseChart.drawFrame(g, frame(column, row), plot);
            }
            quantiles(g, row);
        }
        HouseChart.header(g, 8, width() - HouseChart.RIGHT, figure.labels());
        legend(g);
    }

    private Rectangle2D frame(int column, int row) {
        return new Rectangle2D.Double(left() + column * cell(), top() + row * cell(), cell(), cell());
    }

    private HouseAxis bottom(int parameter, int row) {
        return row == k - 1 ? axis(parameter) : HouseAxis.silent(axis(parameter));
    }

    private XYPlot diagonal(int parameter) {
        Curve line = marginals.lines().get(parameter);
        double top = 1.15 * line.maxY();
        HouseAxis density = HouseAxis.silent(HouseAxis.marks(HouseAxis.linear("", 0, top), List.of(), List.of()));
        XYPlot plot = HouseChart.plot(bottom(parameter, parameter), density);
        Series.line(plot, "density", line, LINES, SOLID);
        List<Double> quantiles = marginals.quantiles().get(parameter);
        for (int i = 0; i < 3; i++) {
            double[][] mark = Series.segment(quantiles.get(i), 0, quantiles.get(i), top);
            Series.line(plot, "quantile " + i, mark, Palette.FAINT, HouseChart.dashed(1, 3, 3));
        }
        if (!figure.truth().isEmpty()) {
            double value = figure.truth().get(parameter);
            Series.line(plot, "truth", Series.segment(value, 0, value, top), TRUE, TRUTH);
        }
        return plot;
    }

    private XYPlot plane(int x, int y) {
        HouseAxis side = x == 0 ? axis(y) : HouseAxis.silent(axis(y));
        XYPlot plot = HouseChart.plot(bottom(x, y), side);
        int pair = Marginals.pair(x, y);
        Surface surface = marginals.planes().get(pair);
        List<Double> levels = marginals.levels().get(pair);
        List<Curve> outer = surface.contours(levels.get(1));
        List<Curve> inner = surface.contours(levels.get(0));
        org.jfree.chart.ui.Layer below = org.jfree.chart.ui.Layer.BACKGROUND;
        plot.getRenderer().addAnnotation(new RegionFill(outer, OUTSIDE), below);
        plot.getRenderer().addAnnotation(new RegionFill(inner, INSIDE), below);
        outer.forEach(piece -> Series.line(plot, "outer", piece, LINES, DASHED));
        inner.forEach(piece -> Series.line(plot, "inner", piece, LINES, SOLID));
        if (!figure.truth().isEmpty()) {
            truth(plot, figure.truth().get(x), figure.truth().get(y));
        }
        return plot;
    }

    private static void truth(XYPlot plot, double x, double y) {
        double left = plot.getDomainAxis().getLowerBound();
        double right = plot.getDomainAxis().getUpperBound();
        double low = plot.getRangeAxis().getLowerBound();
        double high = plot.getRangeAxis().getUpperBound();
        Series.line(plot, "truth x", Series.segment(x, low, x, high), TRUE, TRUTH);
        Series.line(plot, "truth y", Series.segment(left, y, right, y), TRUE, TRUTH);
        plot.addAnnotation(new MarkLayer(new LikelihoodContourFigure.Mark("Truth", x, y, Marker.STAR, TRUE)));
    }

    /** Write median and interval above a panel of the diagonal, with two digits of the smaller error. */
    private void quantiles(Graphics2D g, int parameter) {
        List<Double> q = marginals.quantiles().get(parameter);
        double up = q.get(2) - q.get(1);
        double down = q.get(1) - q.get(0);
        double error = Math.min(up > 0 ? up : down, down > 0 ? down : up);
        int decimals = error > 0 ? Math.max(0, 1 - (int) Math.floor(StrictMath.log10(error))) : 2;
        String text = decimals > 6
                ? Numbers.significant(q.get(1), 4)
                : Numbers.fixed(q.get(1), decimals) + "^{+" + Numbers.fixed(up, decimals) + "}_{−"
                        + Numbers.fixed(down, decimals) + "}";
        Rectangle2D frame = frame(parameter, parameter);
        g.setPaint(Palette.INK);
        RichText.of(text, Font.PLAIN, 13).draw(g, frame.getCenterX(), frame.getMinY() - 7, 0.5);
    }

    private List<LegendEntry> entries() {
        List<LegendEntry> entries = new ArrayList<>();
        if (k > 1) {
            entries.add(new LegendEntry.Line("68% of the density", LINES, SOLID));
            entries.add(new LegendEntry.Line("95% of the density", LINES, DASHED));
        }
        entries.add(new LegendEntry.Line("Median, 68% interval", Palette.FAINT, HouseChart.dashed(1, 3, 3)));
        if (!figure.truth().isEmpty()) {
            entries.add(new LegendEntry.Line("Truth", TRUE, TRUTH));
        }
        return entries;
    }

    /** Write notes and legend into the empty triangle, flush with its right side. */
    private void legend(Graphics2D g) {
        double widest = 0;
        for (LegendEntry entry : entries()) {
            double text = RichText.of(entry.text(), Font.PLAIN, HouseChart.LEGEND_SIZE)
                    .width();
            widest = Math.max(widest, LegendEntry.SAMPLE + 6 + text);
        }
        for (String note : figure.labels().notes()) {
            widest = Math.max(
                    widest,
                    RichText.of(note, Font.PLAIN, HouseChart.LEGEND_SIZE).width());
        }
        double x = width() - HouseChart.RIGHT - widest;
        double y = HouseChart.HEADER + 16;
        g.setPaint(Palette.INK);
        for (String note : figure.labels().notes()) {
            RichText.of(note, Font.PLAIN, HouseChart.LEGEND_SIZE).draw(g, x, y + 0.36 * HouseChart.LEGEND_SIZE);
            y += LINE;
        }
        for (LegendEntry entry : entries()) {
            Rows.legend(g, x, y, List.of(entry));
            y += LINE;
        }
    }
}
