package hep.aurum.plot.figure;

import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram2D;
import hep.aurum.plot.style.Layer;
import hep.aurum.plot.style.LegendEntry;
import java.awt.Color;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draw a histogram of two variables as shaded cells. */
final class DensityDrawing extends Drawing {

    private final Histogram2D histogram;

    DensityDrawing(Histogram2D histogram) {
        super(histogram.title(), DrawStyle.steps());
        this.histogram = histogram;
    }

    private static void addEdges(Extent extent, Axis axis) {
        for (int i = 0; i <= axis.bins(); i++) {
            extent.add(axis.edge(i));
        }
    }

    @Override
    void addX(Extent x) {
        addEdges(x, histogram.xAxis());
    }

    @Override
    void addY(Extent y, Window window) {
        addEdges(y, histogram.yAxis());
    }

    @Override
    boolean fillsFrame() {
        return true;
    }

    @Override
    Layer layer(Color colour, Window window) {
        return new DensityLayer(histogram);
    }

    @Override
    Optional<LegendEntry> entry(Color colour) {
        return Optional.empty();
    }

    @Override
    List<Point2D> obstacles(Window window) {
        return List.of();
    }

    @Override
    Map<String, Object> data(Window window) {
        List<List<Double>> heights = new ArrayList<>();
        for (int i = 0; i < histogram.xAxis().bins(); i++) {
            List<Double> column = new ArrayList<>();
            for (int j = 0; j < histogram.yAxis().bins(); j++) {
                column.add(histogram.height(i, j));
            }
            heights.add(column);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("title", name());
        data.put("x", Steps.numbers(histogram.xAxis()));
        data.put("y", Steps.numbers(histogram.yAxis()));
        data.put("heights", heights);
        return data;
    }
}
