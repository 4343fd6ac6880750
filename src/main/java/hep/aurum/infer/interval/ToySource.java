package hep.aurum.infer.interval;

import hep.aurum.math.optim.Differentiable;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** Draw pseudo-experiments and give their likelihoods. Safe for any number of threads. */
public interface ToySource {

    /**
     * Draw one pseudo-experiment.
     *
     * @param theta the truth, {@code [k]}
     * @param random this toy's own stream
     */
    Toy draw(double[] theta, UniformRandomProvider random);

    /**
     * Hold one pseudo-experiment.
     *
     * @param twiceNll its −2 ln L
     * @param starts where its minima are likely to be, each {@code [k]}; at least one
     */
    record Toy(Differentiable twiceNll, List<double[]> starts) {}
}
