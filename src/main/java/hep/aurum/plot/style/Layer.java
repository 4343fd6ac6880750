package hep.aurum.plot.style;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.XYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.event.AnnotationChangeListener;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Draw something of our own in the data area; figures are drawn once, so nobody needs to hear of changes. */
public abstract class Layer implements XYAnnotation {

    /** Create a layer. */
    protected Layer() {}

    /** Draw in the data area, through the mapping of values to positions. */
    protected abstract void draw(Graphics2D g, Area area);

    @Override
    public final void draw(
            Graphics2D g,
            XYPlot plot,
            Rectangle2D data,
            ValueAxis domain,
            ValueAxis range,
            int renderer,
            PlotRenderingInfo info) {
        draw(g, new Area(data, domain, range));
    }

    @Override
    public final void addChangeListener(AnnotationChangeListener listener) {
        // A layer never changes.
    }

    @Override
    public final void removeChangeListener(AnnotationChangeListener listener) {
        // A layer never changes.
    }

    /**
     * Map values to positions of the figure.
     *
     * @param frame the data area
     * @param domain the horizontal axis
     * @param range the vertical axis
     */
    public record Area(Rectangle2D frame, ValueAxis domain, ValueAxis range) {

        /** Return the horizontal position of a value. */
        public double x(double value) {
            return domain.valueToJava2D(value, frame, RectangleEdge.BOTTOM);
        }

        /** Return the vertical position of a value. */
        public double y(double value) {
            return range.valueToJava2D(value, frame, RectangleEdge.LEFT);
        }
    }
}
