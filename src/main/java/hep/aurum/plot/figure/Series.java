package hep.aurum.plot.figure;

import java.awt.Color;
import java.awt.Stroke;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Add curves to a plot as JFreeChart series, and their points as obstacles for the legend. */
final class Series {

    private Series() {}

    /** Add a line above everything that the plot has so far. */
    static void line(XYPlot plot, String key, double[][] columns, Color colour, Stroke stroke) {
        DefaultXYDataset dataset = new DefaultXYDataset();
        dataset.addSeries(key, columns);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        // One path for the whole line: dashes then run on across its points.
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, colour);
        renderer.setSeriesStroke(0, stroke);
        int index = plot.getDatasetCount();
        plot.setDataset(index, dataset);
        plot.setRenderer(index, renderer);
    }

    static void line(XYPlot plot, String key, Curve curve, Color colour, Stroke stroke) {
        line(plot, key, curve.columns(), colour, stroke);
    }

    /** Fill the area between two curves above everything that the plot has so far: outer bands come before inner ones. */
    static void area(XYPlot plot, String key, double[] x, double[] low, double[] high, Color colour) {
        YIntervalSeries series = new YIntervalSeries(key);
        for (int i = 0; i < x.length; i++) {
            series.add(x[i], low[i], low[i], high[i]);
        }
        YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
        dataset.addSeries(series);
        DeviationRenderer renderer = new DeviationRenderer(false, false);
        renderer.setAlpha(1);
        renderer.setSeriesFillPaint(0, colour);
        int index = plot.getDatasetCount();
        plot.setDataset(index, dataset);
        plot.setRenderer(index, renderer);
    }

    /** Return a horizontal or vertical line between two points. */
    static double[][] segment(double x0, double y0, double x1, double y1) {
        return new double[][] {{x0, x1}, {y0, y1}};
    }

    /** Return points along a curve, dense enough that no legend fits between two of them unseen. */
    static List<Point2D> obstacles(Curve curve) {
        List<Point2D> points = new ArrayList<>();
        for (int i = 0; i < curve.size(); i++) {
            points.add(new Point2D.Double(curve.x(i), curve.y(i)));
            for (int part = 1; part < 10 && i + 1 < curve.size(); part++) {
                double t = 0.1 * part;
                points.add(new Point2D.Double(
                        (1 - t) * curve.x(i) + t * curve.x(i + 1), (1 - t) * curve.y(i) + t * curve.y(i + 1)));
            }
        }
        return points;
    }
}
