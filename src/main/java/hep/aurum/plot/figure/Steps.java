package hep.aurum.plot.figure;

import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.plot.style.FigureLabels;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turn histograms into step lines, labels and numbers. */
final class Steps {

    private Steps() {}

    /** Return the outline of heights: two points for each bin. */
    static double[][] outline(Axis axis, double[] heights) {
        double[][] columns = new double[2][2 * heights.length];
        for (int i = 0; i < heights.length; i++) {
            columns[0][2 * i] = axis.edge(i);
            columns[0][2 * i + 1] = axis.edge(i + 1);
            columns[1][2 * i] = heights[i];
            columns[1][2 * i + 1] = heights[i];
        }
        return columns;
    }

    /** Return points over the width of every bin, so that a legend sees them. */
    static List<Point2D> obstacles(Axis axis, double[] heights) {
        List<Point2D> points = new ArrayList<>();
        for (int i = 0; i < heights.length; i++) {
            for (int part = 0; part <= 4; part++) {
                points.add(new Point2D.Double(axis.edge(i) + 0.25 * part * axis.width(i), heights[i]));
            }
        }
        return points;
    }

    /** Return the title of the y axis: {@code Events / 20 GeV}, or {@code Events / bin} where widths differ or have no unit. */
    static String perBin(String what, Axis axis) {
        if (!axis.isUniform() || axis.unit().isEmpty()) {
            return what + " / bin";
        }
        String width = String.format(Locale.ROOT, "%.3g", axis.width(0));
        String plain = width.contains("e")
                ? Double.toString(Double.parseDouble(width))
                : width.contains(".") ? width.replaceFirst("\\.?0+$", "") : width;
        return what + " / " + plain + " " + axis.unit();
    }

    /** Return the numbers of a histogram. */
    static Map<String, Object> numbers(Histogram1D h) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("title", h.title());
        numbers.put("heights", Curve.list(h.heights()));
        numbers.put("errors", Curve.list(h.errors()));
        numbers.put("underflow", h.height(-1));
        numbers.put("overflow", h.height(h.axis().bins()));
        return numbers;
    }

    /** Return edges and label of an axis. */
    static Map<String, Object> numbers(Axis axis) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("name", axis.name());
        numbers.put("unit", axis.unit());
        numbers.put("edges", Curve.list(axis.edges()));
        return numbers;
    }

    /** Return the labels with one note more. */
    static List<String> notes(FigureLabels labels, List<String> more) {
        List<String> notes = new ArrayList<>(labels.notes());
        notes.addAll(more);
        return notes;
    }
}
