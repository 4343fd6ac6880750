package hep.aurum.plot.figure;

import hep.aurum.plot.Figure;
import hep.aurum.plot.style.FigureLabels;
import hep.aurum.plot.style.HouseAxis;
import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.LegendEntry;
import hep.aurum.plot.style.Palette;
import hep.aurum.plot.style.RichText;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Lay out pages of which every row has a name: they grow with the rows and with the names. */
final class Rows {

    private static final double ROW = 22;
    private static final double BELOW = 56;
    private static final double NOTE = 19;

    private Rows() {}

    static int width(HouseAxis names, double frame) {
        return (int) Math.ceil(names.thickness(RectangleEdge.LEFT) + frame + HouseChart.RIGHT);
    }

    /** Return the height of a page with some rows, space for an axis above them, and some lines of notes. */
    static int height(int rows, double above, int notes) {
        return (int) Math.ceil(HouseChart.HEADER + NOTE * notes + above + frameHeight(rows) + BELOW);
    }

    private static double frameHeight(int rows) {
        return Math.max(3, rows) * ROW;
    }

    /** Write legend entries beside one another. */
    static void legend(Graphics2D g, double x, double y, List<LegendEntry> entries) {
        double at = x;
        for (LegendEntry entry : entries) {
            entry.drawSample(g, at, y);
            RichText text = RichText.of(entry.text(), Font.PLAIN, HouseChart.LEGEND_SIZE);
            g.setPaint(Palette.INK);
            text.draw(g, at + LegendEntry.SAMPLE + 6, y + 0.36 * HouseChart.LEGEND_SIZE);
            at += LegendEntry.SAMPLE + 6 + text.width() + 18;
        }
    }

    static void draw(Graphics2D g, Figure figure, XYPlot plot, FigureLabels labels, List<String> notes) {
        draw(g, figure, plot, labels, notes, 0);
    }

    /** Draw the plot in the page that the figure states, the notes above its frame. */
    static void draw(Graphics2D g, Figure figure, XYPlot plot, FigureLabels labels, List<String> notes, double above) {
        HouseChart.page(g, figure.width(), figure.height());
        double left = plot.getRangeAxis() instanceof HouseAxis names ? names.thickness(RectangleEdge.LEFT) : 0;
        double right = figure.width() - HouseChart.RIGHT;
        double top = HouseChart.HEADER + NOTE * notes.size() + above;
        double height = figure.height() - BELOW - top;
        HouseChart.drawFrame(g, new Rectangle2D.Double(left, top, right - left, height), plot);
        // A long name needs the width of the page for the header too.
        HouseChart.header(g, 8, right, labels);
        g.setPaint(Palette.INK);
        for (int i = 0; i < notes.size(); i++) {
            double y = HouseChart.HEADER + NOTE * i + 12;
            RichText.of(notes.get(i), Font.PLAIN, HouseChart.LEGEND_SIZE).draw(g, 8, y);
        }
    }
}
