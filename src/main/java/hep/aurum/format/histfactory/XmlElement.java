package hep.aurum.format.histfactory;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hold one XML element with its place.
 *
 * @param name of the element, for example {@code OverallSys}
 * @param attributes by name
 * @param children in the order of the document
 * @param text between the tags, stripped
 * @param where file, line and the elements around it, for messages
 */
record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children, String text, String where) {

    XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    List<XmlElement> all(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    /** Return an attribute, or the empty string. */
    String optional(String key) {
        return optional(key, "");
    }

    String optional(String key, String otherwise) {
        @Nullable String value = attributes.get(key);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    /**
     * Return an attribute.
     *
     * @throws BadInput if it is absent or empty
     */
    String required(String key) {
        String value = optional(key);
        if (value.isEmpty()) {
            throw bad("<" + name + "> has no " + key, "add " + key + "=\"...\"");
        }
        return value;
    }

    /**
     * Return a number.
     *
     * @throws BadInput if it is absent or not a finite number
     */
    double number(String key) {
        String value = required(key);
        try {
            double number = Double.parseDouble(value);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the same refusal as an infinite value.
        }
        throw bad(key + "=\"" + value + "\" of <" + name + "> is not a finite number", "write a number");
    }

    /**
     * Return whether an attribute is true; absent means false.
     *
     * @throws BadInput if it is neither true nor false
     */
    boolean flag(String key) {
        String value = optional(key, "False");
        switch (value.toLowerCase(Locale.ROOT)) {
            case "true":
                return true;
            case "false":
                return false;
            default:
                throw bad(
                        key + "=\"" + value + "\" of <" + name + "> is neither True nor False", "write True or False");
        }
    }

    /** Return the words between the tags. */
    List<String> words() {
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+", -1));
    }

    /** Refuse attributes that HistFactory does not know, since a misspelt one would change the model in silence. */
    void allowAttributes(Set<String> allowed) {
        for (String key : attributes.keySet().stream().sorted().toList()) {
            if (!allowed.contains(key)) {
                throw bad(
                        "<" + name + "> has an unknown attribute " + key,
                        Names.suggest(key, allowed.stream().sorted().toList()));
            }
        }
    }

    BadInput bad(String what, String fix) {
        return new BadInput(what, where, fix);
    }
}
