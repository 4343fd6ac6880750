package hep.aurum.param;

import hep.aurum.base.Check;
import org.jspecify.annotations.Nullable;

/**
 * Give the polynomial of an event's weight for the events of one process: morphed from benchmarks or constant, times powers
 * of the parameters that are strengths.
 *
 * <p>\[ w(\theta) = \prod_i\theta_i^{q_i}\,\sum_j c_j\phi_j(\theta) \]
 *
 * <p>A background without free rate has q = 0 and a constant weight; a signal of strength μ has power 1 of μ.
 *
 * <p>Immutable. Shapes: {@code b} benchmarks, {@code m} monomials of {@link #basis()}, {@code k} parameters.
 */
public final class ProcessWeights {

    private final @Nullable Morphing morphing;
    private final MonomialBasis basis;

    private ProcessWeights(@Nullable Morphing morphing, MonomialBasis basis) {
        this.morphing = morphing;
        this.basis = basis;
    }

    /**
     * Return the weights of a process whose benchmarks are reweighted event by event.
     *
     * @param morphing over all parameters of the study; those that do not touch this process have power 0 in its basis
     * @param strengthPowers {@code [k]} powers of the strengths
     */
    public static ProcessWeights morphed(Morphing morphing, int... strengthPowers) {
        return new ProcessWeights(morphing, morphing.basis().times(strengthPowers));
    }

    /**
     * Return the weights of a process that depends on the parameters by its strengths alone, or not at all.
     *
     * @param strengthPowers {@code [k]} powers of the strengths
     */
    public static ProcessWeights constant(int... strengthPowers) {
        return new ProcessWeights(null, MonomialBasis.of(strengthPowers.length, new int[][] {strengthPowers}));
    }

    /** Return the monomials, strengths included. */
    public MonomialBasis basis() {
        return basis;
    }

    /** Return the morphing, or null where weights are constant. */
    public @Nullable Morphing morphing() {
        return morphing;
    }

    /**
     * Compute the polynomial of one event. Allocates nothing.
     *
     * @param nominal the event's nominal weight, used where weights are constant
     * @param weights {@code [b]} at the morphing's benchmarks, used where there is a morphing
     * @param coefficients {@code [m]}, overwritten
     */
    public void coefficients(double nominal, double[] weights, double[] coefficients) {
        if (morphing == null) {
            Check.length("coefficients", coefficients.length, 1);
            coefficients[0] = nominal;
        } else {
            morphing.coefficients(weights, coefficients);
        }
    }
}
