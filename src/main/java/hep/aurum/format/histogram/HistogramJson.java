package hep.aurum.format.histogram;

import hep.aurum.base.BadInput;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.source.Decompression;
import hep.aurum.source.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Read and write our JSON of histograms; the package says what is in it. */
final class HistogramJson {

    private static final String FORMAT = "aurum-histograms";
    private static final int VERSION = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxTokenCount(1L << 24)
                            .maxDocumentLength(1L << 28)
                            .build())
                    // Double.toString gives other digits on Java 17 than on 19 and later.
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private HistogramJson() {}

    static boolean accepts(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.stripLeading().startsWith("{") && text.contains("\"" + FORMAT + "\"");
    }

    static List<AnalysisObject> read(Path path) {
        JsonNode root = parse(path);
        if (!FORMAT.equals(root.path("format").asString(""))
                || !root.path("objects").isArray()) {
            throw new BadInput(
                    path + " is not a JSON file of histograms", "", "expected \"format\": \"" + FORMAT + "\"");
        }
        if (root.path("version").asInt(0) != VERSION) {
            throw new BadInput(path + " is of a version that is not known", "", "expected version " + VERSION);
        }
        List<AnalysisObject> objects = new ArrayList<>();
        for (JsonNode node : root.path("objects")) {
            objects.add(JsonNodes.object(node, "object " + objects.size() + " of " + path));
        }
        return objects;
    }

    private static JsonNode parse(Path path) {
        try (InputStream in = Decompression.open(path)) {
            return MAPPER.readTree(in);
        } catch (JacksonException e) {
            throw new BadInput(path + " is not valid JSON: " + e.getOriginalMessage(), "", "check the file");
        } catch (IOException e) {
            throw new BadInput(
                    path + " cannot be read to its end: " + Decompression.reason(e), "", "the file may be truncated");
        }
    }

    static void write(Path path, List<AnalysisObject> objects) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", FORMAT);
        root.put("version", VERSION);
        ArrayNode all = root.putArray("objects");
        objects.forEach(object -> all.add(JsonObjects.node(object)));
        try (OutputFile file = OutputFile.create(path)) {
            try {
                file.stream().write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
                file.stream().write('\n');
            } catch (IOException e) {
                throw file.failed("write", e);
            }
            file.finish();
        }
    }
}
