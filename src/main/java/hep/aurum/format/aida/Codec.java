package hep.aurum.format.aida;

import hep.aurum.base.BadInput;
import hep.aurum.hist.Axis;
import hep.aurum.source.text.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Hold what the codecs share: axes, bin numbers, annotations, numbers, lists of sums. */
final class Codec {

    /** Annotation keys that JAS3's plotter knows as axis labels. */
    static final String LABEL = "AxisLabel";

    private static final String ENTRIES = "aurum.entries";
    private static final String TOTAL = "aurum.total";

    private Codec() {}

    static AidaElement encodeAxis(Axis axis, String direction) {
        List<AidaElement> borders = new ArrayList<>();
        for (int i = 1; i < axis.bins() && !axis.isUniform(); i++) {
            borders.add(AidaElement.leaf("binBorder", "value", number(axis.edge(i))));
        }
        return AidaElement.leaf(
                        "axis",
                        "direction",
                        direction,
                        "numberOfBins",
                        Integer.toString(axis.bins()),
                        "min",
                        number(axis.min()),
                        "max",
                        number(axis.max()))
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
                return Axis.uniform("", "", bins, axis.number("min"), axis.number("max"))
                        .withLabel(label);
            }
            return Axis.of("", "", edges(axis, bins, borders)).withLabel(label);
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

    /** Return a number of fills, which JAIDA reads as an int; a larger one is exact in the annotation. */
    static String fills(long entries) {
        return Long.toString(Math.min(entries, Integer.MAX_VALUE));
    }

    /** Return the shortest text that reads back as the same bits, alike on every JDK. */
    static String number(double value) {
        return new NumberText().append(value).toString();
    }

    static String join(double[] values) {
        NumberText text = new NumberText();
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : " ").append(values[i]);
        }
        return text.toString();
    }

    /** Note the numbers of fills of all cells if some were shared or are too large for JAIDA, and a total that is not the sum of the cells. */
    static void annotateFills(List<AidaElement> items, double[] entries, boolean hasTotal, double[] total) {
        if (Arrays.stream(entries).anyMatch(n -> n != Math.rint(n) || n > Integer.MAX_VALUE)) {
            items.add(item(ENTRIES, join(entries)));
        }
        if (hasTotal) {
            items.add(item(TOTAL, join(total)));
        }
    }

    /** Return entries and sums of the total in one array, as the annotation has it. */
    static double[] total(double entries, double[] sums) {
        double[] total = new double[sums.length + 1];
        total[0] = entries;
        System.arraycopy(sums, 0, total, 1, sums.length);
        return total;
    }

    /** Return the numbers of fills that the annotation keeps, or those of the bins. */
    static double[] entries(AidaElement object, double[] ofTheBins) {
        return sums(object, ENTRIES, ofTheBins.length).orElse(ofTheBins);
    }

    /** Return entries and sums of a total that the annotation keeps. */
    static Optional<double[]> total(AidaElement object, int columns) {
        return sums(object, TOTAL, columns + 1);
    }

    static double[] tail(double[] total) {
        return Arrays.copyOfRange(total, 1, total.length);
    }

    /** Read a list of numbers that the writer left in the annotation; empty if absent or of another length. */
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
