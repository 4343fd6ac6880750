package hep.aurum.format.hs3;

import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.InterpolationCodes;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.ParameterSettings.Interval;
import hep.aurum.likelihood.binned.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Find where the parameters of an analysis differ from the defaults of their modifiers. */
record Hs3Settings(
        List<Channel> channels,
        List<Observation> observations,
        Hs3Constraints constraints,
        Hs3Parameters places,
        Hs3Factors factors,
        Hs3Points points) {

    Measurement measurement(String name, String poi) {
        Map<String, ParameterSettings> known = constraints.settings(points);
        Map<String, List<ModelParameter>> sets =
                parametersBySet(new Measurement(name, "", List.copyOf(known.values())));
        Set<String> held = factors.heldFactors();
        List<ParameterSettings> list = new ArrayList<>();
        sets.forEach((set, parameters) -> {
            ParameterSettings plain = ParameterSettings.of(set);
            ParameterSettings settings = changed(known.getOrDefault(set, plain), parameters, held);
            if (!settings.equals(plain)) {
                list.add(settings);
            }
        });
        return new Measurement(name, poi, list);
    }

    private Map<String, List<ModelParameter>> parametersBySet(Measurement bare) {
        Workspace workspace = new Workspace(channels, observations, List.of(bare));
        Map<String, List<ModelParameter>> sets = new LinkedHashMap<>();
        for (ModelParameter p :
                BinnedModel.of(workspace, InterpolationCodes.withDefaults()).parameters()) {
            sets.computeIfAbsent(places.place(p.name()).set(), set -> new ArrayList<>())
                    .add(p);
        }
        return sets;
    }

    private ParameterSettings changed(ParameterSettings base, List<ModelParameter> parameters, Set<String> held) {
        List<Double> inits = new ArrayList<>();
        List<Interval> bounds = new ArrayList<>();
        List<Boolean> constants = new ArrayList<>();
        for (ModelParameter p : parameters) {
            boolean isHeld = held.contains(p.name());
            String document = places.place(p.name()).document();
            Optional<Hs3Points.Value> value = points.value(document).filter(v -> !isHeld);
            Optional<Hs3Points.Range> range = points.range(document);
            inits.add(value.map(Hs3Points.Value::value).orElse(p.init()));
            constants.add(value.flatMap(Hs3Points.Value::isConstant).orElse(isHeld || p.isFixed()));
            bounds.add(range.map(r -> new Interval(r.lower(), r.upper())).orElse(interval(p)));
        }
        Optional<Boolean> isFixed = isFixed(constants, parameters);
        if (constants.contains(true) && constants.contains(false)) {
            closeConstants(constants, parameters, inits, bounds);
        }
        List<Double> defaultInits =
                parameters.stream().map(ModelParameter::init).toList();
        List<Interval> defaultBounds =
                parameters.stream().map(Hs3Settings::interval).toList();
        return new ParameterSettings(
                base.name(),
                inits.equals(defaultInits) ? List.of() : inits,
                bounds.equals(defaultBounds) ? List.of() : bounds,
                base.auxdata(),
                base.sigmas(),
                isFixed);
    }

    private static Interval interval(ModelParameter p) {
        return new Interval(p.lower(), p.upper());
    }

    /** Return what a setting for all bins of a name can say; empty if the modifier's default holds. */
    private static Optional<Boolean> isFixed(List<Boolean> constants, List<ModelParameter> parameters) {
        if (constants.equals(parameters.stream().map(ModelParameter::isFixed).toList())) {
            return Optional.empty();
        }
        boolean areAll = !constants.contains(false);
        boolean hasFixedDefault = parameters.stream().anyMatch(ModelParameter::isFixed);
        return areAll || hasFixedDefault ? Optional.of(areAll) : Optional.empty();
    }

    /** A setting fixes all bins or none: where some are constant, these get an interval of a single value. */
    private static void closeConstants(
            List<Boolean> constants, List<ModelParameter> parameters, List<Double> inits, List<Interval> bounds) {
        boolean isDefault = constants.equals(
                parameters.stream().map(ModelParameter::isFixed).toList());
        for (int i = 0; i < constants.size(); i++) {
            if (constants.get(i) && !isDefault) {
                bounds.set(i, new Interval(inits.get(i), inits.get(i)));
            }
        }
    }
}
