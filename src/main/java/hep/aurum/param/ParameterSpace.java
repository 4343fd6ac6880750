package hep.aurum.param;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Order the parameters of a study, so that a point θ is an array {@code [k]}.
 *
 * @param parameters the parameters, in the order of θ's components
 */
public record ParameterSpace(List<Parameter> parameters) {

    /** Copy the list and check that names differ. */
    public ParameterSpace {
        parameters = List.copyOf(parameters);
        Check.argument(
                new HashSet<>(parameters.stream().map(Parameter::name).toList()).size() == parameters.size(),
                "parameter names repeat: %s",
                parameters);
    }

    /** Return a space of the given parameters. */
    public static ParameterSpace of(Parameter... parameters) {
        return new ParameterSpace(List.of(parameters));
    }

    /** Return the number of parameters. */
    public int size() {
        return parameters.size();
    }

    /** Return the names in order. */
    public List<String> names() {
        return parameters.stream().map(Parameter::name).toList();
    }

    /** Return the parameter at a position. */
    public Parameter get(int index) {
        return parameters.get(index);
    }

    /**
     * Return the position of a parameter.
     *
     * @throws NotFound if there is none of that name
     */
    public int indexOf(String name) {
        int index = names().indexOf(name);
        if (index < 0) {
            throw new NotFound("no parameter is named \"" + name + "\"", "", Names.suggest(name, names()));
        }
        return index;
    }

    /** Return the point at which every parameter has its standard value. */
    public ParameterPoint standard() {
        return ParameterPoint.of(
                parameters.stream().mapToDouble(Parameter::standard).toArray());
    }

    /**
     * Return the point with the named values, and the standard value of every parameter that is not named.
     *
     * @throws NotFound if a name is not known
     */
    public ParameterPoint point(Map<String, Double> values) {
        double[] theta = standard().toArray();
        values.forEach((name, value) -> theta[indexOf(name)] = Check.finite(name, value));
        return ParameterPoint.of(theta);
    }

    /** Return whether a point lies inside every range, ends included. */
    public boolean contains(ParameterPoint theta) {
        Check.length("theta", theta.size(), size());
        for (int i = 0; i < size(); i++) {
            if (!get(i).contains(theta.get(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Require that a point lies inside every range.
     *
     * @param what whose point it is, for the message
     * @throws BadInput if it does not
     */
    public void requireInside(ParameterPoint theta, String what) {
        for (int i = 0; i < size(); i++) {
            Parameter p = get(i);
            if (!p.contains(theta.get(i))) {
                throw new BadInput(
                        what + " has " + p.name() + " = " + theta.get(i) + ", outside its range [" + p.min() + ", "
                                + p.max() + "]",
                        "",
                        "choose a point inside, or widen the range of " + p.name());
            }
        }
    }
}
