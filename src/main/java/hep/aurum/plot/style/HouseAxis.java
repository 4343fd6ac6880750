package hep.aurum.plot.style;

import hep.aurum.base.Check;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;

/**
 * Draw the numbers and the title of an axis on any side: x title flush right, y title flush with the top.
 *
 * <p>The range is fixed at construction. The ticks themselves belong to {@link TickFrame}, which draws them above the
 * data on all four sides.
 */
public final class HouseAxis extends NumberAxis {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final double GAP = 7;
    private static final double TITLE_BAND = 32;
    private static final double LONGEST_NAME = 300;

    private final boolean logarithmic;
    private final int most;
    private final boolean endLabels;

    /** The largest value that may have a tick. */
    private final double largest;

    /** Labels at places of their own instead of numbers at ticks. */
    private final @Nullable Ticks names;

    private HouseAxis(
            String label,
            double min,
            double max,
            boolean logarithmic,
            double largest,
            int most,
            boolean endLabels,
            @Nullable Ticks names) {
        super(label);
        this.largest = largest;
        this.logarithmic = logarithmic;
        this.most = most;
        this.endLabels = endLabels;
        this.names = names;
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
        return new HouseAxis(label, min, max, false, Double.MAX_VALUE, mostLabels, true, null);
    }

    /** Create a linear axis that leaves out numbers at its ends, for panels that touch. */
    public static HouseAxis inner(String label, double min, double max, int mostLabels) {
        check(label, min, max);
        return new HouseAxis(label, min, max, false, Double.MAX_VALUE, mostLabels, false, null);
    }

    /** Create an axis like {@link #inner} with as many numbers, up to five steps, as stand beside one another in a length. */
    public static HouseAxis fitting(String label, double min, double max, double length) {
        int most = 5;
        HouseAxis axis = inner(label, min, max, most);
        while (most > 1 && axis.crowds(length)) {
            most--;
            axis = inner(label, min, max, most);
        }
        return axis;
    }

    /** Say whether numbers would touch if the axis had a length. */
    private boolean crowds(double length) {
        List<Double> values = labels().major();
        if (values.size() < 2) {
            return false;
        }
        double apart = (values.get(1) - values.get(0)) / (getUpperBound() - getLowerBound()) * length;
        return widest() + 5 > apart;
    }

    /** Create a logarithmic axis; both ends are positive. */
    public static HouseAxis logarithmic(String label, double min, double max) {
        check(label, min, max);
        Check.argument(min > 0, "a logarithmic axis starts at %s, expected more than 0", min);
        return new HouseAxis(label, min, max, true, Double.MAX_VALUE, 8, true, null);
    }

    /**
     * Create an axis from 0 to the number of names, with name {@code i} in the middle of its unit, and no ticks.
     *
     * <p>Names wider than 300 points lose their middle. Below a frame they stand upright; beside it they run from the top.
     */
    public static HouseAxis names(List<String> names, boolean fromTheTop) {
        List<Double> middles = new ArrayList<>();
        List<String> shortened = new ArrayList<>();
        for (String name : names) {
            middles.add(middles.size() + 0.5);
            shortened.add(shortened(name));
        }
        Ticks labels = new Ticks(middles, shortened, List.of());
        HouseAxis axis = new HouseAxis("", 0, Math.max(1, names.size()), false, 0, 1, true, labels);
        axis.setInverted(fromTheTop);
        return axis;
    }

    /** Create an axis with the range and scale of another one that has words at some values instead of numbers. */
    public static HouseAxis marks(HouseAxis other, List<Double> values, List<String> words) {
        Ticks labels = new Ticks(List.copyOf(values), List.copyOf(words), List.of());
        double min = other.getLowerBound();
        return new HouseAxis("", min, other.getUpperBound(), other.logarithmic, 0, 1, true, labels);
    }

    /** Create an axis with the range, scale and ticks of another one that says nothing, for the inside of a page. */
    public static HouseAxis silent(HouseAxis other) {
        HouseAxis axis = new HouseAxis(
                "",
                other.getLowerBound(),
                other.getUpperBound(),
                other.logarithmic,
                other.largest,
                other.most,
                true,
                other.names);
        axis.setTickLabelsVisible(false);
        return axis;
    }

    /** Return this axis without ticks above a value, where there is room for the legend alone. */
    public HouseAxis withTicksUpTo(double value) {
        // A tick at the value itself may be off by a rounding.
        double end = value + 1e-9 * Math.abs(value);
        return new HouseAxis(getLabel(), getLowerBound(), getUpperBound(), logarithmic, end, most, endLabels, names);
    }

    private static void check(String label, double min, double max) {
        Check.finite("lower end of the axis", min);
        Check.finite("upper end of the axis", max);
        Check.argument(min < max, "the axis \"%s\" runs from %s to %s, expected min < max", label, min, max);
    }

    boolean isLogarithmic() {
        return logarithmic;
    }

    private static String shortened(String name) {
        if (number(name).width() <= LONGEST_NAME) {
            return name;
        }
        String plain = RichText.plain(name);
        int kept = Math.min(plain.length() - 1, 400);
        while (kept > 2 && number(middleCut(plain, kept)).width() > LONGEST_NAME) {
            kept--;
        }
        return middleCut(plain, kept);
    }

    private static String middleCut(String text, int kept) {
        int head = (kept + 1) / 2;
        return text.substring(0, head) + "…" + text.substring(text.length() - (kept - head));
    }

    /** Return the ticks of the frame; names have none. */
    Ticks ticks() {
        if (names != null) {
            return Ticks.NONE;
        }
        return logarithmic
                ? Ticks.logarithmic(getLowerBound(), getUpperBound()).upTo(largest)
                : Ticks.linear(getLowerBound(), getUpperBound(), most).upTo(largest);
    }

    private Ticks labels() {
        return names != null ? names : ticks();
    }

    /** Return the space that numbers and title need beside the frame, in points. */
    public double thickness(RectangleEdge edge) {
        if (!isTickLabelsVisible()) {
            return 0;
        }
        double title = getLabel().isEmpty() ? 0 : TITLE_BAND;
        if (names != null && edge != RectangleEdge.TOP) {
            return widest() + 2 * GAP + title;
        }
        if (RectangleEdge.isTopOrBottom(edge)) {
            return 50;
        }
        return edge == RectangleEdge.LEFT ? Math.max(56, widest() + GAP + TITLE_BAND) : widest() + 2 * GAP + title;
    }

    private double widest() {
        double widest = 0;
        for (String label : labels().labels()) {
            widest = Math.max(widest, number(label).width());
        }
        return widest;
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
        if (isTickLabelsVisible()) {
            g.setPaint(Palette.INK);
            drawNumbers(g, data, edge);
            drawTitle(g, data, edge);
        }
        return new AxisState(cursor);
    }

    private void drawTitle(Graphics2D g, Rectangle2D data, RectangleEdge edge) {
        RichText title = RichText.of(getLabel(), Font.PLAIN, HouseChart.TITLE_SIZE);
        if (edge == RectangleEdge.BOTTOM) {
            title.draw(g, data.getMaxX(), data.getMaxY() + 42, 1);
        } else if (edge == RectangleEdge.TOP) {
            title.draw(g, data.getMaxX(), data.getMinY() - 30, 1);
        } else {
            boolean left = edge == RectangleEdge.LEFT;
            double x = left ? data.getMinX() - thickness(edge) + 18 : data.getMaxX() + thickness(edge) - 8;
            upright(g, title, x, data.getMinY(), 1);
        }
    }

    private void drawNumbers(Graphics2D g, Rectangle2D data, RectangleEdge edge) {
        Ticks ticks = labels();
        List<Double> values = ticks.major();
        double drop = 0.36 * HouseChart.NUMBER_SIZE;
        for (int i = 0; i < values.size(); i++) {
            double position = valueToJava2D(values.get(i), data, edge);
            RichText number = number(ticks.labels().get(i));
            if (RectangleEdge.isTopOrBottom(edge)) {
                if (names != null && edge == RectangleEdge.BOTTOM) {
                    upright(g, number, position + drop, data.getMaxY() + GAP, 1);
                } else if (endLabels || inside(position, data.getMinX(), data.getMaxX(), 0.5 * number.width())) {
                    number.draw(g, position, edge == RectangleEdge.TOP ? data.getMinY() - 8 : data.getMaxY() + 19, 0.5);
                }
            } else if (endLabels || inside(position, data.getMinY(), data.getMaxY(), 0.75 * HouseChart.NUMBER_SIZE)) {
                boolean left = edge == RectangleEdge.LEFT;
                number.draw(g, left ? data.getMinX() - GAP : data.getMaxX() + GAP, position + drop, left ? 1 : 0);
            }
        }
    }

    /** Draw a text that is read from below, a fraction of it below y. */
    private static void upright(Graphics2D g, RichText text, double x, double y, double below) {
        AffineTransform level = g.getTransform();
        g.translate(x, y);
        g.rotate(-Math.PI / 2);
        text.draw(g, 0, 0, below);
        g.setTransform(level);
    }

    /** Say whether a number at this place stays clear of the panels beside it. */
    private static boolean inside(double position, double from, double to, double room) {
        return position > from + room && position < to - room;
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
