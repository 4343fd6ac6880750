package hep.aurum.plot.style;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Draw inward ticks on all four sides, above the data that may fill the frame. */
final class TickFrame extends Layer {

    private static final double MAJOR = 9;
    private static final double MINOR = 4.5;

    @Override
    protected void draw(Graphics2D g, Area area) {
        FrameRecorder.note(g, area);
        g.setPaint(Palette.INK);
        g.setStroke(HouseChart.stroke(1));
        Rectangle2D frame = area.frame();
        if (area.domain() instanceof HouseAxis axis) {
            Ticks ticks = axis.ticks();
            ticks.major().forEach(value -> vertical(g, frame, area.x(value), MAJOR));
            ticks.minor().forEach(value -> vertical(g, frame, area.x(value), MINOR));
        }
        if (area.range() instanceof HouseAxis axis) {
            Ticks ticks = axis.ticks();
            ticks.major().forEach(value -> horizontal(g, frame, area.y(value), MAJOR));
            ticks.minor().forEach(value -> horizontal(g, frame, area.y(value), MINOR));
        }
    }

    private static void vertical(Graphics2D g, Rectangle2D frame, double x, double length) {
        g.draw(new Line2D.Double(x, frame.getMaxY(), x, frame.getMaxY() - length));
        g.draw(new Line2D.Double(x, frame.getMinY(), x, frame.getMinY() + length));
    }

    private static void horizontal(Graphics2D g, Rectangle2D frame, double y, double length) {
        g.draw(new Line2D.Double(frame.getMinX(), y, frame.getMinX() + length, y));
        g.draw(new Line2D.Double(frame.getMaxX(), y, frame.getMaxX() - length, y));
    }
}
