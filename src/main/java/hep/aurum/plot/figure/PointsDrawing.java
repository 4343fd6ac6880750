package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.Layer;
import hep.aurum.plot.style.LegendEntry;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Draw points with errors in both coordinates, joined by a line or not. */
final class PointsDrawing extends Drawing {

    private final hep.aurum.hist.Points points;

    PointsDrawing(hep.aurum.hist.Points points, DrawStyle style) {
        super(points.title(), style);
        Check.argument(points.dimension() == 2, "points of dimension %d cannot be drawn", points.dimension());
        this.points = points;
    }

    private double end(int i, int d, int sign) {
        double error = sign < 0 ? points.minus(i, d) : points.plus(i, d);
        return points.value(i, d) + (style().errors() && Double.isFinite(error) ? sign * error : 0);
    }

    private boolean isShown(int i) {
        return Double.isFinite(points.value(i, 0)) && Double.isFinite(points.value(i, 1));
    }

    @Override
    void addX(Extent x) {
        for (int i = 0; i < points.size(); i++) {
            x.add(end(i, 0, -1)).add(points.value(i, 0)).add(end(i, 0, 1));
        }
    }

    @Override
    void addY(Extent y, Window window) {
        for (int i = 0; i < points.size(); i++) {
            if (window.contains(points.value(i, 0))) {
                y.add(end(i, 1, -1)).add(points.value(i, 1)).add(end(i, 1, 1));
            }
        }
    }

    @Override
    Layer layer(Color colour, Window window) {
        return new Layer() {
            @Override
            protected void draw(Graphics2D g, Area area) {
                g.setPaint(colour);
                if (style().hasLine()) {
                    g.setStroke(style().stroke());
                    g.draw(line(area));
                }
                g.setStroke(HouseChart.stroke(1.1));
                for (int i = 0; i < points.size(); i++) {
                    if (isShown(i)) {
                        point(g, area, colour, i);
                    }
                }
            }
        };
    }

    private boolean hasBars() {
        return IntStream.range(0, points.size()).anyMatch(i -> end(i, 1, 1) > end(i, 1, -1));
    }

    private void point(Graphics2D g, Layer.Area area, Color colour, int i) {
        double x = area.x(points.value(i, 0));
        double y = area.y(points.value(i, 1));
        g.setPaint(colour);
        g.setStroke(HouseChart.stroke(1.1));
        if (end(i, 0, 1) > end(i, 0, -1)) {
            g.draw(new Line2D.Double(area.x(end(i, 0, -1)), y, area.x(end(i, 0, 1)), y));
        }
        if (end(i, 1, 1) > end(i, 1, -1)) {
            g.draw(new Line2D.Double(x, area.y(end(i, 1, -1)), x, area.y(end(i, 1, 1))));
        }
        if (style().hasSymbols()) {
            PointSymbol.draw(g, style().symbol(), x, y, style().size(), colour);
        }
    }

    private Path2D line(Layer.Area area) {
        Path2D path = new Path2D.Double();
        boolean joined = false;
        for (int i = 0; i < points.size(); i++) {
            double x = area.x(points.value(i, 0));
            double y = area.y(points.value(i, 1));
            if (isShown(i) && joined) {
                path.lineTo(x, y);
            } else if (isShown(i)) {
                path.moveTo(x, y);
            }
            joined = isShown(i);
        }
        return path;
    }

    @Override
    Optional<LegendEntry> entry(Color colour) {
        if (name().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                style().hasSymbols()
                        ? new SymbolEntry(name(), style().withErrors(hasBars()), colour)
                        : new LegendEntry.Line(name(), colour, style().stroke()));
    }

    @Override
    List<Point2D> obstacles(Window window) {
        List<Point2D> places = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (isShown(i)) {
                for (int part = 0; part <= 4; part++) {
                    double t = 0.25 * part;
                    places.add(new Point2D.Double(points.value(i, 0), (1 - t) * end(i, 1, -1) + t * end(i, 1, 1)));
                }
            }
        }
        return places;
    }

    @Override
    Map<String, Object> data(Window window) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("title", name());
        data.put("x", column(0, 0));
        data.put("y", column(1, 0));
        data.put("x_minus", column(0, -1));
        data.put("x_plus", column(0, 1));
        data.put("y_minus", column(1, -1));
        data.put("y_plus", column(1, 1));
        return data;
    }

    private List<Double> column(int d, int sign) {
        List<Double> column = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            column.add(sign == 0 ? points.value(i, d) : sign < 0 ? points.minus(i, d) : points.plus(i, d));
        }
        return column;
    }
}
