package hep.aurum.format.pyhf;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.likelihood.ModelFunctions;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.Polynomial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Read and write the functions that go with a workspace, a file of its own beside it.
 *
 * <p>The schema of workspaces forbids unknown keys everywhere, so that a document with functions in it would be none of
 * pyhf's. The workspace therefore stays what every HistFactory tool reads, with a normalisation factor for each template, and
 * this file says how the factors depend on the parameters of a theory:
 *
 * <pre>
 * {
 *   "version": "1.0.0",
 *   "poi": "theta",
 *   "parameters": [{"name": "theta", "init": 0.5, "bounds": [-3, 3]}],
 *   "functions": [
 *     {"name": "mu_interference", "terms": [{"coefficient": 1, "powers": {"theta": 1}}]},
 *     {"name": "mu_quadratic", "terms": [{"coefficient": 1, "powers": {"theta": 2}}]}
 *   ]
 * }
 * </pre>
 *
 * <p>A term without powers is a constant. A parameter may be {@code "fixed": true}.
 */
public final class FunctionsFile {

    private static final String VERSION = "1.0.0";

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    // Double.toString gives other digits on Java 17 than on 19 and later.
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final String origin;

    private FunctionsFile(String origin) {
        this.origin = origin;
    }

    /**
     * Read functions from a file.
     *
     * @throws BadInput if it cannot be read or does not hold functions
     */
    public static ModelFunctions read(Path path) {
        try {
            return parse(Files.readString(path), path.toString());
        } catch (IOException e) {
            throw new BadInput("cannot read the functions: " + e.getMessage(), path.toString(), "check the path");
        }
    }

    /**
     * Read functions from text.
     *
     * @param origin what to call it in messages
     * @throws BadInput if it does not hold functions
     */
    public static ModelFunctions parse(String json, String origin) {
        try {
            return new FunctionsFile(origin).functions(MAPPER.readTree(json));
        } catch (JacksonException e) {
            throw new BadInput(
                    "the functions are not valid JSON: " + e.getOriginalMessage(), origin, "correct the document");
        } catch (IllegalArgumentException e) {
            throw new BadInput("the functions do not fit: " + e.getMessage(), origin, "correct the document");
        }
    }

    /** Return functions as an indented JSON document with a line feed at the end. */
    public static String toJson(ModelFunctions functions) {
        ObjectNode root = MAPPER.createObjectNode().put("version", VERSION).put("poi", functions.poi());
        ArrayNode parameters = root.putArray("parameters");
        for (ModelParameter p : functions.parameters()) {
            ObjectNode node = parameters.addObject().put("name", p.name()).put("init", p.init());
            node.putArray("bounds").add(p.lower()).add(p.upper());
            if (p.isFixed()) {
                node.put("fixed", true);
            }
        }
        ArrayNode list = root.putArray("functions");
        functions.functions().forEach((name, polynomial) -> {
            ArrayNode terms = list.addObject().put("name", name).putArray("terms");
            for (Polynomial.Term term : polynomial.terms()) {
                ObjectNode node = terms.addObject().put("coefficient", term.coefficient());
                ObjectNode powers = node.putObject("powers");
                term.powers().forEach(powers::put);
            }
        });
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private ModelFunctions functions(JsonNode root) {
        allowKeys(root, Set.of("version", "poi", "parameters", "functions"), "");
        String version = text(root, "version", "");
        if (!version.equals(VERSION)) {
            throw new BadInput(
                    "the functions have version \"" + version + "\"",
                    origin,
                    "version \"" + VERSION + "\" is supported");
        }
        List<ModelParameter> parameters = new ArrayList<>();
        for (JsonNode node : list(root, "parameters", "")) {
            parameters.add(parameter(node));
        }
        Map<String, Polynomial> functions = new LinkedHashMap<>();
        for (JsonNode node : list(root, "functions", "")) {
            String name = text(node, "name", ", functions");
            String where = ", function " + name;
            allowKeys(node, Set.of("name", "terms"), where);
            if (functions.put(name, polynomial(node, where)) != null) {
                throw new BadInput("the function of \"" + name + "\" is given twice", origin, "leave one out");
            }
        }
        return new ModelFunctions(parameters, functions, text(root, "poi", ""));
    }

    private ModelParameter parameter(JsonNode node) {
        String name = text(node, "name", ", parameters");
        String where = ", parameter " + name;
        allowKeys(node, Set.of("name", "init", "bounds", "fixed"), where);
        JsonNode bounds = list(node, "bounds", where);
        if (bounds.size() != 2) {
            throw new BadInput("\"bounds\" has " + bounds.size() + " entries", origin + where, "write [lower, upper]");
        }
        JsonNode fixed = node.get("fixed");
        if (fixed != null && !fixed.isBoolean()) {
            throw new BadInput("\"fixed\" is not true or false", origin + where, "write true or false");
        }
        return new ModelParameter(
                name,
                number(child(node, "init", where), "init", where),
                number(bounds.get(0), "bounds", where),
                number(bounds.get(1), "bounds", where),
                fixed != null && fixed.booleanValue());
    }

    private Polynomial polynomial(JsonNode node, String where) {
        List<Polynomial.Term> terms = new ArrayList<>();
        for (JsonNode term : list(node, "terms", where)) {
            allowKeys(term, Set.of("coefficient", "powers"), where);
            Map<String, Integer> powers = new LinkedHashMap<>();
            if (term.has("powers")) {
                JsonNode object = child(term, "powers", where);
                for (String name : object.propertyNames()) {
                    JsonNode power = object.get(name);
                    if (!power.isInt()) {
                        throw new BadInput(
                                "the power of \"" + name + "\" is no whole number", origin + where, "write 1, 2, ...");
                    }
                    powers.put(name, power.intValue());
                }
            }
            terms.add(new Polynomial.Term(number(child(term, "coefficient", where), "coefficient", where), powers));
        }
        return new Polynomial(terms);
    }

    private double number(JsonNode node, String key, String where) {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw new BadInput("\"" + key + "\" is not a finite number", origin + where, "write a number");
        }
        return node.doubleValue();
    }

    private String text(JsonNode node, String key, String where) {
        JsonNode value = child(node, key, where);
        if (!value.isString()) {
            throw new BadInput("\"" + key + "\" is not a text", origin + where, "write it in quotes");
        }
        return value.stringValue();
    }

    private JsonNode list(JsonNode node, String key, String where) {
        JsonNode value = child(node, key, where);
        if (!value.isArray()) {
            throw new BadInput("\"" + key + "\" is not a list", origin + where, "write it as [ ... ]");
        }
        return value;
    }

    private JsonNode child(JsonNode node, String key, String where) {
        requireObject(node, where);
        JsonNode value = node.get(key);
        if (value == null) {
            throw new BadInput(
                    "\"" + key + "\" is missing",
                    origin + where,
                    Names.suggest(key, List.copyOf(node.propertyNames())));
        }
        return value;
    }

    private void requireObject(JsonNode node, String where) {
        if (!node.isObject()) {
            throw new BadInput("an entry is not an object", origin + where, "write it as { ... }");
        }
    }

    private void allowKeys(JsonNode node, Set<String> allowed, String where) {
        requireObject(node, where);
        for (String key : node.propertyNames()) {
            if (!allowed.contains(key)) {
                throw new BadInput(
                        "unknown key \"" + key + "\"",
                        origin + where,
                        Names.suggest(key, allowed.stream().sorted().toList()));
            }
        }
    }
}
