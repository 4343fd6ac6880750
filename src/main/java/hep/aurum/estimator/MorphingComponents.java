package hep.aurum.estimator;

/**
 * Turn a network's outputs into the conditional means \(E_s[c_j|x]\) of the coefficients of event weights.
 *
 * <p>Immutable. Outputs that are all 0 stand for the means over all events, \(C_j/n\).
 */
interface MorphingComponents {

    /** Return the number of outputs. */
    int outputs();

    /** Return the ratio below which the logarithm is replaced by its tangent. */
    double floor();

    /**
     * Compute the components.
     *
     * @param outputs {@code [outputs()]}
     * @param components {@code [m]}, overwritten
     */
    void components(double[] outputs, double[] components);

    /**
     * Compute the derivative in the outputs of something whose derivative in the components is known.
     *
     * @param outputs {@code [outputs()]}
     * @param upstream {@code [m]}
     * @param derivatives {@code [outputs()]}, overwritten
     */
    void pullBack(double[] outputs, double[] upstream, double[] derivatives);
}
