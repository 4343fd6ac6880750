package hep.aurum.format.aida;

import hep.aurum.base.BadInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hold one XML element: AIDA keeps every value in an attribute.
 *
 * @param name the element's name, for example {@code bin1d}
 * @param attributes its attributes in document order
 * @param children its child elements in document order
 */
public record AidaElement(String name, Map<String, String> attributes, List<AidaElement> children) {

    /** Copy the collections, keeping their order. */
    public AidaElement {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }

    /** Return an element without children; names and values of the attributes alternate. */
    static AidaElement leaf(String name, String... namesAndValues) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new AidaElement(name, attributes, List.of());
    }

    /** Return the same element with children. */
    AidaElement with(List<AidaElement> newChildren) {
        return new AidaElement(name, attributes, newChildren);
    }

    /** Return the first child of a name. */
    public Optional<AidaElement> child(String childName) {
        return children.stream().filter(c -> c.name.equals(childName)).findFirst();
    }

    /** Return all children of a name. */
    public List<AidaElement> all(String childName) {
        List<AidaElement> found = new ArrayList<>();
        for (AidaElement child : children) {
            if (child.name.equals(childName)) {
                found.add(child);
            }
        }
        return found;
    }

    /** Return the first child of a name, or refuse the document. */
    AidaElement require(String childName) {
        return child(childName)
                .orElseThrow(() -> new BadInput("<" + name + "> has no <" + childName + ">", toString(), ""));
    }

    /** Return an attribute or a default. */
    public String text(String key, String otherwise) {
        @Nullable String value = attributes.get(key);
        return value == null ? otherwise : value;
    }

    /**
     * Return a numeric attribute or a default.
     *
     * @throws BadInput if the attribute is there and is not a finite number
     */
    public double number(String key, double otherwise) {
        @Nullable String value = attributes.get(key);
        return value == null ? otherwise : finite(key, value);
    }

    /**
     * Return a numeric attribute.
     *
     * @throws BadInput if it is absent or not a finite number
     */
    public double number(String key) {
        @Nullable String value = attributes.get(key);
        if (value == null) {
            throw new BadInput("<" + name + "> has no attribute " + key, toString(), "");
        }
        return finite(key, value);
    }

    /**
     * Return a measured value or a default; what is not a number counts.
     *
     * @throws BadInput if the attribute is there and is no number at all
     */
    public double measured(String key, double otherwise) {
        @Nullable String value = attributes.get(key);
        if (value == null) {
            return otherwise;
        }
        return switch (value.strip()) {
            case "NaN", "nan" -> Double.NaN;
            case "Infinity", "inf" -> Double.POSITIVE_INFINITY;
            case "-Infinity", "-inf" -> Double.NEGATIVE_INFINITY;
            default -> finite(key, value);
        };
    }

    private double finite(String key, String value) {
        try {
            double number = Double.parseDouble(value.strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the same refusal as an infinite value.
        }
        throw new BadInput("attribute " + key + "=\"" + value + "\" is not a finite number", toString(), "");
    }

    /** Return a non-negative whole number; forms like {@code 12.0} count, since some writers use them. */
    long count(String key, long otherwise) {
        double value = number(key, otherwise);
        if (value < 0 || value > 1L << 53 || value != Math.rint(value)) {
            throw new BadInput("attribute " + key + " is " + value + ", expected a whole number >= 0", toString(), "");
        }
        return (long) value;
    }

    /** Return the start tag, for messages. */
    @Override
    public String toString() {
        StringBuilder tag = new StringBuilder("<").append(name);
        attributes.forEach((key, value) -> tag.append(' ')
                .append(key)
                .append("=\"")
                .append(abbreviated(value))
                .append('"'));
        return tag.append('>').toString();
    }

    private static String abbreviated(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "...";
    }
}
