package hep.aurum.plot.figure;

import hep.aurum.plot.style.HouseChart;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Draw the symbol of a point by its number: 0 to 3 an open circle, square, diamond, triangle, 4 to 7 the same filled, 8 an
 * upright cross, 9 a diagonal one.
 */
final class PointSymbol {

    static final int COUNT = 10;

    private static final int FIRST_FILLED = 4;
    private static final int UPRIGHT = 8;

    private PointSymbol() {}

    static void draw(Graphics2D g, int number, double x, double y, double size, Color colour) {
        double r = 0.5 * size;
        g.setStroke(HouseChart.stroke(1.4));
        if (number >= UPRIGHT) {
            double dx = number == UPRIGHT ? 0 : r;
            g.setPaint(colour);
            g.draw(new Line2D.Double(x - r, y - dx, x + r, y + dx));
            g.draw(new Line2D.Double(x + dx, y - r, x - dx, y + r));
            return;
        }
        Shape shape = shape(number % FIRST_FILLED, x, y, r);
        g.setPaint(number < FIRST_FILLED ? Color.WHITE : colour);
        g.fill(shape);
        if (number < FIRST_FILLED) {
            g.setPaint(colour);
            g.draw(shape);
        }
    }

    private static Shape shape(int kind, double x, double y, double r) {
        return switch (kind) {
            case 0 -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
            case 1 -> new Rectangle2D.Double(x - r, y - r, 2 * r, 2 * r);
            case 2 -> polygon(x, y - 1.2 * r, x + 1.2 * r, y, x, y + 1.2 * r, x - 1.2 * r, y);
            default -> polygon(x, y - 1.2 * r, x + 1.2 * r, y + r, x - 1.2 * r, y + r);
        };
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
