package hep.aurum.plot.figure;

import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.Layer;
import hep.aurum.plot.style.LegendEntry;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draw a histogram: an outline with a filled inside, or points, with error bars. */
final class HistogramDrawing extends Drawing {

    private final Histogram1D histogram;

    HistogramDrawing(Histogram1D histogram, DrawStyle style) {
        super(histogram.title(), style);
        this.histogram = histogram;
    }

    private Axis axis() {
        return histogram.axis();
    }

    private double low(int i) {
        return histogram.height(i) - (style().errors() ? histogram.error(i) : 0);
    }

    private double high(int i) {
        return histogram.height(i) + (style().errors() ? histogram.error(i) : 0);
    }

    @Override
    void addX(Extent x) {
        for (int i = 0; i <= axis().bins(); i++) {
            x.add(axis().edge(i));
        }
    }

    @Override
    void addY(Extent y, Window window) {
        for (int i = 0; i < axis().bins(); i++) {
            if (axis().edge(i + 1) > window.from() && axis().edge(i) < window.to()) {
                y.add(histogram.height(i)).add(high(i));
                // An error that reaches zero must not stretch a logarithmic axis down to nothing.
                y.add(low(i) < 0 && histogram.height(i) >= 0 ? 0 : low(i));
            }
        }
    }

    @Override
    boolean standsOnZero() {
        return true;
    }

    @Override
    boolean fillsFrame() {
        return true;
    }

    @Override
    Layer layer(Color colour, Window window) {
        return new Layer() {
            @Override
            protected void draw(Graphics2D g, Area area) {
                if (style().form() == DrawStyle.Form.STEPS) {
                    style().fill().ifPresent(inside -> {
                        g.setPaint(inside.color());
                        g.fill(outline(area, true));
                    });
                    g.setPaint(colour);
                    g.setStroke(style().stroke());
                    g.draw(outline(area, style().fill().isPresent()));
                }
                bars(g, area, colour);
                if (style().hasLine()) {
                    g.setStroke(style().stroke());
                    g.draw(centres(area));
                }
                for (int i = 0; i < axis().bins() && style().hasSymbols(); i++) {
                    double x = area.x(axis().center(i));
                    PointSymbol.draw(g, style().symbol(), x, area.y(histogram.height(i)), style().size(), colour);
                }
            }
        };
    }

    private void bars(Graphics2D g, Layer.Area area, Color colour) {
        g.setPaint(colour);
        g.setStroke(HouseChart.stroke(1.1));
        for (int i = 0; i < axis().bins() && style().errors(); i++) {
            if (high(i) > low(i)) {
                double x = area.x(axis().center(i));
                g.draw(new Line2D.Double(x, area.y(low(i)), x, area.y(high(i))));
            }
        }
    }

    /** Return the outline of the bins, closed along zero for what is filled. */
    private Path2D outline(Layer.Area area, boolean closed) {
        Path2D path = new Path2D.Double();
        int bins = axis().bins();
        path.moveTo(area.x(axis().min()), area.y(closed ? 0 : histogram.height(0)));
        for (int i = 0; i < bins; i++) {
            double y = area.y(histogram.height(i));
            path.lineTo(area.x(axis().edge(i)), y);
            path.lineTo(area.x(axis().edge(i + 1)), y);
        }
        if (closed) {
            path.lineTo(area.x(axis().max()), area.y(0));
        }
        return path;
    }

    private Path2D centres(Layer.Area area) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < axis().bins(); i++) {
            double x = area.x(axis().center(i));
            double y = area.y(histogram.height(i));
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }

    @Override
    Optional<LegendEntry> entry(Color colour) {
        if (name().isEmpty()) {
            return Optional.empty();
        }
        if (style().hasSymbols()) {
            return Optional.of(new SymbolEntry(name(), style(), colour));
        }
        return Optional.of(style().fill()
                .<LegendEntry>map(inside -> new LegendEntry.Box(name(), inside.color()))
                .orElseGet(() -> new LegendEntry.Line(name(), colour, style().stroke())));
    }

    @Override
    List<Point2D> obstacles(Window window) {
        return Steps.obstacles(axis(), histogram.heights());
    }

    @Override
    Map<String, Object> data(Window window) {
        Map<String, Object> data = Steps.numbers(histogram);
        data.put("axis", Steps.numbers(axis()));
        return data;
    }
}
