package hep.aurum.workflow.study;

import hep.aurum.base.BadInput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hold a YAML document as a JSON tree together with the line of every key, by JSON pointer.
 *
 * <p>Hostile until parsed: at most 4 MB, at most 64 levels, no aliases, no tags beyond those of JSON, no repeated keys.
 */
final class YamlDocument {

    private static final int MAX_BYTES = 4 << 20;
    private static final int MAX_DEPTH = 64;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String name;
    private final JsonNode root;
    private final Map<String, Integer> lines;

    private YamlDocument(String name, JsonNode root, Map<String, Integer> lines) {
        this.name = name;
        this.root = root;
        this.lines = lines;
    }

    /**
     * Read a document.
     *
     * @throws BadInput if the file cannot be read or is not a single YAML mapping
     */
    static YamlDocument read(Path path) {
        return read(path, Map.of());
    }

    /** Read a document, with values in place of those of its {@link Variables}. */
    static YamlDocument read(Path path, Map<String, String> variables) {
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new BadInput(
                        path + " has " + Files.size(path) + " bytes, a study file has at most " + MAX_BYTES, "", "");
            }
            return parse(path.toString(), Files.readString(path, StandardCharsets.UTF_8), variables);
        } catch (NoSuchFileException e) {
            throw new BadInput("there is no file " + path, "", "check the path of the study file");
        } catch (IOException e) {
            throw new BadInput("cannot read " + path + ": " + e.getMessage(), "", "");
        }
    }

    /** Parse a text; {@code name} is what errors call it. */
    static YamlDocument parse(String name, String text) {
        return parse(name, text, Map.of());
    }

    private static YamlDocument parse(String name, String text, Map<String, String> given) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(MAX_BYTES)
                .build();
        Node node;
        try {
            node = new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> new BadInput(name + " is empty", "", "see the examples for a study file"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(0);
            throw new BadInput("cannot parse " + name + ": " + e.getProblem(), name + " line " + line, "");
        } catch (YamlEngineException e) {
            throw new BadInput("cannot parse " + name + ": " + e.getMessage(), name, "");
        }
        Map<String, Integer> lines = new HashMap<>();
        Converter converter = new Converter(name, lines, Variables.of(name, node, given));
        YamlDocument document = new YamlDocument(name, converter.convert(node, "", 0), lines);
        if (!document.root.isObject()) {
            throw new BadInput(name + " is not a study: its top level must be keys with values", name + " line 1", "");
        }
        return document;
    }

    JsonNode root() {
        return root;
    }

    /** Say where a JSON pointer points: file, line and key. */
    String where(String pointer) {
        String at = pointer;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        String key = pointer.isEmpty() ? "" : ", key " + pointer.substring(1).replace('/', '.');
        return name + " line " + lines.getOrDefault(at, 1) + key;
    }

    /** Turn YAML nodes into JSON and note the lines. */
    private record Converter(String name, Map<String, Integer> lines, Variables variables) {

        JsonNode convert(Node node, String pointer, int depth) {
            int line = node.getStartMark().map(m -> m.getLine() + 1).orElse(1);
            lines.putIfAbsent(pointer, line);
            if (depth > MAX_DEPTH) {
                throw new BadInput(
                        name + " is nested more than " + MAX_DEPTH + " levels deep", name + " line " + line, "");
            }
            if (node instanceof MappingNode mapping) {
                return mapping(mapping, pointer, depth);
            }
            if (node instanceof SequenceNode sequence) {
                ArrayNode array = JSON.arrayNode();
                for (Node item : sequence.getValue()) {
                    array.add(convert(item, pointer + "/" + array.size(), depth + 1));
                }
                return array;
            }
            if (node instanceof ScalarNode scalar) {
                return scalar(scalar, line);
            }
            throw new BadInput(
                    name + " uses an alias", name + " line " + line, "write the value out: aliases are not accepted");
        }

        private ObjectNode mapping(MappingNode mapping, String pointer, int depth) {
            ObjectNode object = JSON.objectNode();
            Set<String> seen = new HashSet<>();
            for (NodeTuple tuple : mapping.getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    throw new BadInput("a key of " + name + " is not a plain word", name, "");
                }
                int line = key.getStartMark().map(m -> m.getLine() + 1).orElse(1);
                if (!seen.add(key.getValue())) {
                    throw new BadInput(
                            "the key \"" + key.getValue() + "\" stands twice", name + " line " + line, "keep one");
                }
                String child = pointer + "/" + key.getValue();
                lines.put(child, line);
                object.set(key.getValue(), convert(tuple.getValueNode(), child, depth + 1));
            }
            return object;
        }

        private JsonNode scalar(ScalarNode scalar, int line) {
            String value = scalar.getValue();
            Tag tag = scalar.getTag();
            if (Variables.isUsedIn(value)) {
                return replaced(
                        variables.replaced(value, name + " line " + line),
                        scalar.isPlain() || Variables.isOnly(value),
                        line);
            }
            if (tag.equals(Tag.NULL)) {
                return JSON.nullNode();
            }
            if (tag.equals(Tag.BOOL)) {
                return JSON.booleanNode(Boolean.parseBoolean(value));
            }
            if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
                return number(value, line);
            }
            return JSON.stringNode(value);
        }

        /** What a plain word or a lone variable becomes may be a number; a quoted text stays a text. */
        private JsonNode replaced(String value, boolean isPlain, int line) {
            boolean isNumber = isPlain && value.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,4})?");
            return isNumber ? number(value, line) : JSON.stringNode(value);
        }

        private JsonNode number(String value, int line) {
            try {
                BigDecimal number = new BigDecimal(value);
                boolean isLong = number.scale() <= 0 && number.precision() - number.scale() <= 18;
                return isLong ? JSON.numberNode(number.longValueExact()) : JSON.numberNode(number.doubleValue());
            } catch (NumberFormatException e) {
                throw new BadInput(
                        "the value " + value + " is not a finite decimal number",
                        name + " line " + line,
                        "write a number such as 1.5e-3");
            }
        }
    }
}
