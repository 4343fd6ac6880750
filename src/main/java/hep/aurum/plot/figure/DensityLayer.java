package hep.aurum.plot.figure;

import hep.aurum.hist.Histogram2D;
import hep.aurum.plot.style.Layer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Paint the cells of a histogram from pale to dark blue by the logarithm of their height; empty cells stay white. */
final class DensityLayer extends Layer {

    static final Color PALE = new Color(0xd9e6fe);
    static final Color DARK = new Color(0x173a82);

    private final Histogram2D histogram;

    DensityLayer(Histogram2D histogram) {
        this.histogram = histogram;
    }

    @Override
    protected void draw(Graphics2D g, Area area) {
        double max = 0;
        double min = Double.MAX_VALUE;
        for (int j = 0; j < histogram.yAxis().bins(); j++) {
            for (int i = 0; i < histogram.xAxis().bins(); i++) {
                double h = histogram.height(i, j);
                max = Math.max(max, h);
                min = h > 0 ? Math.min(min, h) : min;
            }
        }
        for (int j = 0; j < histogram.yAxis().bins(); j++) {
            for (int i = 0; i < histogram.xAxis().bins(); i++) {
                double h = histogram.height(i, j);
                if (h > 0) {
                    double span = max > min ? StrictMath.log(max / min) : 1;
                    g.setPaint(shade(StrictMath.log(h / min) / span));
                    g.fill(cell(area, i, j));
                }
            }
        }
    }

    static Color shade(double t) {
        return new Color(
                mix(PALE.getRed(), DARK.getRed(), t),
                mix(PALE.getGreen(), DARK.getGreen(), t),
                mix(PALE.getBlue(), DARK.getBlue(), t));
    }

    private static int mix(int a, int b, double t) {
        return (int) Math.round((1 - t) * a + t * b);
    }

    private Rectangle2D cell(Area area, int i, int j) {
        double x0 = area.x(histogram.xAxis().edge(i));
        double x1 = area.x(histogram.xAxis().edge(i + 1));
        double y0 = area.y(histogram.yAxis().edge(j));
        double y1 = area.y(histogram.yAxis().edge(j + 1));
        // A hair wider than the cell, or white seams show between neighbours.
        return new Rectangle2D.Double(x0, y1, x1 - x0 + 0.3, y0 - y1 + 0.3);
    }
}
