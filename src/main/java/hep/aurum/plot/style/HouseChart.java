package hep.aurum.plot.style;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/** Build plots in the house style and paint them with their header. */
public final class HouseChart {

    /** Size of the numbers along the axes, in points. */
    public static final double NUMBER_SIZE = 13.5;

    /** Size of the axis titles and of the name above the frame. */
    public static final double TITLE_SIZE = 16;

    /** Size of legends and notes. */
    public static final double LEGEND_SIZE = 13;

    private static final double HEADER = 30;
    private static final double RIGHT = 24;
    private static final double OVERHANG = 9;

    private HouseChart() {}

    /** Create an empty plot: white, no grid, a frame of ink, series drawn in their order. */
    public static XYPlot plot(HouseAxis x, HouseAxis y) {
        XYPlot plot = new XYPlot(new DefaultXYDataset(), x, y, new XYLineAndShapeRenderer(true, false));
        plain(plot);
        plot.addAnnotation(new TickFrame());
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
        return plot(x, HouseAxis.inner(label, min, max));
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
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setPaint(Color.WHITE);
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        JFreeChart chart = new JFreeChart(null, new Font(Font.SANS_SERIF, Font.PLAIN, 12), plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.getRenderingHints().putAll(g.getRenderingHints());
        // JFreeChart clips to its area: start above the frame, or a number at its upper end is cut in half.
        plot.setInsets(new RectangleInsets(OVERHANG, 0, 0, RIGHT));
        chart.draw(g, new Rectangle2D.Double(0, HEADER - OVERHANG, width, height - HEADER - 6 + OVERHANG));
        header(g, left(plot), width - RIGHT, labels);
    }

    private static double left(XYPlot plot) {
        if (plot instanceof CombinedDomainXYPlot both) {
            double widest = 0;
            for (Object panel : both.getSubplots()) {
                widest = Math.max(widest, left((XYPlot) panel));
            }
            return widest;
        }
        ValueAxis axis = plot.getRangeAxis();
        return axis instanceof HouseAxis house ? house.thickness(RectangleEdge.LEFT) : 0;
    }

    private static void header(Graphics2D g, double left, double right, FigureLabels labels) {
        g.setPaint(Palette.INK);
        RichText name = RichText.of("Aurum", Font.BOLD, TITLE_SIZE + 2);
        name.draw(g, left, HEADER - 8);
        RichText.of(labels.status(), Font.ITALIC, TITLE_SIZE).draw(g, left + name.width() + 7, HEADER - 8);
        RichText.of(labels.conditions(), Font.PLAIN, TITLE_SIZE - 1).draw(g, right, HEADER - 8, 1);
    }
}
