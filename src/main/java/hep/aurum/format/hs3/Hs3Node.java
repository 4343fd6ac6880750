package hep.aurum.format.hs3;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.base.NotSupported;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Ask a JSON tree for what must be there; the place in the document is carried along for messages. */
record Hs3Node(JsonNode node, String where) {

    Optional<Hs3Node> find(String key) {
        requireObject();
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(new Hs3Node(value, where));
    }

    Hs3Node get(String key) {
        return find(key)
                .orElseThrow(() -> new BadInput(
                        "\"" + key + "\" is missing", where, Names.suggest(key, List.copyOf(node.propertyNames()))));
    }

    boolean has(String key) {
        return find(key).isPresent();
    }

    /** Return the entries of a list, empty if it is missing. */
    List<Hs3Node> list(String key) {
        return find(key).map(value -> value.entries(key)).orElse(List.of());
    }

    /** Return the entries of this list. */
    List<Hs3Node> entries(String key) {
        if (!node.isArray()) {
            throw new BadInput("\"" + key + "\" is not a list", where, "write it as [ ... ]");
        }
        List<Hs3Node> entries = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            entries.add(new Hs3Node(node.get(i), where));
        }
        return entries;
    }

    /** Return the entry of a list that has a name. */
    Hs3Node named(String list, String name) {
        return findNamed(list, name)
                .orElseThrow(() -> new BadInput(
                        "\"" + list + "\" has no entry \"" + name + "\"", where, Names.suggest(name, names(list))));
    }

    Optional<Hs3Node> findNamed(String list, String name) {
        return list(list).stream()
                .filter(entry -> entry.text("name").equals(name))
                .findFirst()
                .map(entry -> entry.at(list + " " + name));
    }

    List<String> names(String list) {
        return list(list).stream().map(entry -> entry.text("name")).toList();
    }

    List<String> texts(String key) {
        return list(key).stream().map(entry -> entry.asText(key)).toList();
    }

    String text(String key) {
        return get(key).asText(key);
    }

    Optional<String> findText(String key) {
        return find(key).map(value -> value.asText(key));
    }

    private String asText(String key) {
        if (!node.isString()) {
            throw new BadInput("\"" + key + "\" is " + shortened() + ", not a text", where, "write it in quotes");
        }
        return node.stringValue();
    }

    double number(String key) {
        return get(key).asNumber("\"" + key + "\"");
    }

    List<Double> numbers(String key) {
        List<Hs3Node> entries = get(key).entries(key);
        List<Double> values = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            values.add(entries.get(i).asNumber("bin " + i + " of \"" + key + "\""));
        }
        return values;
    }

    /** Return the numbers of a list that is an entry of another one. */
    List<Double> elements(String key) {
        List<Hs3Node> entries = entries(key);
        List<Double> values = new ArrayList<>(entries.size());
        for (Hs3Node entry : entries) {
            values.add(entry.asNumber("an entry of \"" + key + "\""));
        }
        return values;
    }

    private double asNumber(String what) {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw new BadInput(what + " is " + shortened() + ", not a finite number", where, "write a number");
        }
        return node.doubleValue();
    }

    Optional<Boolean> findBoolean(String key) {
        return find(key).map(value -> {
            if (!value.node.isBoolean()) {
                throw new BadInput("\"" + key + "\" is not true or false", where, "write true or false");
            }
            return value.node.booleanValue();
        });
    }

    /** Refuse what is not understood: a key that is skipped may change the model. */
    void allowKeys(Set<String> allowed) {
        requireObject();
        for (String key : node.propertyNames()) {
            if (!allowed.contains(key)) {
                throw new NotSupported(
                        "the key \"" + key + "\" is not supported",
                        where,
                        Names.suggest(key, allowed.stream().sorted().toList()));
            }
        }
    }

    Hs3Node at(String place) {
        return new Hs3Node(node, where + ", " + place);
    }

    private void requireObject() {
        if (!node.isObject()) {
            throw new BadInput("an entry is " + shortened() + ", not an object", where, "write it as { ... }");
        }
    }

    private String shortened() {
        String text = node.toString();
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }
}
