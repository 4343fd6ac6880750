package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.estimator.CalibratedOdds;
import hep.aurum.estimator.MixtureRatio;
import hep.aurum.estimator.NormalisedRatio;
import hep.aurum.estimator.ProcessComponent;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.RatioFile;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Read the model that a study left in its output folder, without training: {@code model.json} and the network files that it
 * names.
 *
 * <pre>{@code
 * MixtureRatio ratio = StoredModel.read(Path.of("results/vbf/model"));
 * double logR = ratio.logRatio(x, theta) - ratio.logRatio(x, theta0);
 * }</pre>
 *
 * <p>The format of {@code model.json}, version 2:
 *
 * <pre>
 * aurum_model   2, or 1 without odds_slope and odds_shift
 * parameters    [{name, min, max, standard}], in the order of theta
 * features      [name], in the order of x
 * processes     [{name,
 *                 exponents [[power of each parameter]], cross_section_pb [coefficient], one for each monomial,
 *                 shape {file, sha256}, shape_parameters [position among the parameters], where the shape moves,
 *                 normalisation_degree, normalisation [coefficient of log c], one for each monomial up to the degree,
 *                 odds {file, sha256}, for every process but the first,
 *                 odds_slope a, odds_shift b of {@link CalibratedOdds}}]
 * </pre>
 *
 * <p>A model without calibrated odds is written as version 1, so that programs that know this one alone read it; whoever read
 * version 2 without its slope and shift would take other odds.
 *
 * <p>Reading trusts nothing: the document is at most 16 MB, a network file must lie in the same folder, match its checksum
 * and have the features and parameters that the document says.
 */
public final class StoredModel {

    static final String DOCUMENT = "model.json";
    static final int FORMAT = 2;

    /** The format of a model whose odds are as they were learned. */
    static final int UNCALIBRATED = 1;

    private static final int MAX_DEGREE = 8;
    private static final long MAX_BYTES = 1L << 24;
    private static final int MAX_ITEMS = 10_000;
    private static final int MAX_POWER = 64;
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,127}\\.aurum");

    private final Path folder;
    private final Path document;

    private StoredModel(Path folder) {
        this.folder = folder;
        this.document = folder.resolve(DOCUMENT);
    }

    /**
     * Read a model.
     *
     * @param folder the folder {@code model} of a finished run
     * @return the ratio, equal to that of the run bit by bit
     * @throws BadInput if a file is missing, was changed, or is not what the format says
     */
    public static MixtureRatio read(Path folder) {
        return new StoredModel(folder).read();
    }

    private MixtureRatio read() {
        try {
            return mixture(JsonText.parse(text()));
        } catch (JacksonException e) {
            throw bad("is not JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw bad("contradicts itself: " + e.getMessage());
        }
    }

    private String text() {
        try {
            if (!Files.isRegularFile(document)) {
                throw new BadInput(
                        "there is no " + DOCUMENT + " in " + folder, "", "name the folder \"model\" of a finished run");
            }
            if (Files.size(document) > MAX_BYTES) {
                throw bad("has " + Files.size(document) + " bytes, expected at most " + MAX_BYTES);
            }
            return Files.readString(document, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw bad("cannot be read: " + e.getMessage());
        }
    }

    private MixtureRatio mixture(JsonNode root) {
        int format = root.path("aurum_model").asInt(0);
        if (format < UNCALIBRATED || format > FORMAT) {
            throw bad("is not a model of format " + UNCALIBRATED + " or " + FORMAT);
        }
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode node : list(root, "parameters")) {
            parameters.add(new Parameter(
                    string(node, "name"),
                    number(node.path("min")),
                    number(node.path("max")),
                    number(node.path("standard"))));
        }
        List<String> features = new ArrayList<>();
        list(root, "features").forEach(node -> features.add(node.asString("")));
        List<ProcessComponent> processes = new ArrayList<>();
        for (JsonNode node : list(root, "processes")) {
            processes.add(process(node, parameters.size()));
        }
        return MixtureRatio.of(new ParameterSpace(parameters), features, processes);
    }

    private ProcessComponent process(JsonNode node, int parameters) {
        List<JsonNode> rows = list(node, "exponents");
        int[][] exponents = new int[rows.size()][];
        for (int j = 0; j < exponents.length; j++) {
            exponents[j] = whole(rows.get(j), MAX_POWER);
        }
        double[] coefficients = list(node, "cross_section_pb").stream()
                .mapToDouble(this::number)
                .toArray();
        ProcessComponent component =
                ProcessComponent.of(string(node, "name"), MonomialBasis.of(parameters, exponents), coefficients);
        if (node.has("shape")) {
            int[] positions = whole(node.path("shape_parameters"), parameters - 1);
            component = component.withShape(shape(node), positions);
        }
        return node.has("odds") ? component.withOdds(odds(node)) : component;
    }

    private RatioEstimator shape(JsonNode node) {
        RatioEstimator network = network(node.path("shape"));
        if (!node.has("normalisation")) {
            return network;
        }
        int degree = node.path("normalisation_degree").asInt(-1);
        if (degree < 0 || degree > MAX_DEGREE) {
            throw bad("has the normalisation_degree " + degree + ", expected 0 to " + MAX_DEGREE);
        }
        MonomialBasis basis = MonomialBasis.complete(network.space().size(), degree);
        List<JsonNode> items = list(node, "normalisation");
        if (items.size() != basis.size()) {
            throw bad("has " + items.size() + " numbers of normalisation, expected " + basis.size());
        }
        double[] coefficients = items.stream().mapToDouble(this::number).toArray();
        return NormalisedRatio.of(network, basis, coefficients);
    }

    private RatioEstimator odds(JsonNode node) {
        RatioEstimator network = network(node.path("odds"));
        return node.has("odds_slope")
                ? CalibratedOdds.of(network, number(node.path("odds_slope")), number(node.path("odds_shift")))
                : network;
    }

    private RatioEstimator network(JsonNode node) {
        String name = string(node, "file");
        if (!FILE_NAME.matcher(name).matches()) {
            throw bad("names the file \"" + name + "\", expected a plain name that ends in .aurum");
        }
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw bad("names the file " + name + ", which is not there");
        }
        if (!Checksums.ofFile(file).equals(string(node, "sha256"))) {
            throw bad("has another checksum for " + name + ", the file was changed");
        }
        return RatioFile.read(file);
    }

    private List<JsonNode> list(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isArray() || value.isEmpty() || value.size() > MAX_ITEMS) {
            throw bad("has no list \"" + key + "\" of 1 to " + MAX_ITEMS + " items");
        }
        List<JsonNode> items = new ArrayList<>();
        value.forEach(items::add);
        return items;
    }

    private int[] whole(JsonNode list, int most) {
        int[] values = new int[list.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode value = list.get(i);
            if (!value.isInt() || value.asInt() < 0 || value.asInt() > most) {
                throw bad("has " + value + " where a whole number from 0 to " + most + " belongs");
            }
            values[i] = value.asInt();
        }
        return values;
    }

    private double number(JsonNode value) {
        if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
            throw bad("has " + value + " where a number belongs");
        }
        return value.asDouble();
    }

    private String string(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isString()) {
            throw bad("has no text \"" + key + "\"");
        }
        return value.asString();
    }

    private BadInput bad(String complaint) {
        return new BadInput(
                "cannot read the model: " + DOCUMENT + " " + complaint,
                document.toString(),
                "take the folder of a run that finished, or run the study again");
    }
}
