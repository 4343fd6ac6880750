package hep.aurum.simulator;

import hep.aurum.param.ParameterSpace;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draw observables x and latents z at any θ, and say how probable a pair of them is at any other θ.
 *
 * <p>With \(p(x,z|\theta)\) known along the history of the simulation, the joint ratio and the joint score follow although
 * \(p(x|\theta) = \int p(x,z|\theta)\,dz\) does not.
 *
 * <p>Implementations are immutable and safe for any number of threads. Shapes: {@code x [d]}, {@code z [l]},
 * {@code theta [k]}.
 *
 * @see <a href="https://arxiv.org/abs/1805.12244">Brehmer, Louppe, Pavez, Cranmer: Mining gold from implicit models</a>
 */
public interface Simulator {

    /** Return the name by which people call it. */
    String name();

    /** Return the parameters. */
    ParameterSpace space();

    /** Return the names of the d observables. */
    List<String> featureNames();

    /** Return the names of the l latents. */
    List<String> latentNames();

    /**
     * Draw one event.
     *
     * @param theta {@code [k]}
     * @param random a stream of this event's own
     * @param x {@code [d]}, overwritten
     * @param z {@code [l]}, overwritten
     */
    void draw(double[] theta, UniformRandomProvider random, double[] x, double[] z);

    /**
     * Return \(\log p(x,z|\theta)\) up to a term that does not depend on θ; negative infinity where the density vanishes.
     */
    double logDensity(double[] x, double[] z, double[] theta);

    /**
     * Compute the joint score \(\nabla_\theta\log p(x,z|\theta)\).
     *
     * @param score {@code [k]}, overwritten
     */
    void score(double[] x, double[] z, double[] theta, double[] score);
}
