package hep.aurum.workflow.study;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Look at one mapping of a study document: typed values, defaults, and the place of every key for errors. */
final class Section {

    private final YamlDocument document;
    private final String pointer;
    private final JsonNode node;

    private Section(YamlDocument document, String pointer, JsonNode node) {
        this.document = document;
        this.pointer = pointer;
        this.node = node;
    }

    static Section root(YamlDocument document) {
        return new Section(document, "", document.root());
    }

    boolean has(String key) {
        return node.has(key);
    }

    /** Return the mapping under a key; an empty one where the key is absent. */
    Section section(String key) {
        JsonNode child = node.get(key);
        return new Section(
                document, pointer + "/" + key, child == null ? JsonNodeFactory.instance.objectNode() : child);
    }

    /** Return the keys in order, each with its own section. */
    Map<String, Section> children() {
        Map<String, Section> children = new LinkedHashMap<>();
        node.propertyNames().forEach(name -> children.put(name, section(name)));
        return children;
    }

    /** Return the items of the list under a key, empty where the key is absent. */
    List<Section> items(String key) {
        List<Section> items = new ArrayList<>();
        JsonNode list = node.get(key);
        for (int i = 0; list != null && i < list.size(); i++) {
            items.add(new Section(document, pointer + "/" + key + "/" + i, list.get(i)));
        }
        return items;
    }

    JsonNode json() {
        return node;
    }

    boolean isText() {
        return node.isString();
    }

    /** Return this value as text. */
    String text() {
        return node.asString();
    }

    /** Return this value as a number. */
    double number() {
        return node.asDouble();
    }

    String text(String key, String otherwise) {
        JsonNode value = node.get(key);
        return value == null ? otherwise : value.asString();
    }

    double number(String key, double otherwise) {
        JsonNode value = node.get(key);
        return value == null ? otherwise : value.asDouble();
    }

    int integer(String key, int otherwise) {
        JsonNode value = node.get(key);
        return value == null ? otherwise : value.asInt();
    }

    boolean flag(String key, boolean otherwise) {
        JsonNode value = node.get(key);
        return value == null ? otherwise : value.asBoolean();
    }

    Optional<Double> number(String key) {
        return Optional.ofNullable(node.get(key)).map(JsonNode::asDouble);
    }

    List<Double> numbers(String key) {
        return items(key).stream().map(Section::number).toList();
    }

    /** Return this mapping as name → number. */
    Map<String, Double> point() {
        Map<String, Double> point = new LinkedHashMap<>();
        children().forEach((name, value) -> point.put(name, value.number()));
        return point;
    }

    /** Say where this section, or a key of it, stands. */
    String where(String key) {
        return document.where(key.isEmpty() ? pointer : pointer + "/" + key);
    }

    /**
     * Run a check that knows nothing of files, and give its failure the place of this section.
     *
     * @throws BadInput in place of any failure or illegal argument
     */
    <T> T located(Supplier<T> check) {
        try {
            return check.get();
        } catch (Failure e) {
            throw new BadInput(e.what(), where(""), e.fix());
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()), where(""), "");
        }
    }

    /** Return a refusal that names a key of this section. */
    BadInput refuse(String what, String key, String fix) {
        return new BadInput(what, where(key), fix);
    }
}
