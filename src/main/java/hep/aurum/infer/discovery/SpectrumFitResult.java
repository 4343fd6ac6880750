package hep.aurum.infer.discovery;

import java.util.List;

/**
 * Report the fit of a peak over smooth backgrounds; see {@link SpectrumFit}.
 *
 * @param rate fitted rate of the peak, μ; may be negative
 * @param rateError its standard deviation, from the curvature at the minimum
 * @param q0 \(-2\ln\lambda(0)\) for a positive rate, else 0
 * @param p0 \(1-\Phi(\sqrt{q_0})\)
 * @param z significance, \(\sqrt{q_0}\)
 * @param deviance \(-2\ln L\) against the saturated model, at the minimum
 * @param degreesOfFreedom bins less parameters
 * @param goodness p-value of the deviance by the \(\chi^2\) law: how often a true model fits worse
 * @param coefficients of the polynomials, by spectrum, the constant first
 */
public record SpectrumFitResult(
        double rate,
        double rateError,
        double q0,
        double p0,
        double z,
        double deviance,
        int degreesOfFreedom,
        double goodness,
        List<List<Double>> coefficients) {

    /** Copy the lists. */
    public SpectrumFitResult {
        coefficients = coefficients.stream().map(List::copyOf).toList();
    }
}
