package hep.aurum.plot.style;

import hep.aurum.base.Check;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;

/**
 * Draw the numbers and the title of an axis: x title flush right, y title flush with the top.
 *
 * <p>The range is fixed at construction. The ticks themselves belong to {@link TickFrame}, which draws them above the
 * data on all four sides.
 */
public final class HouseAxis extends NumberAxis {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final double GAP = 7;

    private final boolean logarithmic;
    private final int most;
    private final boolean endLabels;

    private HouseAxis(String label, double min, double max, boolean logarithmic, int most, boolean endLabels) {
        super(label);
        this.logarithmic = logarithmic;
        this.most = most;
        this.endLabels = endLabels;
        setAutoRange(false);
        setRange(min, max);
    }

    /** Create a linear axis from {@code min} to {@code max}; the label may hold scripts and carries the unit. */
    public static HouseAxis linear(String label, double min, double max) {
        return linear(label, min, max, 8);
    }

    /** Create a linear axis with a bound on the number of labels. */
    public static HouseAxis linear(String label, double min, double max, int mostLabels) {
        check(label, min, max);
        return new HouseAxis(label, min, max, false, mostLabels, true);
    }

    /** Create a linear axis that leaves out numbers at its ends, for panels that touch. */
    static HouseAxis inner(String label, double min, double max) {
        check(label, min, max);
        return new HouseAxis(label, min, max, false, 5, false);
    }

    /** Create a logarithmic axis; both ends are positive. */
    public static HouseAxis logarithmic(String label, double min, double max) {
        check(label, min, max);
        Check.argument(min > 0, "a logarithmic axis starts at %s, expected more than 0", min);
        return new HouseAxis(label, min, max, true, 8, true);
    }

    private static void check(String label, double min, double max) {
        Check.finite("lower end of the axis", min);
        Check.finite("upper end of the axis", max);
        Check.argument(min < max, "the axis \"%s\" runs from %s to %s, expected min < max", label, min, max);
    }

    boolean isLogarithmic() {
        return logarithmic;
    }

    Ticks ticks() {
        return logarithmic
                ? Ticks.logarithmic(getLowerBound(), getUpperBound())
                : Ticks.linear(getLowerBound(), getUpperBound(), most);
    }

    /** Return the space that numbers and title need beside the frame, in points. */
    double thickness(RectangleEdge edge) {
        if (edge == RectangleEdge.BOTTOM) {
            return 50;
        }
        double widest = 0;
        for (String label : ticks().labels()) {
            widest = Math.max(widest, number(label).width());
        }
        return Math.max(56, widest + GAP + 32);
    }

    private static RichText number(String label) {
        return RichText.of(label, Font.PLAIN, HouseChart.NUMBER_SIZE);
    }

    @Override
    public AxisSpace reserveSpace(Graphics2D g, Plot plot, Rectangle2D area, RectangleEdge edge, AxisSpace space) {
        space.add(thickness(edge), edge);
        return space;
    }

    @Override
    public AxisState draw(
            Graphics2D g,
            double cursor,
            Rectangle2D area,
            Rectangle2D data,
            RectangleEdge edge,
            PlotRenderingInfo info) {
        g.setPaint(Palette.INK);
        boolean bottom = edge == RectangleEdge.BOTTOM;
        drawNumbers(g, data, edge, bottom);
        RichText title = RichText.of(getLabel(), Font.PLAIN, HouseChart.TITLE_SIZE);
        if (bottom) {
            title.draw(g, data.getMaxX(), data.getMaxY() + 42, 1);
        } else {
            AffineTransform upright = g.getTransform();
            g.translate(area.getMinX() + 18, data.getMinY());
            g.rotate(-Math.PI / 2);
            title.draw(g, 0, 0, 1);
            g.setTransform(upright);
        }
        return new AxisState(cursor);
    }

    private void drawNumbers(Graphics2D g, Rectangle2D data, RectangleEdge edge, boolean bottom) {
        Ticks ticks = ticks();
        List<Double> values = ticks.major();
        for (int i = 0; i < values.size(); i++) {
            double position = valueToJava2D(values.get(i), data, edge);
            RichText number = number(ticks.labels().get(i));
            if (bottom) {
                number.draw(g, position, data.getMaxY() + 19, 0.5);
            } else if (endLabels || insideOf(data, position)) {
                number.draw(g, data.getMinX() - GAP, position + 0.36 * HouseChart.NUMBER_SIZE, 1);
            }
        }
    }

    /** Say whether a number at this height stays clear of the panels above and below. */
    private static boolean insideOf(Rectangle2D data, double position) {
        double room = 0.75 * HouseChart.NUMBER_SIZE;
        return position > data.getMinY() + room && position < data.getMaxY() - room;
    }

    @Override
    public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
        if (!logarithmic) {
            return super.valueToJava2D(value, area, edge);
        }
        double low = StrictMath.log(getLowerBound());
        double high = StrictMath.log(getUpperBound());
        // Zero and below lie far under the frame instead of at minus infinity, which no device can draw.
        double fraction = value > 0 ? Math.max(-2, (StrictMath.log(value) - low) / (high - low)) : -2;
        return RectangleEdge.isTopOrBottom(edge)
                ? area.getMinX() + fraction * area.getWidth()
                : area.getMaxY() - fraction * area.getHeight();
    }

    @Override
    public double java2DToValue(double position, Rectangle2D area, RectangleEdge edge) {
        if (!logarithmic) {
            return super.java2DToValue(position, area, edge);
        }
        double fraction = RectangleEdge.isTopOrBottom(edge)
                ? (position - area.getMinX()) / area.getWidth()
                : (area.getMaxY() - position) / area.getHeight();
        double low = StrictMath.log(getLowerBound());
        return StrictMath.exp(low + fraction * (StrictMath.log(getUpperBound()) - low));
    }
}
