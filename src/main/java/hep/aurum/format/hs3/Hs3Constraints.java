package hep.aurum.format.hs3;

import hep.aurum.base.BadInput;
import hep.aurum.likelihood.binned.ParameterSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Know which single parameters are constrained, and by which Gaussian. */
final class Hs3Constraints {

    /** Stands for the unit Gaussian, which has no distribution of its own. */
    private static final String UNIT = "";

    private final Hs3Index known;

    /** Name of the constraining distribution by parameter; empty for the unit Gaussian. */
    private final Map<String, String> distributions = new LinkedHashMap<>();

    /** Nominal value of the parameters: 1 for factors, 0 for interpolations. */
    private final Map<String, Double> nominal = new LinkedHashMap<>();

    Hs3Constraints(Hs3Index known) {
        this.known = known;
    }

    /** Note the constraint of a modifier with one parameter. */
    void add(Hs3Node modifier, String parameter, boolean isFactor) {
        nominal.put(parameter, isFactor ? 1.0 : 0.0);
        Optional<String> distribution = distribution(modifier);
        if (distribution.isEmpty() && isFactor) {
            return;
        }
        put(parameter, distribution.orElse(UNIT), modifier);
    }

    private Optional<String> distribution(Hs3Node modifier) {
        Optional<String> name = modifier.findText("constraint_name");
        Optional<String> either = modifier.findText("constraint");
        if (name.isEmpty() && either.isPresent() && known.find(either.get()).isPresent()) {
            name = either;
        }
        if (name.isPresent()) {
            known.get(name.get());
            return name;
        }
        Optional<String> type = either.or(() -> modifier.findText("constraint_type"));
        if (type.isPresent() && !isGaussian(type.get())) {
            throw Hs3Reader.notSupported("the constraint \"" + type.get() + "\" of one parameter", modifier);
        }
        return type.map(t -> UNIT);
    }

    static boolean isGaussian(String type) {
        return type.toLowerCase(Locale.ROOT).startsWith("gauss");
    }

    /** Note an auxiliary distribution of the likelihood; it may repeat the one that a modifier names. */
    void addAuxiliary(String name, Hs3Node likelihood) {
        Hs3Node distribution = known.get(name);
        String parameter = parameterOf(distribution)
                .orElseThrow(() -> Hs3Reader.notSupported(
                        "the auxiliary distribution \"" + name + "\" of no parameter of a modifier", likelihood));
        put(parameter, name, distribution);
    }

    private Optional<String> parameterOf(Hs3Node distribution) {
        requireGaussian(distribution);
        for (String key : List.of("x", "mean")) {
            JsonNode value = distribution.get(key).node();
            if (value.isString() && nominal.containsKey(value.stringValue())) {
                return Optional.of(value.stringValue());
            }
        }
        return Optional.empty();
    }

    private void put(String parameter, String distribution, Hs3Node where) {
        String before = distributions.putIfAbsent(parameter, distribution);
        if (before != null && !before.equals(distribution)) {
            throw new BadInput(
                    "parameter \"" + parameter + "\" has two constraints, \"" + before + "\" and \"" + distribution
                            + "\"",
                    where.where(),
                    "modifiers that share a parameter share its constraint");
        }
    }

    boolean isConstrained(String parameter) {
        return distributions.containsKey(parameter);
    }

    /** Return the settings of parameters whose measured value or uncertainty is not the default. */
    Map<String, ParameterSettings> settings(Hs3Points points) {
        Map<String, ParameterSettings> settings = new LinkedHashMap<>();
        distributions.forEach((parameter, name) -> {
            double standard = nominal.getOrDefault(parameter, 0.0);
            double mean;
            double sigma = 1.0;
            if (name.equals(UNIT)) {
                mean = points.value("nom_" + parameter)
                        .map(Hs3Points.Value::value)
                        .orElse(standard);
            } else {
                Hs3Node distribution = known.get(name);
                requireGaussian(distribution);
                sigma = resolve(distribution, "sigma", points);
                mean = resolve(distribution, nominalKey(distribution, parameter), points);
            }
            if (standard != 0.0 || mean != 0.0 || sigma != 1.0) {
                settings.put(parameter, ParameterSettings.of(parameter).withConstraint(mean, sigma));
            }
        });
        return settings;
    }

    /** A Gaussian is the same when value and mean are exchanged, and ROOT writes both ways. */
    private static String nominalKey(Hs3Node distribution, String parameter) {
        for (String key : List.of("x", "mean")) {
            JsonNode value = distribution.get(key).node();
            if (value.isString() && value.stringValue().equals(parameter)) {
                return key.equals("x") ? "mean" : "x";
            }
        }
        throw Hs3Reader.notSupported("a constraint that does not name \"" + parameter + "\"", distribution);
    }

    private static double resolve(Hs3Node distribution, String key, Hs3Points points) {
        if (!distribution.get(key).node().isString()) {
            return distribution.number(key);
        }
        String name = distribution.text(key);
        return points.value(name)
                .map(Hs3Points.Value::value)
                .orElseThrow(() -> Hs3Reader.notSupported(
                        "\"" + key + "\" = \"" + name + "\" that is no value of the analysis' parameter point",
                        distribution));
    }

    private static void requireGaussian(Hs3Node distribution) {
        String type = distribution.text("type");
        if (!type.equals("gaussian_dist") && !type.equals("normal_dist")) {
            throw Hs3Reader.notSupported("the constraint of type \"" + type + "\" for one parameter", distribution);
        }
    }
}
