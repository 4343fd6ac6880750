package hep.aurum.infer.fit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Report a converged fit.
 *
 * @param bestfit fitted value by parameter, in the order of the model; fixed parameters included
 * @param errors symmetric uncertainty from the curvature by parameter; 0 for fixed parameters
 * @param twiceNll \( -2\ln L \) at the best fit, constants included
 * @param edm estimated distance to the minimum, in units of \( -2\ln L \)
 * @param gradientNorm norm of the gradient of \( -2\ln L \) over the parameters not held by their bounds
 * @param isCovarianceOk whether the Hessian is positive definite over all parameters that are not fixed
 * @param covariance of the parameters that are not fixed
 * @param iterations number of Newton steps, restarts included
 * @param warnings what a user should know, one sentence each
 */
public record FitResult(
        Map<String, Double> bestfit,
        Map<String, Double> errors,
        double twiceNll,
        double edm,
        double gradientNorm,
        boolean isCovarianceOk,
        Covariance covariance,
        int iterations,
        List<String> warnings) {

    /** Copy the collections, keeping their order. */
    public FitResult {
        bestfit = Collections.unmodifiableMap(new LinkedHashMap<>(bestfit));
        errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
        warnings = List.copyOf(warnings);
    }

    /** Return the best-fit point {@code [k]}. */
    public double[] point() {
        return bestfit.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
