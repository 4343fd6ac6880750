package hep.aurum.plot.style;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** Draw a marker of about ten points. */
public enum Marker {
    /** A filled disc. */
    DISC,
    /** A diagonal cross. */
    CROSS,
    /** A filled star with five points. */
    STAR,
    /** An upright cross. */
    PLUS;

    /** Draw the marker around a position. */
    public void draw(Graphics2D g, double x, double y, Color colour) {
        g.setPaint(colour);
        g.setStroke(HouseChart.stroke(2.2));
        switch (this) {
            case DISC -> g.fill(new Ellipse2D.Double(x - 4, y - 4, 8, 8));
            case STAR -> g.fill(star(x, y));
            case CROSS -> {
                g.draw(new Line2D.Double(x - 4.5, y - 4.5, x + 4.5, y + 4.5));
                g.draw(new Line2D.Double(x - 4.5, y + 4.5, x + 4.5, y - 4.5));
            }
            case PLUS -> {
                g.draw(new Line2D.Double(x - 6, y, x + 6, y));
                g.draw(new Line2D.Double(x, y - 6, x, y + 6));
            }
        }
    }

    private static Path2D star(double x, double y) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double radius = i % 2 == 0 ? 8 : 3.3;
            double angle = -Math.PI / 2 + i * Math.PI / 5;
            double px = x + radius * StrictMath.cos(angle);
            double py = y + radius * StrictMath.sin(angle);
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        path.closePath();
        return path;
    }
}
