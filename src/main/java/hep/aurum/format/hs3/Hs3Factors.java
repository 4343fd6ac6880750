package hep.aurum.format.hs3;

import hep.aurum.base.BadInput;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Read factors by bin: shapesys, staterror and shapefactor.
 *
 * <p>Programs disagree on {@code vals} of a shapesys: ROOT has relative uncertainties, pyhs3 absolute ones. They are read
 * as relative, and refused where the range of the parameter does not reach 1 + r.
 */
final class Hs3Factors {

    /** The upper end of a factor's range for which any uncertainty is believed: our own default. */
    private static final double WIDE = 10.0;

    private final Hs3Index distributions;
    private final Hs3Parameters parameters;
    private final Map<String, FactorSet> sets = new LinkedHashMap<>();
    private final Map<String, Integer> usedBins = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();

    Hs3Factors(Hs3Index distributions, Hs3Parameters parameters) {
        this.distributions = distributions;
        this.parameters = parameters;
    }

    /**
     * Note that a sample has factors.
     *
     * @param placed names whose bins have their places in this channel already
     */
    void collect(Hs3Node channel, Hs3Node sample, Hs3Node modifier, Set<String> placed) {
        boolean isStatError = isStatError(modifier);
        FactorSet.Kind kind = kind(channel, modifier);
        List<Double> contents = Hs3Channels.contents(sample);
        String name = setName(channel, modifier, kind);
        double threshold = isStatError ? threshold(channel) : 0.0;
        FactorSet set = sets.computeIfAbsent(
                key(channel, modifier, name), key -> new FactorSet(name, kind, isStatError, threshold));
        if (set.kind != kind || set.isStatError != isStatError) {
            throw new BadInput(
                    "factors \"" + name + "\" have two constraints",
                    modifier.where(),
                    "modifiers that share parameters share their constraint");
        }
        set.add(contents, uncertainties(sample, modifier, kind));
        if (set.isShared() && kind == FactorSet.Kind.GAUSS && !isStatError) {
            throw Hs3Reader.notSupported("a Gaussian shapesys of several samples", modifier);
        }
        if (placed.add(name)) {
            boolean continues = isStatError && kind == FactorSet.Kind.GAUSS;
            int offset = continues ? usedBins.merge(name, contents.size(), Integer::sum) - contents.size() : 0;
            placeBins(modifier, name, offset, documentNames(modifier, name, contents.size()));
        }
    }

    private static boolean isStatError(Hs3Node modifier) {
        return modifier.text("type").equals("staterror");
    }

    private static double threshold(Hs3Node channel) {
        return channel.find("staterror")
                .filter(node -> node.has("relThreshold"))
                .map(node -> node.number("relThreshold"))
                .orElse(0.0);
    }

    /** Statistical uncertainties are those of a channel, other factors go by their name alone. */
    private static String key(Hs3Node channel, Hs3Node modifier, String name) {
        return isStatError(modifier) ? channel.text("name") + '\n' + name : name;
    }

    private FactorSet.Kind kind(Hs3Node channel, Hs3Node modifier) {
        boolean isStatError = isStatError(modifier);
        String type = modifier.findText("constraint_type")
                .or(() -> modifier.findText("constraint"))
                .or(() -> channel.find("staterror")
                        .filter(node -> isStatError)
                        .flatMap(node -> node.findText("constraint_type").or(() -> node.findText("constraint"))))
                .orElse("");
        if (!type.isEmpty()) {
            return kind(type, modifier);
        }
        if (isStatError) {
            return FactorSet.Kind.POISSON;
        }
        return modifier.has("constraints") ? listedKind(modifier) : unconstrainedKind(modifier);
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

    private static FactorSet.Kind unconstrainedKind(Hs3Node modifier) {
        if (modifier.has("data")) {
            throw Hs3Reader.notSupported("\"data\" without a constraint", modifier);
        }
        return FactorSet.Kind.FREE;
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
    private String setName(Hs3Node channel, Hs3Node modifier, FactorSet.Kind kind) {
        boolean isStatError = isStatError(modifier);
        String channelName = channel.text("name");
        String plain = channelName.startsWith("model_") ? channelName.substring(6) : channelName;
        String fallback = isStatError ? "gamma_stat_" + plain : "gamma_" + Hs3Channels.name(modifier);
        List<String> given = modifier.texts("parameters");
        String name = given.isEmpty() ? fallback : BinNames.common(given, Hs3Channels.name(modifier));
        if (!isStatError || kind == FactorSet.Kind.GAUSS) {
            return name;
        }
        String owner = owners.putIfAbsent(name, channelName);
        return owner == null || owner.equals(channelName) ? name : name + "_" + plain;
    }

    private static List<String> documentNames(Hs3Node modifier, String name, int bins) {
        List<String> given = modifier.texts("parameters");
        if (given.isEmpty()) {
            List<String> names = new ArrayList<>();
            for (int b = 0; b < bins; b++) {
                names.add(BinNames.document(name, b));
            }
            return names;
        }
        requireBins(given.size(), "parameters", bins, modifier);
        return given;
    }

    private static void requireBins(int actual, String what, int bins, Hs3Node modifier) {
        if (actual != bins) {
            throw new BadInput(
                    "there are " + actual + " " + what + " for " + bins + " bins",
                    modifier.where(),
                    "give one for every bin");
        }
    }

    private void placeBins(Hs3Node modifier, String set, int offset, List<String> documents) {
        for (int b = 0; b < documents.size(); b++) {
            String ours = BinNames.ours(set, offset + b);
            parameters.put(ours, new Hs3Parameters.Place(set, documents.get(b)), modifier);
        }
    }

    /** Return the absolute uncertainties of a sample's bins. */
    private static List<Double> uncertainties(Hs3Node sample, Hs3Node modifier, FactorSet.Kind kind) {
        List<Double> contents = Hs3Channels.contents(sample);
        if (kind == FactorSet.Kind.FREE || kind == FactorSet.Kind.HELD) {
            return contents.stream().map(x -> 0.0).toList();
        }
        if (isStatError(modifier)) {
            // pyhs3 may write them with the modifier, in place of the sample's.
            List<Double> errors = modifier.find("data")
                    .map(data -> data.numbers("uncertainties"))
                    .orElseGet(() -> sample.get("data").numbers("errors"));
            requireBins(errors.size(), "uncertainties", contents.size(), modifier);
            return errors;
        }
        Hs3Node data = modifier.get("data");
        data.allowKeys(Set.of("vals"));
        List<Double> relative = data.numbers("vals");
        requireBins(relative.size(), "uncertainties", contents.size(), modifier);
        List<Double> absolute = new ArrayList<>();
        for (int b = 0; b < relative.size(); b++) {
            absolute.add(Math.max(0.0, contents.get(b)) * relative.get(b));
        }
        return absolute;
    }

    /** Return the modifier of a sample, after all samples were collected. */
    Modifier modifier(Hs3Node channel, Hs3Node sample, Hs3Node modifier) {
        FactorSet.Kind kind = kind(channel, modifier);
        FactorSet set = sets.get(key(channel, modifier, setName(channel, modifier, kind)));
        if (set == null) {
            throw new IllegalStateException(modifier.where() + " was not collected");
        }
        return set.modifier(uncertainties(sample, modifier, kind));
    }

    List<Channel> auxiliaryChannels() {
        return sets.values().stream()
                .flatMap(set -> set.auxiliaryChannel().stream())
                .toList();
    }

    List<Observation> auxiliaryObservations() {
        return sets.values().stream()
                .flatMap(set -> set.auxiliaryObservation().stream())
                .toList();
    }

    /** Return factors of auxiliary channels that stay at 1 for want of an uncertainty. */
    Set<String> heldFactors() {
        Set<String> held = new HashSet<>();
        for (FactorSet set : sets.values()) {
            for (int b = 0; b < set.bins(); b++) {
                if (set.holdsInChannel(b)) {
                    held.add(BinNames.ours(set.name, b));
                }
            }
        }
        return held;
    }

    /** Refuse uncertainties that the ranges of their parameters contradict: they are not relative ones. */
    void checkRanges(Hs3Points points, String origin) {
        for (FactorSet set : sets.values()) {
            for (int b = 0; b < set.bins() && !set.isStatError; b++) {
                double r = set.relative(b);
                String document = parameters.place(BinNames.ours(set.name, b)).document();
                double upper =
                        points.range(document).map(Hs3Points.Range::upper).orElse(WIDE);
                if (r > 1.0 && upper < Math.min(1.0 + r, WIDE)) {
                    throw new BadInput(
                            "\"vals\" of \"" + set.name + "\" has " + r + " in bin " + b
                                    + ", a relative uncertainty; its parameter ends at " + upper,
                            origin,
                            "divide absolute uncertainties by the contents, as ROOT writes them");
                }
            }
        }
    }
}
