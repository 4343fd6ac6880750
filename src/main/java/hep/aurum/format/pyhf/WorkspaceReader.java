package hep.aurum.format.pyhf;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Turn a JSON tree into a workspace; the place in the document is carried along for messages. */
final class WorkspaceReader {

    private static final Set<String> PARAMETER_KEYS =
            Set.of("name", "inits", "bounds", "auxdata", "sigmas", "fixed", "factors");

    /** Longest value that a message quotes in full. */
    private static final int QUOTED = 40;

    private final String origin;

    WorkspaceReader(String origin) {
        this.origin = origin;
    }

    Workspace read(JsonNode root) {
        requireObject(root, "the document", origin);
        allowKeys(root, Set.of("channels", "observations", "measurements", "version"), origin);
        String version = text(root, "version", origin);
        if (!version.equals(Workspace.VERSION)) {
            throw new BadInput(
                    "the workspace has version \"" + version + "\"",
                    origin,
                    "version \"" + Workspace.VERSION + "\" is supported");
        }
        List<Channel> channels = new ArrayList<>();
        for (JsonNode node : array(root, "channels", origin)) {
            channels.add(channel(node));
        }
        List<Observation> observations = new ArrayList<>();
        for (JsonNode node : array(root, "observations", origin)) {
            String name = text(node, "name", origin + ", observations");
            allowKeys(node, Set.of("name", "data"), origin + ", observation " + name);
            observations.add(new Observation(name, numbers(node, "data", origin + ", observation " + name)));
        }
        List<Measurement> measurements = new ArrayList<>();
        for (JsonNode node : array(root, "measurements", origin)) {
            measurements.add(measurement(node));
        }
        return new Workspace(channels, observations, measurements);
    }

    private Channel channel(JsonNode node) {
        String name = text(node, "name", origin + ", channels");
        String where = origin + ", channel " + name;
        allowKeys(node, Set.of("name", "samples"), where);
        List<Sample> samples = new ArrayList<>();
        for (JsonNode sample : array(node, "samples", where)) {
            samples.add(sample(sample, where));
        }
        return new Channel(name, samples);
    }

    private Sample sample(JsonNode node, String channel) {
        String name = text(node, "name", channel + ", samples");
        String where = channel + ", sample " + name;
        allowKeys(node, Set.of("name", "data", "modifiers"), where);
        List<Modifier> modifiers = new ArrayList<>();
        for (JsonNode modifier : array(node, "modifiers", where)) {
            modifiers.add(modifier(modifier, where));
        }
        return new Sample(name, numbers(node, "data", where), modifiers);
    }

    private Modifier modifier(JsonNode node, String sample) {
        String name = text(node, "name", sample + ", modifiers");
        String type = text(node, "type", sample + ", modifier " + name);
        String where = sample + ", modifier " + name + " (" + type + ")";
        allowKeys(node, Set.of("name", "type", "data"), where);
        switch (type) {
            case "normfactor":
                requireNoData(node, where);
                return new Modifier.NormFactor(name);
            case "shapefactor":
                requireNoData(node, where);
                return new Modifier.ShapeFactor(name);
            case "lumi":
                requireNoData(node, where);
                if (!name.equals("lumi")) {
                    throw new BadInput(
                            "the luminosity has the name \"" + name + "\"", where, "its name must be \"lumi\"");
                }
                return new Modifier.Lumi(name);
            case "shapesys":
                return new Modifier.ShapeSys(name, numbers(node, "data", where));
            case "staterror":
                return new Modifier.StatError(name, numbers(node, "data", where));
            case "normsys":
                JsonNode factors = child(node, "data", where);
                allowKeys(factors, Set.of("lo", "hi"), where);
                return new Modifier.NormSys(name, number(factors, "lo", where), number(factors, "hi", where));
            case "histosys":
                JsonNode histograms = child(node, "data", where);
                allowKeys(histograms, Set.of("lo_data", "hi_data"), where);
                return new Modifier.HistoSys(
                        name, numbers(histograms, "lo_data", where), numbers(histograms, "hi_data", where));
            default:
                throw new BadInput(
                        "unknown modifier type \"" + type + "\"", where, Names.suggest(type, Modifier.TYPES));
        }
    }

    private static void requireNoData(JsonNode node, String where) {
        JsonNode data = child(node, "data", where);
        if (!data.isNull()) {
            throw new BadInput("\"data\" is " + shown(data), where, "this type has none: write null");
        }
    }

    private Measurement measurement(JsonNode node) {
        String name = text(node, "name", origin + ", measurements");
        String where = origin + ", measurement " + name;
        allowKeys(node, Set.of("name", "config"), where);
        JsonNode config = child(node, "config", where);
        allowKeys(config, Set.of("poi", "parameters"), where);
        String poi = text(config, "poi", where);
        List<ParameterSettings> parameters = new ArrayList<>();
        for (JsonNode parameter : array(config, "parameters", where)) {
            parameters.add(settings(parameter, where));
        }
        return new Measurement(name, poi, parameters);
    }

    private ParameterSettings settings(JsonNode node, String measurement) {
        String name = text(node, "name", measurement + ", parameters");
        String where = measurement + ", parameter " + name;
        allowKeys(node, PARAMETER_KEYS, where);
        List<ParameterSettings.Interval> bounds = new ArrayList<>();
        if (node.has("bounds")) {
            for (JsonNode pair : array(node, "bounds", where)) {
                if (!pair.isArray() || pair.size() != 2) {
                    throw new BadInput("\"bounds\" holds something else than pairs", where, "write [[lower, upper]]");
                }
                bounds.add(new ParameterSettings.Interval(
                        number(pair.get(0), "bounds", " at the lower end", where),
                        number(pair.get(1), "bounds", " at the upper end", where)));
            }
            if (bounds.isEmpty()) {
                throw new BadInput("\"bounds\" is empty", where, "write [[lower, upper]]");
            }
        }
        JsonNode fixed = node.get("fixed");
        if (fixed != null && !fixed.isBoolean()) {
            throw new BadInput("\"fixed\" is not true or false", where, "write true or false");
        }
        return new ParameterSettings(
                name,
                optionalNumbers(node, "inits", where),
                bounds,
                optionalNumbers(node, "auxdata", where),
                optionalNumbers(node, "sigmas", where),
                optionalNumbers(node, "factors", where),
                fixed == null ? Optional.empty() : Optional.of(fixed.booleanValue()));
    }

    private static List<Double> optionalNumbers(JsonNode node, String key, String where) {
        return node.has(key) ? numbers(node, key, where) : List.of();
    }

    private static List<Double> numbers(JsonNode node, String key, String where) {
        JsonNode array = array(node, key, where);
        if (array.isEmpty()) {
            throw new BadInput("\"" + key + "\" is empty", where, "give at least one number");
        }
        List<Double> values = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            values.add(number(array.get(i), key, " in bin " + i, where));
        }
        return values;
    }

    private static double number(JsonNode node, String key, String where) {
        return number(child(node, key, where), key, "", where);
    }

    private static double number(JsonNode value, String key, String bin, String where) {
        // A whole number may be too long for a double, and asking for one would throw.
        double number = value.isIntegralNumber()
                ? value.bigIntegerValue().doubleValue()
                : value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!Double.isFinite(number)) {
            throw new BadInput(
                    "\"" + key + "\" is " + shown(value) + bin + ", not a finite number", where, "write a number");
        }
        return number;
    }

    /** A value as messages quote it: whole if short. */
    private static String shown(JsonNode value) {
        if (value.isContainer()) {
            return value.isArray() ? "a list" : "an object";
        }
        String text = value.toString();
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "...";
    }

    private static String text(JsonNode node, String key, String where) {
        requireObject(node, "an entry", where);
        JsonNode value = child(node, key, where);
        if (!value.isString()) {
            throw new BadInput("\"" + key + "\" is " + shown(value) + ", not a text", where, "write it in quotes");
        }
        return value.stringValue();
    }

    private static JsonNode array(JsonNode node, String key, String where) {
        JsonNode value = child(node, key, where);
        if (!value.isArray()) {
            throw new BadInput("\"" + key + "\" is not a list", where, "write it as [ ... ]");
        }
        return value;
    }

    private static JsonNode child(JsonNode node, String key, String where) {
        requireObject(node, "the parent of \"" + key + "\"", where);
        JsonNode value = node.get(key);
        if (value == null) {
            throw new BadInput(
                    "\"" + key + "\" is missing", where, Names.suggest(key, List.copyOf(node.propertyNames())));
        }
        return value;
    }

    private static void requireObject(JsonNode node, String what, String where) {
        if (node == null || !node.isObject()) {
            throw new BadInput(what + " is not an object", where, "write it as { ... }");
        }
    }

    private static void allowKeys(JsonNode node, Set<String> allowed, String where) {
        requireObject(node, "an entry", where);
        for (String key : node.propertyNames()) {
            if (!allowed.contains(key)) {
                throw new BadInput(
                        "unknown key \"" + key + "\"",
                        where,
                        Names.suggest(key, allowed.stream().sorted().toList()));
            }
        }
    }
}
