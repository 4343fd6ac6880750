package hep.aurum.workflow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Write records and maps as JSON text: stable order of keys; doubles have the fewest digits that read
 * back unchanged, the same on every version of Java. */
public final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    // Double.toString gives other digits on Java 17 than on 19 and later.
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultPrettyPrinter.FixedSpaceIndenter()))
            .build();

    private JsonText() {}

    /** Return a value as JSON text without a final newline. */
    public static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Return a value as a JSON tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Parse the text of a JSON object into maps, lists, texts and numbers. */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> map(String text) {
        return MAPPER.readValue(text, LinkedHashMap.class);
    }

    /** Parse JSON text. */
    public static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }
}
