package hep.aurum.format.hs3;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hold what an analysis says of parameters: values, constants and ranges by the names of the document. */
final class Hs3Points {

    /** What ROOT calls the point and the domain that hold for all analyses. */
    static final String COMMON_POINT = "default_values";

    static final String COMMON_DOMAIN = "default_domain";

    /**
     * Hold a starting value.
     *
     * @param isConstant empty if the document does not say
     */
    record Value(double value, Optional<Boolean> isConstant) {}

    /** Hold a range; infinite where the document gives no end. */
    record Range(double lower, double upper) {}

    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Range> ranges = new LinkedHashMap<>();

    private Hs3Points() {}

    /** Return what is said for an analysis: its own points and domains before the common ones. */
    static Hs3Points of(Hs3Node root, Optional<Hs3Node> analysis) {
        Hs3Points points = new Hs3Points();
        root.findNamed("parameter_points", COMMON_POINT).ifPresent(points::addValues);
        root.findNamed("domains", COMMON_DOMAIN).ifPresent(points::addRanges);
        analysis.ifPresent(node -> {
            node.findText("init").ifPresent(name -> points.addValues(root.named("parameter_points", name)));
            node.findText("domain").ifPresent(name -> points.addRanges(root.named("domains", name)));
            node.texts("domains").forEach(name -> points.addRanges(root.named("domains", name)));
        });
        return points;
    }

    private void addValues(Hs3Node point) {
        for (Hs3Node entry : point.list("parameters")) {
            entry.allowKeys(Set.of("name", "value", "const", "nbins"));
            values.put(entry.text("name"), new Value(entry.number("value"), entry.findBoolean("const")));
        }
    }

    private void addRanges(Hs3Node domain) {
        if (!domain.text("type").equals("product_domain")) {
            throw Hs3Reader.notSupported("domains of type \"" + domain.text("type") + "\"", domain);
        }
        for (Hs3Node axis : domain.list("axes")) {
            double lower = axis.has("min") ? axis.number("min") : Double.NEGATIVE_INFINITY;
            double upper = axis.has("max") ? axis.number("max") : Double.POSITIVE_INFINITY;
            ranges.put(axis.text("name"), new Range(lower, upper));
        }
    }

    Optional<Value> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<Range> range(String name) {
        return Optional.ofNullable(ranges.get(name));
    }
}
