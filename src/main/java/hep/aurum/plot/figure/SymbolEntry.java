package hep.aurum.plot.figure;

import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.LegendEntry;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/** Explain points of any symbol, with their error bar and the line that joins them. */
record SymbolEntry(String text, DrawStyle style, Color colour) implements LegendEntry {

    @Override
    public void drawSample(Graphics2D g, double x, double y) {
        double middle = x + SAMPLE / 2;
        g.setPaint(colour);
        if (style.errors()) {
            g.setStroke(HouseChart.stroke(1.1));
            g.draw(new Line2D.Double(middle, y - 8, middle, y + 8));
        }
        if (style.hasLine()) {
            g.setStroke(style.stroke());
            g.draw(new Line2D.Double(x, y, x + SAMPLE, y));
        }
        PointSymbol.draw(g, style.symbol(), middle, y, style.size(), colour);
    }
}
