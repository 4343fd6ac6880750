package hep.aurum.plot.style;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Explain one element of a figure. */
public interface LegendEntry {

    /** Width of the sample beside the text, in points. */
    double SAMPLE = 28;

    /** Return the text, which may hold scripts. */
    String text();

    /** Draw the sample at the left of the text; (x, y) is the middle of its left end. */
    void drawSample(Graphics2D g, double x, double y);

    /** Explain a line. */
    record Line(String text, Color colour, BasicStroke stroke) implements LegendEntry {

        @Override
        public void drawSample(Graphics2D g, double x, double y) {
            g.setPaint(colour);
            g.setStroke(stroke);
            g.draw(new Line2D.Double(x, y, x + SAMPLE, y));
        }
    }

    /** Explain a line through points. */
    record PointedLine(String text, Color colour, BasicStroke stroke) implements LegendEntry {

        @Override
        public void drawSample(Graphics2D g, double x, double y) {
            new Line(text, colour, stroke).drawSample(g, x, y);
            g.fill(new Ellipse2D.Double(x + SAMPLE / 2 - 3, y - 3, 6, 6));
        }
    }

    /** Explain a filled area. */
    record Box(String text, Color colour) implements LegendEntry {

        @Override
        public void drawSample(Graphics2D g, double x, double y) {
            Rectangle2D box = new Rectangle2D.Double(x + 3, y - 5.5, SAMPLE - 6, 11);
            g.setPaint(colour);
            g.fill(box);
            g.setPaint(Palette.INK);
            g.setStroke(HouseChart.stroke(0.6));
            g.draw(box);
        }
    }

    /** Explain an outline. */
    record Outline(String text, Color colour) implements LegendEntry {

        @Override
        public void drawSample(Graphics2D g, double x, double y) {
            g.setPaint(colour);
            g.setStroke(HouseChart.stroke(1.4));
            g.draw(new Rectangle2D.Double(x + 3, y - 5.5, SAMPLE - 6, 11));
        }
    }

    /** Explain a point with a horizontal error bar. */
    record AcrossPoint(String text) implements LegendEntry {

        @Override
        public void drawSample(Graphics2D g, double x, double y) {
            g.setPaint(Palette.INK);
            g.setStroke(HouseChart.stroke(1.4));
            g.draw(new Line2D.Double(x + 2, y, x + SAMPLE - 2, y));
            g.fill(new Ellipse2D.Double(x + SAMPLE / 2 - 3, y - 3, 6, 6));
        }
    }

    /** Explain a hatched band. */
    record Band(String text) implements LegendEntry {

        @Override
        public void drawSample(Graphics2D g, double x, double y) {
            g.setPaint(Palette.FAINT);
            g.setStroke(HouseChart.stroke(0.8));
            Hatch.fill(g, x + 3, y - 5.5, x + SAMPLE - 3, y + 5.5);
        }
    }

    /** Explain data points with error bars. */
    record Points(String text) implements LegendEntry {

        @Override
        public void drawSample(Graphics2D g, double x, double y) {
            double middle = x + SAMPLE / 2;
            g.setPaint(Palette.INK);
            g.setStroke(HouseChart.stroke(1.3));
            g.draw(new Line2D.Double(middle, y - 8, middle, y + 8));
            g.fill(new Ellipse2D.Double(middle - 3.2, y - 3.2, 6.4, 6.4));
        }
    }

    /** Explain a single marker. */
    record Mark(String text, Color colour, Marker marker) implements LegendEntry {

        @Override
        public void drawSample(Graphics2D g, double x, double y) {
            marker.draw(g, x + SAMPLE / 2, y, colour);
        }
    }
}
