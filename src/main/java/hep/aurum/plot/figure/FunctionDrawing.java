package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.plot.style.Layer;
import hep.aurum.plot.style.LegendEntry;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** Draw a function over its own interval, or over the whole frame. */
final class FunctionDrawing extends Drawing {

    private static final int MOST_PLACES = 100_000;

    private final DoubleUnaryOperator f;
    private final double from;
    private final double to;
    private final int count;

    FunctionDrawing(String name, DoubleUnaryOperator f, double from, double to, int count, DrawStyle style) {
        super(name, style);
        Check.argument(from < to, "the function %s is drawn from %s to %s, expected from < to", name, from, to);
        Check.argument(count >= 2 && count <= MOST_PLACES, "a function is drawn at %d places", count);
        this.f = f;
        this.from = from;
        this.to = to;
        this.count = count;
    }

    private double[] places(Window window) {
        double first = Math.max(from, window.from());
        double last = Math.min(to, window.to());
        return first < last ? window.places(first, last, count) : new double[0];
    }

    @Override
    void addX(Extent x) {
        x.add(from).add(to);
    }

    @Override
    void addY(Extent y, Window window) {
        y.addAll(f, places(window));
    }

    @Override
    Layer layer(Color colour, Window window) {
        return new Layer() {
            @Override
            protected void draw(Graphics2D g, Area area) {
                double[] x = places(window);
                Path2D line = path(area, x, false);
                style().fill().ifPresent(inside -> {
                    g.setPaint(inside.color());
                    g.fill(path(area, x, true));
                });
                g.setPaint(colour);
                g.setStroke(style().stroke());
                g.draw(line);
            }
        };
    }

    /** Return the pieces where the function is finite, each closed along zero if the area under it is meant. */
    private Path2D path(Layer.Area area, double[] places, boolean closed) {
        Path2D path = new Path2D.Double();
        boolean joined = false;
        double last = 0;
        for (double place : places) {
            double value = f.applyAsDouble(place);
            double x = area.x(place);
            if (!Double.isFinite(value)) {
                joined = joined && end(path, area, last, closed);
                continue;
            }
            double y = nearFrame(area, area.y(value));
            if (!joined) {
                path.moveTo(x, closed ? area.y(0) : y);
            }
            if (joined || closed) {
                path.lineTo(x, y);
            }
            joined = true;
            last = x;
        }
        if (joined) {
            end(path, area, last, closed);
        }
        return path;
    }

    private static boolean end(Path2D path, Layer.Area area, double x, boolean closed) {
        if (closed) {
            path.lineTo(x, area.y(0));
            path.closePath();
        }
        return false;
    }

    /** Keep far values at a distance that every device can draw; the frame cuts them off. */
    private static double nearFrame(Layer.Area area, double y) {
        double height = area.frame().getHeight();
        return Math.max(
                area.frame().getMinY() - 3 * height, Math.min(area.frame().getMaxY() + 3 * height, y));
    }

    @Override
    Optional<LegendEntry> entry(Color colour) {
        return name().isEmpty()
                ? Optional.empty()
                : Optional.of(new LegendEntry.Line(name(), colour, style().stroke()));
    }

    @Override
    List<Point2D> obstacles(Window window) {
        List<Point2D> points = new ArrayList<>();
        for (double x : places(window)) {
            points.add(new Point2D.Double(x, f.applyAsDouble(x)));
        }
        return points;
    }

    @Override
    Map<String, Object> data(Window window) {
        double[] x = places(window);
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = f.applyAsDouble(x[i]);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("title", name());
        data.put("x", Curve.list(x));
        data.put("y", Curve.list(y));
        return data;
    }
}
