package hep.aurum.plot.style;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Draw inward ticks on all four sides, above the data that may fill the frame. */
final class TickFrame extends Layer {

    private static final double MAJOR = 9;
    private static final double MINOR = 4.5;

    private final XYPlot plot;

    TickFrame(XYPlot plot) {
        this.plot = plot;
    }

    @Override
    protected void draw(Graphics2D g, Area area) {
        FrameRecorder.note(g, area);
        g.setPaint(Palette.INK);
        g.setStroke(HouseChart.stroke(1));
        Rectangle2D frame = area.frame();
        if (area.domain() instanceof HouseAxis axis) {
            HouseAxis above = plot.getDomainAxisCount() > 1 && plot.getDomainAxis(1) instanceof HouseAxis a ? a : axis;
            vertical(g, frame, axis, frame.getMaxY(), -1);
            vertical(g, frame, above, frame.getMinY(), 1);
        }
        if (area.range() instanceof HouseAxis axis) {
            Ticks ticks = axis.ticks();
            ticks.major().forEach(value -> horizontal(g, frame, area.y(value), MAJOR));
            ticks.minor().forEach(value -> horizontal(g, frame, area.y(value), MINOR));
        }
    }

    /** Draw the ticks of an axis along a horizontal side; inward is up or down. */
    private static void vertical(Graphics2D g, Rectangle2D frame, HouseAxis axis, double side, int inward) {
        Ticks ticks = axis.ticks();
        for (double value : ticks.major()) {
            double x = axis.valueToJava2D(value, frame, RectangleEdge.BOTTOM);
            g.draw(new Line2D.Double(x, side, x, side + inward * MAJOR));
        }
        for (double value : ticks.minor()) {
            double x = axis.valueToJava2D(value, frame, RectangleEdge.BOTTOM);
            g.draw(new Line2D.Double(x, side, x, side + inward * MINOR));
        }
    }

    private static void horizontal(Graphics2D g, Rectangle2D frame, double y, double length) {
        g.draw(new Line2D.Double(frame.getMinX(), y, frame.getMinX() + length, y));
        g.draw(new Line2D.Double(frame.getMaxX(), y, frame.getMaxX() - length, y));
    }
}
