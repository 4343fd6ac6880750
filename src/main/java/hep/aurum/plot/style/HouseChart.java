package hep.aurum.plot.style;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;
import org.jspecify.annotations.Nullable;

/** Build plots in the house style and paint them with their header. */
public final class HouseChart {

    /** Size of the numbers along the axes, in points. */
    public static final double NUMBER_SIZE = 13.5;

    /** Size of the axis titles and of the name above the frame. */
    public static final double TITLE_SIZE = 16;

    /** Size of legends and notes. */
    public static final double LEGEND_SIZE = 13;

    /** Height above the frame for the name and the conditions. */
    public static final double HEADER = 30;

    /** Space at the right of the frame. */
    public static final double RIGHT = 24;

    private static final double AROUND = 20;
    private static final double ABOVE = 8;

    private HouseChart() {}

    /** Create an empty plot: white, no grid, a frame of ink, series drawn in their order. */
    public static XYPlot plot(HouseAxis x, HouseAxis y) {
        XYPlot plot = new XYPlot(new DefaultXYDataset(), x, y, new XYLineAndShapeRenderer(true, false));
        plain(plot);
        plot.addAnnotation(new TickFrame(plot));
        return plot;
    }

    /** Stack two plots without gap above one x axis, the upper three times as high as the lower. */
    public static XYPlot withRatio(HouseAxis x, XYPlot upper, XYPlot lower) {
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(x);
        both.setGap(0);
        both.add(upper, 3);
        both.add(lower, 1);
        both.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return both;
    }

    /** Create a panel below another one, with its own title and without numbers at its ends. */
    public static XYPlot panel(HouseAxis x, String label, double min, double max) {
        return plot(x, HouseAxis.inner(label, min, max, 5));
    }

    private static void plain(XYPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainZeroBaselineVisible(false);
        plot.setRangeZeroBaselineVisible(false);
        plot.setOutlinePaint(Palette.INK);
        plot.setOutlineStroke(stroke(1.2));
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    }

    /** Return a solid stroke with flat ends. */
    public static BasicStroke stroke(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    /** Return a dashed stroke. */
    public static BasicStroke dashed(double width, double... dash) {
        float[] lengths = new float[dash.length];
        for (int i = 0; i < dash.length; i++) {
            lengths[i] = (float) dash[i];
        }
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, lengths, 0);
    }

    /** Paint header and plot on a white page. */
    public static void draw(Graphics2D g, int width, int height, XYPlot plot, FigureLabels labels) {
        page(g, width, height);
        JFreeChart chart = chart(g, plot);
        chart.setBackgroundPaint(Color.WHITE);
        // JFreeChart clips to its area: start above the frame, or its line and a number at its height are cut off.
        plot.setInsets(new RectangleInsets(ABOVE, 0, 0, RIGHT));
        chart.draw(g, new Rectangle2D.Double(0, HEADER - ABOVE, width, height - HEADER - 6 + ABOVE));
        header(g, left(plot), width - RIGHT - thickness(right(plot), RectangleEdge.RIGHT), labels);
    }

    /**
     * Paint a plot with its axes so that its frame is the given rectangle of a page; numbers and titles lie outside.
     *
     * <p>Start the page with {@link #page}, and end it with {@link #header}.
     */
    public static void drawFrame(Graphics2D g, Rectangle2D frame, XYPlot plot) {
        double left = thickness(plot.getRangeAxis(), RectangleEdge.LEFT);
        double below = thickness(plot.getDomainAxis(), RectangleEdge.BOTTOM);
        if (plot.getRangeAxisLocation() == AxisLocation.TOP_OR_RIGHT) {
            left = 0;
        }
        double beside = thickness(right(plot), RectangleEdge.RIGHT);
        double above = plot.getDomainAxisCount() > 1 ? thickness(plot.getDomainAxis(1), RectangleEdge.TOP) : 0;
        // JFreeChart clips to the area: leave room for the frame's line and for numbers at the ends of an axis.
        plot.setInsets(new RectangleInsets(AROUND, AROUND, AROUND, AROUND));
        Rectangle2D area = new Rectangle2D.Double(
                frame.getMinX() - left - AROUND,
                frame.getMinY() - above - AROUND,
                frame.getWidth() + left + beside + 2 * AROUND,
                frame.getHeight() + above + below + 2 * AROUND);
        chart(g, plot).draw(g, area);
    }

    private static JFreeChart chart(Graphics2D g, XYPlot plot) {
        JFreeChart chart = new JFreeChart(null, new Font(Font.SANS_SERIF, Font.PLAIN, 12), plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.getRenderingHints().putAll(g.getRenderingHints());
        return chart;
    }

    /** Start a white page. */
    public static void page(Graphics2D g, int width, int height) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setPaint(Color.WHITE);
        g.fill(new Rectangle2D.Double(0, 0, width, height));
    }

    private static double left(XYPlot plot) {
        if (plot instanceof CombinedDomainXYPlot both) {
            double widest = 0;
            for (Object panel : both.getSubplots()) {
                widest = Math.max(widest, left((XYPlot) panel));
            }
            return widest;
        }
        return thickness(plot.getRangeAxis(), RectangleEdge.LEFT);
    }

    /** Return the axis at the right of the frame: a second one, or the only one put there. */
    private static @Nullable ValueAxis right(XYPlot plot) {
        if (plot.getRangeAxisCount() > 1) {
            return plot.getRangeAxis(1);
        }
        boolean moved = plot.getRangeAxisLocation() == AxisLocation.TOP_OR_RIGHT;
        return moved ? plot.getRangeAxis() : null;
    }

    private static double thickness(@Nullable ValueAxis axis, RectangleEdge edge) {
        return axis instanceof HouseAxis house ? house.thickness(edge) : 0;
    }

    /** Add an axis at the right of the frame. */
    public static void addRight(XYPlot plot, HouseAxis axis) {
        plot.setRangeAxis(1, axis);
        plot.setRangeAxisLocation(1, AxisLocation.TOP_OR_RIGHT);
    }

    /** Add an axis above the frame, with its own scale; datasets follow it by {@code mapDatasetToDomainAxis(i, 1)}. */
    public static void addTop(XYPlot plot, HouseAxis axis) {
        plot.setDomainAxis(1, axis);
        plot.setDomainAxisLocation(1, AxisLocation.TOP_OR_LEFT);
    }

    /** Write the name, the status and the conditions above a frame that reaches from left to right. */
    public static void header(Graphics2D g, double left, double right, FigureLabels labels) {
        g.setPaint(Palette.INK);
        RichText name = RichText.of("Aurum", Font.BOLD, TITLE_SIZE + 2);
        name.draw(g, left, HEADER - 8);
        RichText.of(labels.status(), Font.ITALIC, TITLE_SIZE).draw(g, left + name.width() + 7, HEADER - 8);
        RichText.of(labels.conditions(), Font.PLAIN, TITLE_SIZE - 1).draw(g, right, HEADER - 8, 1);
    }
}
