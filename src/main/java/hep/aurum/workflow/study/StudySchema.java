package hep.aurum.workflow.study;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import hep.aurum.base.BadInput;
import hep.aurum.base.Bug;
import hep.aurum.base.Names;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Check a study document against the published schema and phrase the first violation for a person. */
public final class StudySchema {

    private static final String EVENTS = "/hep/aurum/workflow/study-1.schema.json";
    private static final String HISTOGRAMS = "/hep/aurum/workflow/histogram-study-1.schema.json";
    private static final String SIMULATOR = "/hep/aurum/workflow/simulator-study-1.schema.json";

    private StudySchema() {}

    /** Return the text of the schema of studies of events. */
    public static String text() {
        return text(EVENTS);
    }

    /** Return the text of the schema of studies of histograms. */
    public static String histogramText() {
        return text(HISTOGRAMS);
    }

    /** Return the text of the schema of studies of a simulator. */
    public static String simulatorText() {
        return text(SIMULATOR);
    }

    private static String text(String resource) {
        try (InputStream stream = StudySchema.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new Bug("a study schema is missing from the program", resource, "install Aurum again");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Bug("a study schema cannot be read: " + e.getMessage(), resource, "install Aurum again");
        }
    }

    /**
     * Check a document.
     *
     * @throws BadInput naming line and key of the deepest violation
     */
    static void check(YamlDocument document) {
        check(document, text());
    }

    /** Check the document of a study of histograms in the same way. */
    static void checkHistograms(YamlDocument document) {
        check(document, histogramText());
    }

    /** Check the document of a study of a simulator in the same way. */
    static void checkSimulator(YamlDocument document) {
        check(document, simulatorText());
    }

    private static void check(YamlDocument document, String text) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
        List<Error> errors = schema.validate(document.root());
        errors.stream().min(Comparator.comparingInt(StudySchema::rank)).ifPresent(error -> {
            throw describe(document, error, text);
        });
    }

    /** Unknown keys first, since they explain missing ones; alternatives last, since their branches explain them. */
    private static int rank(Error error) {
        return switch (error.getKeyword()) {
            case "additionalProperties" -> 0;
            case "oneOf" -> 3;
            case "required" -> 2;
            default -> 1;
        };
    }

    private static BadInput describe(YamlDocument document, Error error, String schema) {
        String pointer = error.getInstanceLocation().toString();
        pointer = pointer.startsWith("$") ? pointer.substring(1) : pointer;
        String property = error.getProperty();
        if (error.getKeyword().equals("additionalProperties") && property != null) {
            return new BadInput(
                    "unknown key \"" + property + "\"",
                    document.where(pointer + "/" + property),
                    Names.suggest(property, knownKeys(error, schema)));
        }
        if (error.getKeyword().equals("required") && property != null) {
            return new BadInput("the key \"" + property + "\" is missing", document.where(pointer), "add it");
        }
        if (error.getKeyword().equals("enum")) {
            return new BadInput(
                    "a value is not as it should be: " + error.getMessage(),
                    document.where(pointer),
                    Names.suggest(document.root().at(pointer).asString(""), allowed(error)));
        }
        return new BadInput("a value is not as it should be: " + error.getMessage(), document.where(pointer), "");
    }

    private static List<String> allowed(Error error) {
        List<String> values = new ArrayList<>();
        JsonNode node = error.getSchemaNode();
        if (node != null) {
            node.forEach(value -> values.add(value.asString("")));
        }
        return values;
    }

    private static List<String> knownKeys(Error error, String text) {
        JsonNode schema = error.getSchemaNode();
        JsonNode parent = schema;
        if (parent == null || !parent.has("properties")) {
            JsonNode root = parse(text);
            String[] steps = error.getSchemaLocation().getFragment().toString().split("/", -1);
            parent = root;
            for (int i = 1; i < steps.length - 1; i++) {
                JsonNode next = parent.get(steps[i]);
                if (next == null) {
                    break;
                }
                parent = next;
            }
        }
        JsonNode properties = parent.get("properties");
        return properties == null ? List.of() : List.copyOf(properties.propertyNames());
    }

    private static JsonNode parse(String text) {
        return tools.jackson.databind.json.JsonMapper.builder().build().readTree(text);
    }
}
