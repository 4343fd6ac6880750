package hep.aurum.estimator;

import hep.aurum.base.Check;
import hep.aurum.param.MonomialBasis;
import java.util.Arrays;
import java.util.Optional;

/**
 * Hold one process of a {@link MixtureRatio}: its rate, how its shape moves with the parameters, and how likely an event is
 * to come from it. Immutable.
 */
public final class ProcessComponent {

    private final String name;
    private final MonomialBasis basis;
    private final double[] coefficients;
    private final Optional<RatioEstimator> shape;
    private final int[] shapeParameters;
    private final Optional<RatioEstimator> odds;

    private ProcessComponent(
            String name,
            MonomialBasis basis,
            double[] coefficients,
            Optional<RatioEstimator> shape,
            int[] shapeParameters,
            Optional<RatioEstimator> odds) {
        this.name = name;
        this.basis = basis;
        this.coefficients = coefficients;
        this.shape = shape;
        this.shapeParameters = shapeParameters;
        this.odds = odds;
    }

    /**
     * Return a process with a fixed shape that is the only one, or the first.
     *
     * @param name its name
     * @param basis the monomials of its cross-section, in all parameters
     * @param coefficients {@code [m]} of the cross-section after selection, in any unit common to all processes
     */
    public static ProcessComponent of(String name, MonomialBasis basis, double[] coefficients) {
        Check.length("coefficients", coefficients.length, basis.size());
        return new ProcessComponent(name, basis, coefficients.clone(), Optional.empty(), new int[0], Optional.empty());
    }

    /**
     * Return the same process with a shape that depends on parameters.
     *
     * @param estimator \(\log p_p(x|\theta) - \log p_p(x|s_p)\) over some of the parameters
     * @param parameters positions of these among all parameters
     */
    public ProcessComponent withShape(RatioEstimator estimator, int... parameters) {
        Check.length(
                "the shape's parameters", parameters.length, estimator.space().size());
        return new ProcessComponent(name, basis, coefficients, Optional.of(estimator), parameters.clone(), odds);
    }

    /**
     * Return the same process with its odds.
     *
     * @param estimator a ratio over the one parameter "fraction of this process against the first", whose difference between
     *     1 and 0 is \(\log p_p(x|s_p) - \log p_0(x|s_0)\)
     */
    public ProcessComponent withOdds(RatioEstimator estimator) {
        Check.length("the odds' parameters", estimator.space().size(), 1);
        return new ProcessComponent(name, basis, coefficients, shape, shapeParameters, Optional.of(estimator));
    }

    /** Return the name of the process. */
    public String name() {
        return name;
    }

    /** Return the monomials of the cross-section. */
    public MonomialBasis basis() {
        return basis;
    }

    /** Return a copy of the coefficients of the cross-section. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** Return the ratio by which the shape depends on parameters. */
    public Optional<RatioEstimator> shape() {
        return shape;
    }

    /** Return the positions of the parameters on which the shape depends. */
    public int[] shapeParameters() {
        return shapeParameters.clone();
    }

    /** Return the odds against the first process. */
    public Optional<RatioEstimator> odds() {
        return odds;
    }

    /** Return the cross-section at θ. */
    double crossSection(double[] theta) {
        double sum = 0;
        for (int j = 0; j < coefficients.length; j++) {
            sum += coefficients[j] * basis.value(j, theta);
        }
        return sum;
    }

    /** Return the derivative of the cross-section along one parameter. */
    double crossSectionSlope(double[] theta, int parameter) {
        double sum = 0;
        for (int j = 0; j < coefficients.length; j++) {
            sum += coefficients[j] * basis.derivative(j, theta, parameter);
        }
        return sum;
    }

    /** Pick the shape's parameters out of θ. */
    double[] shapePoint(double[] theta) {
        return Arrays.stream(shapeParameters).mapToDouble(i -> theta[i]).toArray();
    }
}
