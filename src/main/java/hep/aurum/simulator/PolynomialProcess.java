package hep.aurum.simulator;

import hep.aurum.event.Event;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.ParameterSpace;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Generate events of one process whose cross-section, differential in the latents, is a polynomial in the parameters.
 *
 * <p>An event drawn at \(\theta_s\) has the weight
 *
 * <p>\[ W(\theta) = \sigma(\theta_s)\,\frac{d\sigma(z|\theta)}{d\sigma(z|\theta_s)} = \sum_j c_j\,\phi_j(\theta), \]
 *
 * <p>whose mean over the events is \(\sigma(\theta)\); at the generation point every weight is \(\sigma(\theta_s)\).
 *
 * <p>Shapes: {@code x [d]}, {@code z [l]}, {@code theta [k]}, {@code coefficients [m]}.
 */
public interface PolynomialProcess {

    /** Return the name of the process. */
    String name();

    /** Return the parameters. */
    ParameterSpace space();

    /** Return the monomials of the weights. */
    MonomialBasis basis();

    /** Return the names of the observables. */
    List<String> featureNames();

    /** Return the number of latents. */
    int latents();

    /** Return the cross-section \(\sigma(\theta)\) in pb. */
    double crossSection(double[] theta);

    /**
     * Draw one event.
     *
     * @param theta the generation point
     * @param random a stream of this event's own
     * @param x {@code [d]}, overwritten
     * @param z {@code [l]}, overwritten
     */
    void draw(double[] theta, UniformRandomProvider random, double[] x, double[] z);

    /**
     * Compute the polynomial of an event's weight, in pb.
     *
     * @param z the latents
     * @param generatedAt \(\theta_s\)
     * @param coefficients {@code [m]}, overwritten
     */
    void coefficients(double[] z, double[] generatedAt, double[] coefficients);

    /**
     * Write an event down as a generator would: observables as momenta of final particles, latents as momenta of
     * intermediate ones, with every digit.
     *
     * @param number position in the sample, from 1
     * @param weight nominal weight in pb
     * @param weights weights at the benchmarks in pb
     */
    Event event(long number, double weight, double[] weights, double[] x, double[] z);
}
