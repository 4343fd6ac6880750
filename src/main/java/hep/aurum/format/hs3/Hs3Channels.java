package hep.aurum.format.hs3;

import hep.aurum.base.BadInput;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Sample;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turn histfactory distributions into channels, in two passes: constraints and shared factors first, for they decide
 * which modifiers there are.
 */
final class Hs3Channels {

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

    private final Hs3Parameters parameters;
    private final Hs3Constraints constraints;
    private final Hs3Factors factors;

    Hs3Channels(Hs3Parameters parameters, Hs3Constraints constraints, Hs3Factors factors) {
        this.parameters = parameters;
        this.constraints = constraints;
        this.factors = factors;
    }

    /** First pass: note constraints, and which samples share factors by bin. */
    void collect(Hs3Node channel) {
        channel.allowKeys(CHANNEL_KEYS);
        Set<String> placed = new HashSet<>();
        for (Hs3Node sample : samples(channel)) {
            sample.allowKeys(Set.of("name", "data", "modifiers"));
            sample.get("data").allowKeys(Set.of("contents", "errors"));
            for (Hs3Node modifier : modifiers(sample)) {
                modifier.allowKeys(MODIFIER_KEYS);
                String type = modifier.text("type");
                switch (type) {
                    case "normfactor", "normsys", "histosys" -> collectScalar(modifier, type.equals("normfactor"));
                    case "shapesys", "shapefactor", "staterror" -> factors.collect(channel, sample, modifier, placed);
                    default -> throw Hs3Reader.notSupported("the modifier type \"" + type + "\"", modifier);
                }
            }
        }
    }

    private static List<Hs3Node> samples(Hs3Node channel) {
        channel.get("samples");
        return channel.list("samples").stream()
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

    /** Return the name of a modifier, or that of its first parameter. */
    static String name(Hs3Node modifier) {
        return modifier.findText("name")
                .or(() -> modifier.findText("parameter"))
                .or(() -> modifier.texts("parameters").stream().findFirst())
                .orElseGet(() -> modifier.text("name"));
    }

    static List<Double> contents(Hs3Node sample) {
        return sample.get("data").numbers("contents");
    }

    private void collectScalar(Hs3Node modifier, boolean isFactor) {
        String parameter = parameter(modifier, isFactor);
        parameters.put(parameter, new Hs3Parameters.Place(parameter, parameter), modifier);
        constraints.add(modifier, parameter, isFactor);
    }

    /** Return the parameter, which in ROOT goes without saying. */
    private static String parameter(Hs3Node modifier, boolean isFactor) {
        return modifier.findText("parameter").orElseGet(() -> (isFactor ? "" : "alpha_") + name(modifier));
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

    private Modifier modifier(Hs3Node channel, Hs3Node sample, Hs3Node modifier) {
        switch (modifier.text("type")) {
            case "normfactor":
                String factor = parameter(modifier, true);
                return constraints.isConstrained(factor) ? new Modifier.Lumi(factor) : new Modifier.NormFactor(factor);
            case "normsys":
                Hs3Interpolation.FACTOR.require(channel, modifier);
                Hs3Node pair = variations(modifier);
                return new Modifier.NormSys(parameter(modifier, false), pair.number("lo"), pair.number("hi"));
            case "histosys":
                Hs3Interpolation.HISTOGRAM.require(channel, modifier);
                Hs3Node histograms = variations(modifier);
                return new Modifier.HistoSys(
                        parameter(modifier, false),
                        histograms.get("lo").numbers("contents"),
                        histograms.get("hi").numbers("contents"));
            default:
                return factors.modifier(channel, sample, modifier);
        }
    }

    private static Hs3Node variations(Hs3Node modifier) {
        Hs3Node data = modifier.get("data");
        data.allowKeys(Set.of("lo", "hi", "interpolation"));
        return data;
    }

    /** Compare the number of bins of the axes, if there are any, with that of the contents. */
    static void checkAxes(Hs3Node node, int bins) {
        long product = 1;
        for (Hs3Node axis : node.list("axes")) {
            product = Math.min(Integer.MAX_VALUE, product * bins(axis));
        }
        if (node.has("axes") && product != bins) {
            throw new BadInput(
                    "the axes have " + product + " bins, \"contents\" has " + bins,
                    node.where(),
                    "give one number for every bin");
        }
    }

    /** Count the bins by the edges, which ROOT once called bounds, or as the axis says. */
    private static int bins(Hs3Node axis) {
        for (String key : List.of("edges", "bounds")) {
            if (axis.has(key)) {
                return Math.max(0, axis.numbers(key).size() - 1);
            }
        }
        return (int) Math.max(0.0, axis.number("nbins"));
    }
}
