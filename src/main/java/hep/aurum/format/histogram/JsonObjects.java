package hep.aurum.format.histogram;

import hep.aurum.base.NotSupported;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Cloud;
import hep.aurum.hist.Content;
import hep.aurum.hist.Counter;
import hep.aurum.hist.ErrorSource;
import hep.aurum.hist.Estimate;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.NamedColumns;
import hep.aurum.hist.Points;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turn objects into JSON. */
final class JsonObjects {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonObjects() {}

    static ObjectNode node(AnalysisObject object) {
        Content content = object.content();
        ObjectNode node = NODES.objectNode();
        node.put("path", object.path());
        node.put("type", type(object));
        node.put("title", content.title());
        ObjectNode annotations = node.putObject("annotations");
        object.annotations().forEach(annotations::put);
        Optional<BinnedCells> cells = BinnedCells.of(content);
        if (cells.isPresent()) {
            binned(node, content, cells.get());
        } else if (content instanceof Counter counter) {
            node.put("entries", counter.entries());
            node.put("w", counter.sumW());
            node.put("w2", counter.sumW2());
        } else if (content instanceof Points points) {
            points(node, points);
        } else if (content instanceof Estimate estimate) {
            axes(node, estimate.axes());
            node.set("values", numbers(estimate.cells(), estimate::value));
            sources(node, estimate.sources());
        } else if (content instanceof Cloud cloud) {
            ArrayNode coordinates = node.putArray("coordinates");
            for (int d = 0; d < cloud.dimension(); d++) {
                int coordinate = d;
                coordinates.add(numbers(cloud.size(), i -> cloud.value(i, coordinate)));
            }
            node.set("weights", numbers(cloud.size(), cloud::weight));
        } else if (content instanceof NamedColumns table) {
            ArrayNode columns = node.putArray("columns");
            table.columns().forEach(column -> {
                ObjectNode one = columns.addObject();
                one.put("name", column.name());
                one.put("whole", column.isWhole());
                one.set("values", numbers(column.size(), column::get));
            });
        }
        return node;
    }

    private static String type(AnalysisObject object) {
        Optional<BinnedCells> cells = BinnedCells.of(object.content());
        if (cells.isPresent()) {
            return cells.get().type();
        }
        Content content = object.content();
        if (content instanceof Counter) {
            return "counter";
        }
        if (content instanceof Points) {
            return "points";
        }
        if (content instanceof Estimate) {
            return "estimate";
        }
        if (content instanceof Cloud) {
            return "cloud";
        }
        if (content instanceof NamedColumns) {
            return "columns";
        }
        throw new NotSupported(
                object.path() + " is of the kind " + object.kind() + ", which was not understood",
                "",
                "write the format that it comes from");
    }

    private static void binned(ObjectNode node, Content content, BinnedCells cells) {
        axes(node, cells.axes());
        if (content instanceof Histogram1D h) {
            node.set("data", numbers(h.axis().bins(), h::height));
            node.set("errors", numbers(h.axis().bins(), h::error));
        }
        node.set("entries", numbers(cells.entries().length, i -> cells.entries()[i]));
        ObjectNode sums = node.putObject("sums");
        for (int c = 0; c < cells.names().size(); c++) {
            double[] column = cells.sums()[c];
            sums.set(cells.names().get(c), numbers(column.length, i -> column[i]));
        }
        double[] total = cells.total();
        if (total.length > 0) {
            node.set("total", numbers(total.length, i -> total[i]));
        }
    }

    private static void axes(ObjectNode node, List<Axis> axes) {
        ArrayNode all = node.putArray("axes");
        for (Axis axis : axes) {
            ObjectNode one = all.addObject();
            one.put("name", axis.name());
            one.put("unit", axis.unit());
            one.set("edges", numbers(axis.bins() + 1, axis::edge));
        }
    }

    private static void points(ObjectNode node, Points points) {
        ArrayNode coordinates = node.putArray("coordinates");
        for (int d = 0; d < points.dimension(); d++) {
            int coordinate = d;
            ObjectNode one = coordinates.addObject();
            one.set("values", numbers(points.size(), i -> points.value(i, coordinate)));
            one.set("minus", numbers(points.size(), i -> points.minus(i, coordinate)));
            one.set("plus", numbers(points.size(), i -> points.plus(i, coordinate)));
        }
        sources(node, points.sources());
    }

    private static void sources(ObjectNode node, List<ErrorSource> sources) {
        ArrayNode all = node.putArray("sources");
        for (ErrorSource source : sources) {
            ObjectNode one = all.addObject();
            one.put("name", source.name());
            one.set("down", numbers(source.size(), source::down));
            one.set("up", numbers(source.size(), source::up));
        }
    }

    private static ArrayNode numbers(int size, IntToDoubleFunction value) {
        ArrayNode numbers = NODES.arrayNode(size);
        for (int i = 0; i < size; i++) {
            double x = value.applyAsDouble(i);
            if (Double.isNaN(x)) {
                numbers.addNull();
            } else if (Double.isInfinite(x)) {
                numbers.add(x > 0 ? "inf" : "-inf");
            } else {
                numbers.add(x);
            }
        }
        return numbers;
    }
}
