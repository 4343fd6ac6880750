package hep.aurum.format.histogram;

import hep.aurum.base.BadInput;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Cloud;
import hep.aurum.hist.Content;
import hep.aurum.hist.Counter;
import hep.aurum.hist.ErrorSource;
import hep.aurum.hist.Estimate;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.NamedColumns;
import hep.aurum.hist.NamedColumns.Column;
import hep.aurum.hist.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turn JSON into objects. */
final class JsonNodes {

    private final JsonNode node;
    private final String where;

    private JsonNodes(JsonNode node, String where) {
        this.node = node;
        this.where = where;
    }

    static AnalysisObject object(JsonNode node, String where) {
        return new JsonNodes(node, where).read();
    }

    private AnalysisObject read() {
        Map<String, String> annotations = new LinkedHashMap<>();
        if (node.has("annotations")) {
            get(node, "annotations").forEachEntry((key, value) -> annotations.put(key, value.asString("")));
        }
        try {
            return new AnalysisObject(text(node, "path"), content(), annotations);
        } catch (IllegalArgumentException e) {
            throw bad(String.valueOf(e.getMessage()));
        }
    }

    private Content content() {
        String title = node.has("title") ? text(node, "title") : "";
        String type = text(node, "type");
        return switch (type) {
            case BinnedCells.HISTOGRAM_1D, BinnedCells.HISTOGRAM_2D, BinnedCells.PROFILE_1D, BinnedCells.PROFILE_2D ->
                binned(type, title);
            case "counter" ->
                new Counter(title, number(get(node, "entries")), number(get(node, "w")), number(get(node, "w2")));
            case "points" -> points(title);
            case "estimate" -> Estimate.of(title, axes(), numbers(node, "values"), sources());
            case "cloud" -> cloud(title);
            case "columns" -> columns(title);
            default -> throw bad("type \"" + type + "\" is not known");
        };
    }

    private Content binned(String type, String title) {
        List<Axis> axes = axes();
        int expected = BinnedCells.dimension(type);
        if (axes.size() != expected) {
            throw bad("there are " + axes.size() + " axes, expected " + expected);
        }
        if (!node.has("sums") && type.equals(BinnedCells.HISTOGRAM_1D)) {
            double[] data = numbers(node, "data");
            double[] errors = node.has("errors")
                    ? numbers(node, "errors")
                    : Arrays.stream(data).map(x -> Math.sqrt(Math.abs(x))).toArray();
            return Histogram1D.ofHeights(title, axes.get(0), data, errors);
        }
        List<String> names = BinnedCells.names(type);
        double[][] sums = new double[names.size()][];
        for (int c = 0; c < sums.length; c++) {
            sums[c] = numbers(get(node, "sums"), names.get(c));
        }
        double[] total = node.has("total") ? numbers(node, "total") : new double[0];
        if (total.length != 0 && total.length != sums.length + 1) {
            throw bad("the total has " + total.length + " numbers, expected " + (sums.length + 1));
        }
        return new BinnedCells(type, axes, names, numbers(node, "entries"), sums, total).content(title);
    }

    private List<Axis> axes() {
        List<Axis> axes = new ArrayList<>();
        for (JsonNode axis : list(node, "axes")) {
            String name = axis.has("name") ? text(axis, "name") : "";
            String unit = axis.has("unit") ? text(axis, "unit") : "";
            axes.add(Axis.of(name, unit, numbers(axis, "edges")));
        }
        return axes;
    }

    private Points points(String title) {
        JsonNode coordinates = list(node, "coordinates");
        double[][] values = new double[coordinates.size()][];
        double[][] minus = new double[coordinates.size()][];
        double[][] plus = new double[coordinates.size()][];
        for (int d = 0; d < values.length; d++) {
            JsonNode one = coordinates.get(d);
            values[d] = numbers(one, "values");
            minus[d] = numbers(one, "minus");
            plus[d] = numbers(one, "plus");
        }
        return Points.of(title, values, minus, plus).withSources(sources());
    }

    private List<ErrorSource> sources() {
        List<ErrorSource> sources = new ArrayList<>();
        if (node.has("sources")) {
            for (JsonNode source : list(node, "sources")) {
                sources.add(ErrorSource.of(text(source, "name"), numbers(source, "down"), numbers(source, "up")));
            }
        }
        return sources;
    }

    private Cloud cloud(String title) {
        JsonNode coordinates = list(node, "coordinates");
        double[] weights = numbers(node, "weights");
        double[][] values = new double[coordinates.size()][];
        for (int d = 0; d < values.length; d++) {
            values[d] = numbers(coordinates.get(d));
            if (values[d].length != weights.length) {
                throw bad("a coordinate has " + values[d].length + " values, expected " + weights.length);
            }
        }
        Cloud.Builder fill = Cloud.builder(title, values.length);
        double[] x = new double[values.length];
        for (int i = 0; i < weights.length; i++) {
            for (int d = 0; d < x.length; d++) {
                x[d] = values[d][i];
            }
            fill.fill(weights[i], x);
        }
        return fill.build();
    }

    private NamedColumns columns(String title) {
        List<Column> columns = new ArrayList<>();
        for (JsonNode column : list(node, "columns")) {
            columns.add(
                    Column.of(text(column, "name"), column.path("whole").asBoolean(false), numbers(column, "values")));
        }
        return NamedColumns.of(title, columns);
    }

    private JsonNode get(JsonNode parent, String key) {
        @Nullable JsonNode child = parent.get(key);
        if (child == null) {
            throw bad("there is no \"" + key + "\"");
        }
        return child;
    }

    private String text(JsonNode parent, String key) {
        JsonNode child = get(parent, key);
        if (!child.isString()) {
            throw bad("\"" + key + "\" is not a text");
        }
        return child.stringValue();
    }

    private JsonNode list(JsonNode parent, String key) {
        JsonNode child = get(parent, key);
        if (!child.isArray()) {
            throw bad("\"" + key + "\" is not a list");
        }
        return child;
    }

    private double[] numbers(JsonNode parent, String key) {
        return numbers(list(parent, key));
    }

    private double[] numbers(JsonNode list) {
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(list.get(i));
        }
        return numbers;
    }

    private double number(JsonNode value) {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        if (value.isNull()) {
            return Double.NaN;
        }
        if (value.isString() && value.stringValue().equals("inf")) {
            return Double.POSITIVE_INFINITY;
        }
        if (value.isString() && value.stringValue().equals("-inf")) {
            return Double.NEGATIVE_INFINITY;
        }
        throw bad("there is a " + value.getNodeType() + " where a number is expected");
    }

    private BadInput bad(String what) {
        return new BadInput(where + " is not a histogram: " + what, "", "correct the document");
    }
}
