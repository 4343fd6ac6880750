package hep.aurum.plot.figure;

import hep.aurum.hist.Axis;
import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.Layer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;

/** Fill the area between two step functions, with a thin dark edge on the upper one. */
final class StepFill extends Layer {

    private final Axis axis;
    private final List<Double> low;
    private final List<Double> high;
    private final Color colour;

    StepFill(Axis axis, List<Double> low, List<Double> high, Color colour) {
        this.axis = axis;
        this.low = low;
        this.high = high;
        this.colour = colour;
    }

    @Override
    protected void draw(Graphics2D g, Area area) {
        Path2D path = new Path2D.Double();
        int bins = axis.bins();
        path.moveTo(area.x(axis.min()), area.y(low.get(0)));
        for (int i = 0; i < bins; i++) {
            path.lineTo(area.x(axis.edge(i)), area.y(high.get(i)));
            path.lineTo(area.x(axis.edge(i + 1)), area.y(high.get(i)));
        }
        for (int i = bins - 1; i >= 0; i--) {
            path.lineTo(area.x(axis.edge(i + 1)), area.y(low.get(i)));
            path.lineTo(area.x(axis.edge(i)), area.y(low.get(i)));
        }
        path.closePath();
        g.setPaint(colour);
        g.fill(path);
        g.setPaint(colour.darker());
        g.setStroke(HouseChart.stroke(0.6));
        g.draw(path);
    }
}
