package hep.aurum.likelihood.unbinned;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import hep.aurum.param.MonomialBasis;
import java.util.Arrays;

/**
 * Give the expected number of selected events, a polynomial in the parameters: \(\nu(\theta) = \sum_j N_j\phi_j(\theta)\),
 * luminosity times the cross-section after selection.
 */
public final class ExpectedEvents {

    private final MonomialBasis basis;
    private final double[] coefficients;

    private ExpectedEvents(MonomialBasis basis, double[] coefficients) {
        this.basis = basis;
        this.coefficients = coefficients;
    }

    /**
     * Return the expectation for a luminosity.
     *
     * @param basis the m monomials
     * @param crossSectionPb summed coefficients of the selected cross-section in pb, {@code [m]}
     * @param luminosity in fb⁻¹, positive
     */
    public static ExpectedEvents of(MonomialBasis basis, double[] crossSectionPb, double luminosity) {
        Check.length("coefficients", crossSectionPb.length, basis.size());
        Check.argument(luminosity > 0, "the luminosity is %s, expected a positive number", luminosity);
        double inversePb = 1000 * luminosity;
        return new ExpectedEvents(
                basis, Arrays.stream(crossSectionPb).map(c -> c * inversePb).toArray());
    }

    /** Return the number of parameters. */
    public int parameters() {
        return basis.parameters();
    }

    /**
     * Return the expected number of events.
     *
     * @throws BadModel if it is not positive at this θ
     */
    public double at(double[] theta) {
        double[] monomials = new double[basis.size()];
        basis.values(theta, monomials);
        double nu = dot(monomials);
        if (!(nu > 0)) {
            throw new BadModel(
                    "the expected number of events is " + nu + " at theta = " + Arrays.toString(theta),
                    "",
                    "restrict the ranges of the parameters, or add events: the cross-section must be positive");
        }
        return nu;
    }

    /**
     * Return the expected number of events with its gradient.
     *
     * @param gradient {@code [k]}, overwritten
     */
    public double at(double[] theta, double[] gradient) {
        double[] derivatives = new double[basis.size()];
        for (int i = 0; i < gradient.length; i++) {
            basis.derivatives(theta, i, derivatives);
            gradient[i] = dot(derivatives);
        }
        return at(theta);
    }

    private double dot(double[] monomials) {
        double sum = 0;
        for (int j = 0; j < monomials.length; j++) {
            sum += coefficients[j] * monomials[j];
        }
        return sum;
    }
}
