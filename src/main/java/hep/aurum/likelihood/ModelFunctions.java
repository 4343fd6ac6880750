package hep.aurum.likelihood;

import hep.aurum.base.Check;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Name what replaces parameters of a model.
 *
 * @param parameters the new parameters, with finite intervals
 * @param functions polynomial by the parameter that it replaces
 * @param poi the parameter of interest
 */
public record ModelFunctions(List<ModelParameter> parameters, Map<String, Polynomial> functions, String poi) {

    /** Check names and intervals. */
    public ModelFunctions {
        parameters = List.copyOf(parameters);
        functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
        Check.argument(!functions.isEmpty(), "there is no function");
        Set<String> names = new LinkedHashSet<>();
        for (ModelParameter p : parameters) {
            Check.argument(names.add(p.name()), "the parameter %s is declared twice", p.name());
            Check.argument(
                    Double.isFinite(p.lower()) && Double.isFinite(p.upper()),
                    "the interval of %s is [%s, %s], expected finite ends",
                    p.name(),
                    p.lower(),
                    p.upper());
        }
    }

    /** Return the same functions with another parameter of interest. */
    public ModelFunctions withPoi(String name) {
        return new ModelFunctions(parameters, functions, name);
    }
}
