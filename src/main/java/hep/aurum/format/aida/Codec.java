package hep.aurum.format.aida;

import hep.aurum.base.BadInput;
import hep.aurum.hist.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Hold what the codecs of binned objects share: axes, bin numbers, annotations, lists of sums. */
final class Codec {

    /** Annotation keys that JAS3's plotter knows as axis labels. */
    private static final String LABEL = "AxisLabel";

    private Codec() {}

    static AidaElement encodeAxis(Axis axis, String direction) {
        List<AidaElement> borders = new ArrayList<>();
        for (int i = 1; i < axis.bins() && !axis.isUniform(); i++) {
            borders.add(AidaElement.leaf("binBorder", "value", Double.toString(axis.edge(i))));
        }
        return AidaElement.leaf(
                        "axis",
                        "direction",
                        direction,
                        "numberOfBins",
                        Integer.toString(axis.bins()),
                        "min",
                        Double.toString(axis.min()),
                        "max",
                        Double.toString(axis.max()))
                .with(borders);
    }

    static Axis decodeAxis(AidaElement object, String direction) {
        AidaElement axis = object.all("axis").stream()
                .filter(a -> a.text("direction", "x").equals(direction))
                .findFirst()
                .orElseThrow(() -> new BadInput("no axis of direction " + direction, object.toString(), ""));
        int bins = (int) Math.min(axis.count("numberOfBins", 0), Integer.MAX_VALUE - 2);
        String label = annotation(object, direction + LABEL).orElse("");
        List<AidaElement> borders = axis.all("binBorder");
        try {
            if (borders.isEmpty()) {
                return Axis.uniform(name(label), unit(label), bins, axis.number("min"), axis.number("max"));
            }
            return Axis.of(name(label), unit(label), edges(axis, bins, borders));
        } catch (IllegalArgumentException e) {
            throw new BadInput("the axis is not one: " + e.getMessage(), axis.toString(), "");
        }
    }

    private static double[] edges(AidaElement axis, int bins, List<AidaElement> borders) {
        if (borders.size() != bins - 1) {
            String what = bins + " bins with " + borders.size() + " inner borders, expected " + (bins - 1);
            throw new BadInput(what, axis.toString(), "");
        }
        double[] edges = new double[bins + 1];
        edges[0] = axis.number("min");
        for (int i = 1; i < bins; i++) {
            edges[i] = borders.get(i - 1).number("value");
        }
        edges[bins] = axis.number("max");
        return edges;
    }

    private static int unitStart(String label) {
        return label.endsWith("]") ? label.lastIndexOf(" [") : -1;
    }

    private static String name(String label) {
        int start = unitStart(label);
        return start < 0 ? label : label.substring(0, start);
    }

    private static String unit(String label) {
        int start = unitStart(label);
        return start < 0 ? "" : label.substring(start + 2, label.length() - 1);
    }

    static void annotateAxis(List<AidaElement> items, Axis axis, String direction) {
        if (!axis.label().isEmpty()) {
            items.add(item(direction + LABEL, axis.label()));
        }
    }

    static AidaElement item(String key, String value) {
        return AidaElement.leaf("item", "key", key, "value", value);
    }

    static Optional<String> annotation(AidaElement object, String key) {
        return object.child("annotation")
                .flatMap(a -> a.all("item").stream()
                        .filter(item -> item.text("key", "").equals(key))
                        .map(item -> item.text("value", ""))
                        .findFirst());
    }

    /** Return the cell of a bin number: 0 for underflow, 1 for bin 0, {@code bins + 1} for overflow. */
    static int cell(AidaElement bin, String key, int bins) {
        String text = bin.text(key, "");
        if (text.equals("UNDERFLOW")) {
            return 0;
        }
        if (text.equals("OVERFLOW")) {
            return bins + 1;
        }
        long number = bin.count(key, -1);
        if (number >= bins) {
            throw new BadInput("bin " + number + " of an axis with " + bins + " bins", bin.toString(), "");
        }
        return (int) number + 1;
    }

    static String binNumber(int i, int bins) {
        return i < 0 ? "UNDERFLOW" : i >= bins ? "OVERFLOW" : Integer.toString(i);
    }

    /** Return where the content of a cell lies if its bin does not say: the centre, or the end of the axis. */
    static double position(Axis axis, int cell) {
        if (cell == 0) {
            return axis.min();
        }
        return cell > axis.bins() ? axis.max() : axis.center(cell - 1);
    }

    /** Return the spread from the second moment, 0 where weights cancel. */
    static double spread(double w, double mean, double sumOfSquares) {
        double variance = w == 0 ? 0 : sumOfSquares / w - mean * mean;
        return variance > 0 ? Math.sqrt(variance) : 0;
    }

    static String join(double[] values) {
        StringJoiner text = new StringJoiner(" ");
        for (double value : values) {
            text.add(Double.toString(value));
        }
        return text.toString();
    }

    /** Read a list of sums that the writer left in the annotation; empty if absent or of another length. */
    static Optional<double[]> sums(AidaElement object, String key, int cells) {
        Optional<String> text = annotation(object, key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = List.of(text.get().split(" ", -1));
        if (words.size() != cells) {
            return Optional.empty();
        }
        try {
            return Optional.of(words.stream().mapToDouble(Double::parseDouble).toArray());
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }
}
