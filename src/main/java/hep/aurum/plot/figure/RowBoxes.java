package hep.aurum.plot.figure;

import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.Layer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draw horizontal bars from zero, one for a row, filled or as outlines. */
final class RowBoxes extends Layer {

    private final double halfHeight;
    private final boolean filled;
    private final List<Bar> bars = new ArrayList<>();

    private record Bar(double row, double value, Color colour) {}

    RowBoxes(double halfHeight, boolean filled) {
        this.halfHeight = halfHeight;
        this.filled = filled;
    }

    void add(double row, double value, Color colour) {
        if (Double.isFinite(value)) {
            bars.add(new Bar(row, value, colour));
        }
    }

    @Override
    protected void draw(Graphics2D g, Area area) {
        g.setStroke(HouseChart.stroke(1.4));
        for (Bar bar : bars) {
            double zero = area.x(0);
            double end = area.x(bar.value);
            double top = Math.min(area.y(bar.row - halfHeight), area.y(bar.row + halfHeight));
            double height = Math.abs(area.y(bar.row + halfHeight) - area.y(bar.row - halfHeight));
            Rectangle2D box = new Rectangle2D.Double(Math.min(zero, end), top, Math.abs(end - zero), height);
            g.setPaint(bar.colour);
            if (filled) {
                g.fill(box);
            } else {
                g.draw(box);
            }
        }
    }
}
