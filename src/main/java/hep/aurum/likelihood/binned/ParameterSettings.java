package hep.aurum.likelihood.binned;

import java.util.List;
import java.util.Optional;

/**
 * Override the defaults of a parameter, or of the parameters by bin of one name.
 *
 * @param name of the modifier
 * @param inits where searches begin; empty for the default
 * @param bounds intervals; empty for the default
 * @param auxdata measured values of the constraint; empty for the default
 * @param sigmas uncertainties of a Gaussian constraint; empty for the default
 * @param factors expected auxiliary counts τ of a Poisson constraint Pois(a | τγ); empty for the default
 * @param isFixed whether fits hold the parameters; empty for the default
 */
public record ParameterSettings(
        String name,
        List<Double> inits,
        List<Interval> bounds,
        List<Double> auxdata,
        List<Double> sigmas,
        List<Double> factors,
        Optional<Boolean> isFixed) {

    /**
     * Bound a parameter.
     *
     * @param lower lower end
     * @param upper upper end
     */
    public record Interval(double lower, double upper) {}

    /** Copy the lists. */
    public ParameterSettings {
        inits = List.copyOf(inits);
        bounds = List.copyOf(bounds);
        auxdata = List.copyOf(auxdata);
        sigmas = List.copyOf(sigmas);
        factors = List.copyOf(factors);
    }

    /** Hold settings without factors of a Poisson constraint. */
    public ParameterSettings(
            String name,
            List<Double> inits,
            List<Interval> bounds,
            List<Double> auxdata,
            List<Double> sigmas,
            Optional<Boolean> isFixed) {
        this(name, inits, bounds, auxdata, sigmas, List.of(), isFixed);
    }

    /** Return settings that leave every default of a parameter in place. */
    public static ParameterSettings of(String name) {
        return new ParameterSettings(name, List.of(), List.of(), List.of(), List.of(), Optional.empty());
    }

    /** Return these settings with one starting value and its interval. */
    public ParameterSettings withRange(double init, double lower, double upper) {
        return new ParameterSettings(
                name, List.of(init), List.of(new Interval(lower, upper)), auxdata, sigmas, factors, isFixed);
    }

    /** Return these settings with one measured value and its uncertainty. */
    public ParameterSettings withConstraint(double value, double sigma) {
        return new ParameterSettings(name, inits, bounds, List.of(value), List.of(sigma), factors, isFixed);
    }

    /** Return these settings for the parameter of another name. */
    public ParameterSettings withName(String newName) {
        return new ParameterSettings(newName, inits, bounds, auxdata, sigmas, factors, isFixed);
    }
}
