package hep.aurum.format.aida;

import hep.aurum.base.BadInput;
import hep.aurum.hist.Cloud;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Translate {@code cloud1d}, {@code cloud2d} and {@code cloud3d}.
 *
 * <p>A cloud that its program has binned holds a histogram in place of its fills. How a cloud is to be binned stands in
 * attributes, which become annotations {@code aida.*}.
 */
final class CloudCodec {

    private static final List<String> COORDINATES = List.of("valueX", "valueY", "valueZ");
    private static final List<String> KNOWN = List.of("name", "path", "title");
    private static final String MAX_ENTRIES = "maxEntries";
    private static final long MOST = 100_000;
    private static final String PREFIX = "aida.";

    private CloudCodec() {}

    static AidaElement encode(String path, String name, Cloud cloud, Map<String, String> annotations) {
        int dimension = cloud.dimension();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("name", name);
        attributes.put("path", path);
        attributes.put("title", cloud.title());
        attributes.put(MAX_ENTRIES, mostEntries(cloud.size()));
        List<AidaElement> items = new ArrayList<>();
        items.add(Codec.item("Title", cloud.title()));
        annotations.forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                attributes.put(key.substring(PREFIX.length()), value);
            } else {
                items.add(Codec.item(key, value));
            }
        });
        List<AidaElement> fills = new ArrayList<>();
        for (int i = 0; i < cloud.size(); i++) {
            Map<String, String> fill = new LinkedHashMap<>();
            for (int d = 0; d < dimension; d++) {
                fill.put(COORDINATES.get(d), Codec.number(cloud.value(i, d)));
            }
            if (cloud.weight(i) != 1) {
                fill.put("weight", Codec.number(cloud.weight(i)));
            }
            fills.add(new AidaElement("entry" + dimension + "d", fill, List.of()));
        }
        AidaElement entries = AidaElement.leaf("entries" + dimension + "d").with(fills);
        return new AidaElement(
                "cloud" + dimension + "d",
                attributes,
                List.of(AidaElement.leaf("annotation").with(items), entries));
    }

    /** Return from how many fills on JAIDA bins a cloud, which it cannot do without: its default, or all of the fills. */
    private static String mostEntries(long size) {
        return Long.toString(Math.max(MOST, size + 1));
    }

    /** Return the attributes that say how the cloud is to be binned, as annotations. */
    static Map<String, String> settings(AidaElement object) {
        Map<String, String> settings = new LinkedHashMap<>();
        long size = object.children().stream()
                .filter(child -> child.name().startsWith("entries"))
                .mapToLong(child -> child.children().size())
                .sum();
        object.attributes().forEach((key, value) -> {
            if (!KNOWN.contains(key) && !(key.equals(MAX_ENTRIES) && value.equals(mostEntries(size)))) {
                settings.put(PREFIX + key, value);
            }
        });
        return settings;
    }

    static Cloud decode(AidaElement object, int dimension) {
        Cloud.Builder fill = Cloud.builder(object.text("title", ""), dimension);
        AidaElement entries = object.require("entries" + dimension + "d");
        double[] x = new double[dimension];
        for (AidaElement entry : entries.all("entry" + dimension + "d")) {
            for (int d = 0; d < dimension; d++) {
                x[d] = entry.number(COORDINATES.get(d));
            }
            fill.fill(entry.number("weight", 1), x);
        }
        return fill.build();
    }

    /** Return the histogram of a cloud that was binned. */
    static Optional<Histogram1D> binned1D(AidaElement object) {
        return object.child("histogram1d").map(Histogram1DCodec::decode);
    }

    /** Return the histogram of a cloud of two coordinates that was binned. */
    static Optional<Histogram2D> binned2D(AidaElement object) {
        return object.child("histogram2d").map(Histogram2DCodec::decode);
    }

    static int dimension(AidaElement object) {
        char digit = object.name().charAt("cloud".length());
        if (digit < '1' || digit > '3') {
            throw new BadInput("a cloud of unknown dimension", object.toString(), "");
        }
        return digit - '0';
    }
}
