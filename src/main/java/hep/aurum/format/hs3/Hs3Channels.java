package hep.aurum.format.hs3;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Turn histfactory distributions into channels, in two passes: constraints and shared factors first, for they decide
 * which modifiers there are.
 */
final class Hs3Channels {

    /**
     * Place a parameter of ours in the document.
     *
     * @param set the name of the modifier
     * @param document the parameter's name in the document
     */
    record Place(String set, String document) {}

    private static final Set<String> CHANNEL_KEYS =
            Set.of("name", "type", "axes", "samples", "staterror", "default_interpolation");
    private static final Set<String> MODIFIER_KEYS = Set.of(
            "name",
            "type",
            "parameter",
            "parameters",
            "constraint",
            "constraint_name",
            "constraint_type",
            "constraints",
            "data",
            "interpolation");

    private final Hs3Index distributions;
    private final Hs3Constraints constraints;
    private final Map<String, FactorSet> factors = new LinkedHashMap<>();

    /** Place of every parameter of ours, by its name. */
    private final Map<String, Place> places = new LinkedHashMap<>();

    /** Our names by the document's, to see a factor that would be two of ours. */
    private final Map<String, String> ours = new HashMap<>();

    private final Map<String, Integer> usedBins = new HashMap<>();
    private final Map<String, String> setNames = new HashMap<>();

    Hs3Channels(Hs3Index distributions, Hs3Constraints constraints) {
        this.distributions = distributions;
        this.constraints = constraints;
    }

    Place place(String parameter) {
        Place place = places.get(parameter);
        if (place == null) {
            throw new IllegalStateException("parameter " + parameter + " has no place in the document");
        }
        return place;
    }

    /** First pass: note constraints, and which samples share factors by bin. */
    void collect(Hs3Node channel) {
        channel.allowKeys(CHANNEL_KEYS);
        Map<String, Integer> first = new HashMap<>();
        for (Hs3Node sample : samples(channel)) {
            sample.allowKeys(Set.of("name", "data", "modifiers"));
            for (Hs3Node modifier : modifiers(sample)) {
                modifier.allowKeys(MODIFIER_KEYS);
                String type = modifier.text("type");
                switch (type) {
                    case "normfactor", "normsys", "histosys" -> collectScalar(modifier, type);
                    case "shapesys", "shapefactor", "staterror" -> collectFactors(channel, sample, modifier, first);
                    default -> throw Hs3Reader.notSupported("the modifier type \"" + type + "\"", modifier);
                }
            }
        }
    }

    private static List<Hs3Node> samples(Hs3Node channel) {
        return channel.get("samples").node().isEmpty()
                ? List.of()
                : channel.list("samples").stream()
                        .map(sample -> sample.at("sample " + sample.text("name")))
                        .toList();
    }

    private static List<Hs3Node> modifiers(Hs3Node sample) {
        List<Hs3Node> list = new ArrayList<>();
        for (Hs3Node modifier : sample.list("modifiers")) {
            list.add(modifier.at("modifier " + name(modifier) + " (" + modifier.text("type") + ")"));
        }
        return list;
    }

    private static String name(Hs3Node modifier) {
        return modifier.findText("name")
                .or(() -> modifier.findText("parameter"))
                .or(() -> modifier.texts("parameters").stream().findFirst())
                .orElseGet(() -> modifier.text("name"));
    }

    private void collectScalar(Hs3Node modifier, String type) {
        boolean isFactor = type.equals("normfactor");
        String parameter = parameter(modifier, isFactor);
        put(parameter, new Place(parameter, parameter), modifier);
        constraints.add(modifier, parameter, isFactor);
    }

    private static String parameter(Hs3Node modifier, boolean isFactor) {
        return modifier.findText("parameter").orElseGet(() -> (isFactor ? "" : "alpha_") + name(modifier));
    }

    private void collectFactors(Hs3Node channel, Hs3Node sample, Hs3Node modifier, Map<String, Integer> first) {
        boolean isStatError = modifier.text("type").equals("staterror");
        FactorSet.Kind kind = kind(channel, modifier, isStatError);
        List<Double> contents = contents(sample);
        String name = setName(channel, modifier, isStatError, kind);
        double threshold = isStatError
                ? channel.find("staterror")
                        .filter(node -> node.has("relThreshold"))
                        .map(node -> node.number("relThreshold"))
                        .orElse(0.0)
                : 0.0;
        String key = isStatError ? channel.text("name") + '\n' + name : name;
        FactorSet set = factors.computeIfAbsent(key, k -> new FactorSet(name, kind, isStatError, threshold));
        if (set.kind != kind || (set.isStatError != isStatError)) {
            throw new BadInput(
                    "factors \"" + name + "\" have two constraints",
                    modifier.where(),
                    "modifiers that share parameters share their constraint");
        }
        set.add(contents, uncertainties(sample, modifier, kind, isStatError));
        if (set.isShared() && kind == FactorSet.Kind.GAUSS && !isStatError) {
            throw Hs3Reader.notSupported("a Gaussian shapesys of several samples", modifier);
        }
        if (!first.containsKey(name)) {
            boolean continues = isStatError && kind == FactorSet.Kind.GAUSS;
            int offset = continues ? usedBins.merge(name, contents.size(), Integer::sum) - contents.size() : 0;
            first.put(name, offset);
            placeBins(modifier, name, offset, documentNames(modifier, name, contents.size()));
        }
    }

    private FactorSet.Kind kind(Hs3Node channel, Hs3Node modifier, boolean isStatError) {
        String type = modifier.findText("constraint_type")
                .or(() -> modifier.findText("constraint"))
                .or(() -> channel.find("staterror")
                        .filter(node -> isStatError)
                        .flatMap(node -> node.findText("constraint_type").or(() -> node.findText("constraint"))))
                .orElse("");
        if (type.isEmpty() && !isStatError) {
            return modifier.has("constraints") ? listedKind(modifier) : unconstrainedKind(modifier);
        }
        return kind(type.isEmpty() ? "Poisson" : type, modifier);
    }

    private static FactorSet.Kind unconstrainedKind(Hs3Node modifier) {
        if (modifier.find("data").filter(data -> data.has("vals")).isPresent()) {
            throw Hs3Reader.notSupported("\"vals\" without a constraint", modifier);
        }
        return FactorSet.Kind.FREE;
    }

    private static FactorSet.Kind kind(String type, Hs3Node modifier) {
        if (Hs3Constraints.isGaussian(type)) {
            return FactorSet.Kind.GAUSS;
        }
        return switch (type) {
            case "Poisson" -> FactorSet.Kind.POISSON;
            case "Const" -> FactorSet.Kind.HELD;
            default -> throw Hs3Reader.notSupported("the constraint \"" + type + "\"", modifier);
        };
    }

    /** ROOT may list a distribution for each bin, null for none: they tell the kind, the widths are "vals" again. */
    private FactorSet.Kind listedKind(Hs3Node modifier) {
        Set<String> types = new HashSet<>();
        for (Hs3Node entry : modifier.list("constraints")) {
            if (entry.node().isString()) {
                types.add(distributions.get(entry.node().stringValue()).text("type"));
            }
        }
        if (types.equals(Set.of("poisson_dist"))) {
            return FactorSet.Kind.POISSON;
        }
        if (types.equals(Set.of("gaussian_dist"))) {
            return FactorSet.Kind.GAUSS;
        }
        throw Hs3Reader.notSupported(
                "constraints by bin of types " + types.stream().sorted().toList(), modifier);
    }

    /** Find the common name of factors; a Poisson set that has a name of another channel gets that of its channel. */
    private String setName(Hs3Node channel, Hs3Node modifier, boolean isStatError, FactorSet.Kind kind) {
        String channelName = channel.text("name");
        String plain = channelName.startsWith("model_") ? channelName.substring(6) : channelName;
        String fallback = isStatError ? "gamma_stat_" + plain : "gamma_" + name(modifier);
        List<String> parameters = modifier.texts("parameters");
        String name = parameters.isEmpty() ? fallback : BinNames.common(parameters, name(modifier));
        if (!isStatError || kind == FactorSet.Kind.GAUSS) {
            return name;
        }
        String owner = setNames.putIfAbsent(name, channelName);
        return owner == null || owner.equals(channelName) ? name : name + "_" + plain;
    }

    private static List<String> documentNames(Hs3Node modifier, String name, int bins) {
        List<String> parameters = modifier.texts("parameters");
        if (parameters.isEmpty()) {
            List<String> names = new ArrayList<>();
            for (int b = 0; b < bins; b++) {
                names.add(BinNames.document(name, b));
            }
            return names;
        }
        if (parameters.size() != bins) {
            throw new BadInput(
                    "there are " + parameters.size() + " \"parameters\" for " + bins + " bins",
                    modifier.where(),
                    "give one for every bin");
        }
        return parameters;
    }

    private void placeBins(Hs3Node modifier, String set, int offset, List<String> documents) {
        for (int b = 0; b < documents.size(); b++) {
            put(BinNames.ours(set, offset + b), new Place(set, documents.get(b)), modifier);
        }
    }

    private void put(String parameter, Place place, Hs3Node modifier) {
        places.putIfAbsent(parameter, place);
        String known = ours.putIfAbsent(place.document(), parameter);
        if (known != null && !known.equals(parameter)) {
            throw new NotSupported(
                    "the parameter \"" + place.document() + "\" is shared between different kinds of modifiers, \""
                            + known + "\" and \"" + parameter + "\"",
                    modifier.where(),
                    "give them parameters of their own");
        }
    }

    private static List<Double> contents(Hs3Node sample) {
        return sample.get("data").numbers("contents");
    }

    private static List<Double> uncertainties(
            Hs3Node sample, Hs3Node modifier, FactorSet.Kind kind, boolean isStatError) {
        List<Double> contents = contents(sample);
        if (kind == FactorSet.Kind.FREE || kind == FactorSet.Kind.HELD) {
            return contents.stream().map(x -> 0.0).toList();
        }
        List<Double> values = isStatError
                ? sample.get("data").numbers("errors")
                : modifier.get("data").numbers("vals");
        if (values.size() != contents.size()) {
            throw new BadInput(
                    "there are " + values.size() + " uncertainties for " + contents.size() + " bins",
                    modifier.where(),
                    "give one for every bin");
        }
        if (isStatError) {
            return values;
        }
        List<Double> absolute = new ArrayList<>();
        for (int b = 0; b < values.size(); b++) {
            absolute.add(Math.max(0.0, contents.get(b)) * values.get(b));
        }
        return absolute;
    }

    /** Second pass: build the channel. */
    Channel channel(Hs3Node channel) {
        List<Sample> list = new ArrayList<>();
        for (Hs3Node sample : samples(channel)) {
            List<Modifier> modifiers = new ArrayList<>();
            for (Hs3Node modifier : modifiers(sample)) {
                modifiers.add(modifier(channel, sample, modifier));
            }
            list.add(new Sample(sample.text("name"), contents(sample), modifiers));
        }
        Channel result = new Channel(channel.text("name"), list);
        if (!list.isEmpty()) {
            checkAxes(channel, result.bins());
        }
        return result;
    }

    static void checkAxes(Hs3Node node, int bins) {
        long product = 1;
        for (Hs3Node axis : node.list("axes")) {
            int count = axis.has("edges")
                    ? axis.numbers("edges").size() - 1
                    : axis.has("bounds") ? axis.numbers("bounds").size() - 1 : (int) axis.number("nbins");
            product = Math.min(Integer.MAX_VALUE, product * Math.max(0, count));
        }
        if (node.has("axes") && product != bins) {
            throw new BadInput(
                    "the axes have " + product + " bins, \"contents\" has " + bins,
                    node.where(),
                    "give one number for every bin");
        }
    }

    private Modifier modifier(Hs3Node channel, Hs3Node sample, Hs3Node modifier) {
        switch (modifier.text("type")) {
            case "normfactor":
                String factor = parameter(modifier, true);
                return constraints.isConstrained(factor) ? new Modifier.Lumi(factor) : new Modifier.NormFactor(factor);
            case "normsys":
                requireInterpolation(channel, modifier, "mult", "exp");
                Hs3Node pair = modifier.get("data");
                return new Modifier.NormSys(parameter(modifier, false), pair.number("lo"), pair.number("hi"));
            case "histosys":
                requireInterpolation(channel, modifier, "add", "poly1");
                Hs3Node data = modifier.get("data");
                return new Modifier.HistoSys(
                        parameter(modifier, false),
                        data.get("lo").numbers("contents"),
                        data.get("hi").numbers("contents"));
            default:
                return factors(channel, sample, modifier);
        }
    }

    private Modifier factors(Hs3Node channel, Hs3Node sample, Hs3Node modifier) {
        boolean isStatError = modifier.text("type").equals("staterror");
        FactorSet.Kind kind = kind(channel, modifier, isStatError);
        String name = setName(channel, modifier, isStatError, kind);
        FactorSet set = factors.get(isStatError ? channel.text("name") + '\n' + name : name);
        if (set == null) {
            throw new IllegalStateException("factors " + name + " were not collected");
        }
        return set.modifier(uncertainties(sample, modifier, kind, isStatError));
    }

    /** Code 4, or {type, in, out} of the default: a polynomial of sixth order inside, the given function outside. */
    private static void requireInterpolation(Hs3Node channel, Hs3Node modifier, String type, String outside) {
        modifier.find("interpolation")
                .or(() -> channel.find("default_interpolation"))
                .ifPresent(node -> {
                    JsonNode value = node.node();
                    boolean isDefault = value.isObject()
                            ? node.findText("type").orElse("").equals(type)
                                    && node.findText("in").orElse("").equals("poly6")
                                    && node.findText("out").orElse("").equals(outside)
                            : value.isInt()
                                    ? value.intValue() == 4
                                    : type.equals("add")
                                            && value.isString()
                                            && value.stringValue().equals("poly6");
                    if (!isDefault) {
                        throw Hs3Reader.notSupported("the interpolation " + value, modifier);
                    }
                });
    }

    List<Channel> auxiliaryChannels() {
        return factors.values().stream()
                .flatMap(set -> set.auxiliaryChannel().stream())
                .toList();
    }

    List<Observation> auxiliaryObservations() {
        return factors.values().stream()
                .flatMap(set -> set.auxiliaryObservation().stream())
                .toList();
    }

    /** Return factors of auxiliary channels that stay at 1 for want of an uncertainty. */
    Set<String> heldFactors() {
        Set<String> held = new HashSet<>();
        for (FactorSet set : factors.values()) {
            for (int b = 0; b < set.bins(); b++) {
                if (set.holdsInChannel(b)) {
                    held.add(BinNames.ours(set.name, b));
                }
            }
        }
        return held;
    }
}
