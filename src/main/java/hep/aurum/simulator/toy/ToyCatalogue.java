package hep.aurum.simulator.toy;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Find a toy by its name, with its options by theirs, as a study file has them. */
public final class ToyCatalogue {

    private static final List<String> NAMES = List.of("eft-toy", "bump", "interference");

    private ToyCatalogue() {}

    /** Return the names of the toys. */
    public static List<String> names() {
        return NAMES;
    }

    /** Return the options of a toy with their standard values, in order. */
    public static Map<String, Double> options(String name) {
        return switch (known(name)) {
            case "eft-toy" -> eftOptions();
            case "bump" -> bumpOptions();
            default -> interferenceOptions();
        };
    }

    private static Map<String, Double> eftOptions() {
        EftOptions o = EftOptions.withDefaults();
        Map<String, Double> options = new LinkedHashMap<>();
        options.put("parameters", (double) o.parameters());
        options.put("smearing", o.smearing());
        options.put("cross_section_pb", o.crossSectionPb());
        options.put("range", o.range());
        return options;
    }

    private static Map<String, Double> bumpOptions() {
        BumpOptions o = BumpOptions.withDefaults();
        Map<String, Double> options = new LinkedHashMap<>();
        options.put("signal_pb", o.signalPb());
        options.put("background_pb", o.backgroundPb());
        options.put("mass", o.massGeV());
        options.put("width", o.widthGeV());
        options.put("slope", o.slopeGeV());
        options.put("min", o.minGeV());
        options.put("max", o.maxGeV());
        options.put("max_strength", o.maxStrength());
        return options;
    }

    private static Map<String, Double> interferenceOptions() {
        InterferenceOptions o = InterferenceOptions.withDefaults();
        Map<String, Double> options = new LinkedHashMap<>();
        options.put("smearing", o.smearing());
        options.put("cross_section_pb", o.crossSectionPb());
        options.put("range", o.range());
        return options;
    }

    /**
     * Create a toy.
     *
     * @param name one of {@link #names()}
     * @param options the options that differ from {@link #options(String)}
     * @throws NotFound if the toy or an option is not known
     * @throws BadInput if a value is not possible
     */
    public static Toy create(String name, Map<String, Double> options) {
        Map<String, Double> all = options(name);
        options.forEach((key, value) -> {
            if (all.replace(key, value) == null) {
                throw new NotFound(
                        "the toy " + name + " has no option \"" + key + "\"", "", Names.suggest(key, all.keySet()));
            }
        });
        try {
            return switch (name) {
                case "eft-toy" -> eft(all);
                case "bump" -> bump(all);
                default -> interference(all);
            };
        } catch (IllegalArgumentException e) {
            throw new BadInput("the options of the toy " + name + " are not possible: " + e.getMessage(), "", "");
        }
    }

    private static String known(String name) {
        if (!NAMES.contains(name)) {
            throw new NotFound("no toy is named \"" + name + "\"", "", Names.suggest(name, NAMES));
        }
        return name;
    }

    private static double of(Map<String, Double> options, String key) {
        return options.getOrDefault(key, Double.NaN);
    }

    private static Toy eft(Map<String, Double> o) {
        double parameters = of(o, "parameters");
        int whole = (int) parameters;
        if (whole != parameters) {
            throw new IllegalArgumentException("parameters is " + parameters + ", expected a whole number");
        }
        return EftToy.of(new EftOptions(whole, of(o, "smearing"), of(o, "cross_section_pb"), of(o, "range")));
    }

    private static Toy bump(Map<String, Double> o) {
        return BumpToy.of(new BumpOptions(
                of(o, "signal_pb"),
                of(o, "background_pb"),
                of(o, "mass"),
                of(o, "width"),
                of(o, "slope"),
                of(o, "min"),
                of(o, "max"),
                of(o, "max_strength")));
    }

    private static Toy interference(Map<String, Double> o) {
        return InterferenceToy.of(
                new InterferenceOptions(of(o, "smearing"), of(o, "cross_section_pb"), of(o, "range")));
    }
}
