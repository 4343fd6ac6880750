package hep.aurum.likelihood;

/**
 * Say what an auxiliary measurement knows of a parameter.
 *
 * @param measured the value that it prefers
 * @param width its standard deviation; of a Poisson constraint with a expected counts \( 1/\sqrt a \)
 */
public record NuisanceConstraint(double measured, double width) {}
