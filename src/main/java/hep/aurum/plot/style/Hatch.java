package hep.aurum.plot.style;

import hep.aurum.hist.Axis;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;

/**
 * Hatch a band of uncertainty bin by bin with lines that run through the whole figure.
 *
 * <p>Lines, not a texture: vector devices keep them sharp at any size.
 */
public final class Hatch extends Layer {

    static final double SPACING = 6;

    private final Axis axis;
    private final List<Double> low;
    private final List<Double> high;

    /**
     * Create a band.
     *
     * @param low {@code [bins]} lower ends
     * @param high {@code [bins]} upper ends
     */
    public Hatch(Axis axis, List<Double> low, List<Double> high) {
        this.axis = axis;
        this.low = List.copyOf(low);
        this.high = List.copyOf(high);
    }

    @Override
    protected void draw(Graphics2D g, Area area) {
        g.setPaint(Palette.FAINT);
        g.setStroke(HouseChart.stroke(0.8));
        double bottom = area.frame().getMaxY();
        double top = area.frame().getMinY();
        for (int i = 0; i < axis.bins(); i++) {
            if (high.get(i) > low.get(i)) {
                double y0 = Math.max(top, area.y(high.get(i)));
                double y1 = Math.min(bottom, area.y(low.get(i)));
                fill(g, area.x(axis.edge(i)), y0, area.x(axis.edge(i + 1)), y1);
            }
        }
    }

    /** Draw the pieces inside a rectangle of the lines x + y = k SPACING. */
    static void fill(Graphics2D g, double x0, double y0, double x1, double y1) {
        for (double k = Math.ceil((x0 + y0) / SPACING); k * SPACING < x1 + y1; k++) {
            double sum = k * SPACING;
            double left = Math.max(x0, sum - y1);
            double right = Math.min(x1, sum - y0);
            if (right > left) {
                g.draw(new Line2D.Double(left, sum - left, right, sum - right));
            }
        }
    }
}
