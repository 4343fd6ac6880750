package hep.aurum.estimator.ratio;

import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draw the parameter points at which an estimator is trained.
 *
 * <p>The prior weighs the accuracy of the ratio over θ; it does not enter the ratio. Implementations have no state.
 */
@FunctionalInterface
public interface ThetaPrior {

    /**
     * Draw a point.
     *
     * @param random the source of randomness
     * @param theta {@code [k]}, overwritten
     */
    void draw(UniformRandomProvider random, double[] theta);

    /** Return the uniform law on the ranges of all parameters. */
    static ThetaPrior uniform(ParameterSpace space) {
        double[] min = space.parameters().stream().mapToDouble(Parameter::min).toArray();
        double[] width =
                space.parameters().stream().mapToDouble(p -> p.max() - p.min()).toArray();
        return (random, theta) -> {
            for (int i = 0; i < min.length; i++) {
                theta[i] = min[i] + width[i] * random.nextDouble();
            }
        };
    }
}
