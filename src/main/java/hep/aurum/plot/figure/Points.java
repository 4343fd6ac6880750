package hep.aurum.plot.figure;

import hep.aurum.plot.style.HouseChart;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Collect points with error bars and add them to a plot as one JFreeChart series. */
final class Points {

    private final XYIntervalSeries series = new XYIntervalSeries("points");

    /** Return the points of a curve, without error bars. */
    static Points at(Curve curve) {
        Points points = new Points();
        for (int i = 0; i < curve.size(); i++) {
            points.add(curve.x(i), curve.y(i), curve.y(i), curve.y(i));
        }
        return points;
    }

    /** Add a point with the ends of its error bar. */
    void add(double x, double y, double low, double high) {
        series.add(x, x, x, y, low, high);
    }

    /** Add a point with the ends of a horizontal error bar. */
    void addAcross(double x, double low, double high, double y) {
        series.add(x, low, high, y, y, y);
    }

    /** Draw discs of a size in points with bars of a width; a size of 0 leaves the bars alone. */
    void addTo(XYPlot plot, Color colour, double size, double width) {
        XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
        dataset.addSeries(series);
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(true);
        renderer.setCapLength(0);
        renderer.setErrorPaint(colour);
        renderer.setErrorStroke(HouseChart.stroke(width));
        renderer.setSeriesPaint(0, colour);
        renderer.setSeriesShape(0, new Ellipse2D.Double(-size / 2, -size / 2, size, size));
        renderer.setSeriesShapesVisible(0, size > 0);
        int index = plot.getDatasetCount();
        plot.setDataset(index, dataset);
        plot.setRenderer(index, renderer);
    }
}
