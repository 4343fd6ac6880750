package hep.aurum.format.onnx;

import hep.aurum.base.BadInput;
import hep.aurum.base.Version;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Write what a graph cannot say into the metadata of the file, and read it back: names and ranges as JSON, the reference law in
 * words.
 */
final class OnnxMetadata {

    private static final String VERSION = "aurum.version";
    private static final String OUTPUT = "aurum.output";
    private static final String REFERENCE = "aurum.reference";
    private static final String FEATURES = "aurum.features";
    private static final String PARAMETERS = "aurum.parameters";
    private static final int MAX_NAMES = 1 << 14;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(8).build())
                    // Double.toString gives other digits on Java 17 than on 19 and later.
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .build();

    private OnnxMetadata() {}

    /** Return the metadata of a ratio. */
    static Map<String, String> of(RatioEstimator estimator) {
        ArrayNode features = MAPPER.createArrayNode();
        estimator.featureNames().forEach(features::add);
        ArrayNode parameters = MAPPER.createArrayNode();
        for (Parameter p : estimator.space().parameters()) {
            parameters
                    .addObject()
                    .put("name", p.name())
                    .put("min", p.min())
                    .put("max", p.max())
                    .put("standard", p.standard());
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(VERSION, Version.number());
        metadata.put(OUTPUT, "log_ratio");
        metadata.put(REFERENCE, estimator.describe());
        metadata.put(FEATURES, MAPPER.writeValueAsString(features));
        metadata.put(PARAMETERS, MAPPER.writeValueAsString(parameters));
        return metadata;
    }

    /** Return how a file of our own is to be used. */
    static OnnxSignature signature(Map<String, String> metadata, String origin) {
        String features = metadata.get(FEATURES);
        String parameters = metadata.get(PARAMETERS);
        if (features == null || parameters == null) {
            throw new BadInput(
                    "the network does not say what its features and parameters are",
                    origin,
                    "it was not written by Aurum: give its OnnxSignature");
        }
        try {
            List<String> names = new ArrayList<>();
            for (JsonNode name : array(features, origin)) {
                names.add(name.asString());
            }
            List<Parameter> space = new ArrayList<>();
            for (JsonNode p : array(parameters, origin)) {
                space.add(new Parameter(
                        p.path("name").asString(),
                        p.path("min").asDouble(),
                        p.path("max").asDouble(),
                        p.path("standard").asDouble()));
            }
            OnnxSignature signature = OnnxSignature.of(new ParameterSpace(space), names)
                    .withInput("x", Columns.X)
                    .withOutput("log_ratio", RatioOutput.LOG_RATIO)
                    .withReference(metadata.getOrDefault(REFERENCE, ""));
            return space.isEmpty() ? signature : signature.withInput("theta", Columns.THETA);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new BadInput("the network has wrong metadata: " + e.getMessage(), origin, "export it again");
        }
    }

    private static JsonNode array(String text, String origin) {
        JsonNode node = MAPPER.readTree(text);
        if (!node.isArray() || node.size() > MAX_NAMES) {
            throw new BadInput("the network has metadata that are no list of names", origin, "export it again");
        }
        return node;
    }
}
