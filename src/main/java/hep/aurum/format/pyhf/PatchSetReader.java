package hep.aurum.format.pyhf;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Turn a JSON tree into a patch set. */
final class PatchSetReader {

    private static final Map<String, Integer> DIGITS = Map.of("md5", 32, "sha256", 64);

    private final String origin;

    PatchSetReader(String origin) {
        this.origin = origin;
    }

    PatchSet read(JsonNode root) {
        String version = text(root, "version", origin);
        if (!version.equals("1.0.0")) {
            throw new BadInput("the patch set has version \"" + version + "\"", origin, "version 1.0.0 is supported");
        }
        JsonNode metadata = child(root, "metadata", origin);
        String where = origin + ", metadata";
        List<String> labels = new ArrayList<>();
        for (JsonNode label : list(metadata, "labels", where)) {
            labels.add(scalar(label, where + ", labels"));
        }
        Map<String, String> digests = texts(metadata, "digests", where);
        digests.forEach((algorithm, digest) -> checkDigest(algorithm, digest, where));
        List<PatchSet.Patch> patches = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (JsonNode node : list(root, "patches", origin)) {
            patches.add(patch(node, labels, seen));
        }
        return new PatchSet(
                text(metadata, "description", where), texts(metadata, "references", where), digests, labels, patches);
    }

    private PatchSet.Patch patch(JsonNode node, List<String> labels, Set<Object> seen) {
        JsonNode metadata = child(node, "metadata", origin + ", patches");
        String name = text(metadata, "name", origin + ", patches");
        String where = origin + ", patch " + name;
        List<String> values = new ArrayList<>();
        for (JsonNode value : list(metadata, "values", where)) {
            values.add(scalar(value, where));
        }
        if (values.size() != labels.size()) {
            throw new BadInput(
                    String.format(Locale.ROOT, "the patch has %d values for %d labels", values.size(), labels.size()),
                    where,
                    "give one value for every label");
        }
        boolean isNew = seen.add(name) && seen.add(values);
        if (!isNew) {
            throw new BadInput("another patch has the same name or the same values", where, "change one of them");
        }
        return new PatchSet.Patch(name, values, JsonPatch.of(list(node, "patch", where), where));
    }

    private static void checkDigest(String algorithm, String digest, String where) {
        Integer digits = DIGITS.get(algorithm);
        if (digits == null) {
            throw new BadInput(
                    "unknown digest \"" + algorithm + "\"", where, Names.suggest(algorithm, List.of("md5", "sha256")));
        }
        if (!digest.matches("[0-9a-fA-F]{" + digits + "}")) {
            throw new BadInput(
                    "the digest " + algorithm + " is \"" + digest + "\"", where, "it has " + digits + " hex digits");
        }
    }

    private static Map<String, String> texts(JsonNode node, String key, String where) {
        JsonNode object = child(node, key, where);
        if (!object.isObject() || object.isEmpty()) {
            throw new BadInput("\"" + key + "\" is empty or no object", where, "write it as {\"name\": \"text\"}");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : object.propertyNames()) {
            texts.put(name, text(object, name, where + ", " + key));
        }
        return texts;
    }

    private static String scalar(JsonNode value, String where) {
        if (!value.isNumber() && !value.isString()) {
            throw new BadInput("a value is neither a number nor a text", where, "write a number or a text");
        }
        return PatchSet.plain(value.asString());
    }

    private static JsonNode list(JsonNode node, String key, String where) {
        JsonNode list = child(node, key, where);
        if (!list.isArray() || (list.isEmpty() && !key.equals("patch"))) {
            throw new BadInput("\"" + key + "\" is empty or no list", where, "write it as [ ... ]");
        }
        return list;
    }

    private static String text(JsonNode node, String key, String where) {
        JsonNode value = child(node, key, where);
        if (!value.isString()) {
            throw new BadInput("\"" + key + "\" is not a text", where, "write it in quotes");
        }
        return value.stringValue();
    }

    private static JsonNode child(JsonNode node, String key, String where) {
        if (!node.isObject()) {
            throw new BadInput("the parent of \"" + key + "\" is not an object", where, "write it as { ... }");
        }
        JsonNode value = node.get(key);
        if (value == null) {
            throw new BadInput(
                    "\"" + key + "\" is missing", where, Names.suggest(key, List.copyOf(node.propertyNames())));
        }
        return value;
    }
}
