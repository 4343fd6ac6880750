package hep.aurum.sample;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import hep.aurum.param.MonomialBasis;

/**
 * Label events whose weights are polynomials in the parameters.
 *
 * <p>\[ r_i(\theta_0,\theta_1) = \frac{w_i(\theta_0)/\sigma(\theta_0)}{w_i(\theta_1)/\sigma(\theta_1)}, \qquad t_i(\theta) =
 * \frac{\nabla w_i(\theta)}{w_i(\theta)} - \frac{\nabla\sigma(\theta)}{\sigma(\theta)} \]
 *
 * <p>Here \(\sigma(\theta) = \sum_i w_i(\theta)\) is the cross-section <em>after selection</em>, from the selected events
 * themselves: with the total one, \(E_\theta[t] \ne 0\).
 *
 * <p>Allocates nothing per call; safe for any number of threads.
 *
 * @see <a href="https://arxiv.org/abs/1805.00020">Brehmer, Cranmer, Louppe, Pavez, Eqs. (14) to (22)</a>
 */
public final class PolynomialLabels implements JointLabels {

    private final EventSample sample;
    private final MonomialBasis basis;
    private final double[] total;

    private PolynomialLabels(EventSample sample, double[] total) {
        this.sample = sample;
        this.basis = sample.basis();
        this.total = total;
    }

    /** Label a sample with the cross-section that its own events sum to. */
    public static PolynomialLabels of(EventSample sample) {
        return new PolynomialLabels(sample, sample.totalCoefficients());
    }

    /**
     * Label a part of a sample with the cross-section of the whole, whose Monte Carlo error is smaller.
     *
     * @param rate the sample that gives \(\sigma(\theta)\), with the same monomials
     */
    public static PolynomialLabels of(EventSample sample, EventSample rate) {
        Check.argument(sample.basis().equals(rate.basis()), "the two samples have different monomials");
        return new PolynomialLabels(sample, rate.totalCoefficients());
    }

    /** Return the sample that is labelled. */
    public EventSample sample() {
        return sample;
    }

    @Override
    public int size() {
        return sample.size();
    }

    @Override
    public int parameters() {
        return basis.parameters();
    }

    /**
     * {@inheritDoc}
     *
     * @throws BadModel if the weight at θ1, or a cross-section, vanishes
     */
    @Override
    public double jointRatio(int event, double[] theta0, double[] theta1) {
        return density(event, theta0) / nonZero(density(event, theta1), event, theta1);
    }

    /**
     * {@inheritDoc}
     *
     * @throws BadModel if the weight at θ, or the cross-section, vanishes
     */
    @Override
    public void jointScore(int event, double[] theta, double[] score) {
        double weight = nonZero(weight(event, theta), event, theta);
        double sigma = sigma(theta);
        for (int a = 0; a < score.length; a++) {
            double weightSlope = 0;
            double sigmaSlope = 0;
            for (int j = 0; j < total.length; j++) {
                double slope = basis.derivative(j, theta, a);
                weightSlope += sample.coefficient(event, j) * slope;
                sigmaSlope += total[j] * slope;
            }
            score[a] = weightSlope / weight - sigmaSlope / sigma;
        }
    }

    /** {@inheritDoc} Finite also where the weight at θ0 vanishes. */
    @Override
    public double ratioGradient(int event, double[] theta0, double[] theta1, double[] gradient) {
        double weight = weight(event, theta0);
        double sigma = sigma(theta0);
        double denominator = nonZero(density(event, theta1), event, theta1);
        for (int a = 0; a < gradient.length; a++) {
            double weightSlope = 0;
            double sigmaSlope = 0;
            for (int j = 0; j < total.length; j++) {
                double slope = basis.derivative(j, theta0, a);
                weightSlope += sample.coefficient(event, j) * slope;
                sigmaSlope += total[j] * slope;
            }
            gradient[a] = (weightSlope - weight * sigmaSlope / sigma) / (sigma * denominator);
        }
        return weight / (sigma * denominator);
    }

    /** {@inheritDoc} Here \(n\,w_i(\theta)/\sigma(\theta)\), whose mean over the sample is 1. */
    @Override
    public double importance(int event, double[] theta) {
        return size() * density(event, theta);
    }

    /** Return \(\sigma(\theta)\) in pb. */
    public double crossSection(double[] theta) {
        return sigma(theta);
    }

    private double density(int event, double[] theta) {
        double weight = 0;
        double sigma = 0;
        for (int j = 0; j < total.length; j++) {
            double monomial = basis.value(j, theta);
            weight += sample.coefficient(event, j) * monomial;
            sigma += total[j] * monomial;
        }
        return weight / checkedSigma(sigma, theta);
    }

    private double weight(int event, double[] theta) {
        double weight = 0;
        for (int j = 0; j < total.length; j++) {
            weight += sample.coefficient(event, j) * basis.value(j, theta);
        }
        return weight;
    }

    private double sigma(double[] theta) {
        double sigma = 0;
        for (int j = 0; j < total.length; j++) {
            sigma += total[j] * basis.value(j, theta);
        }
        return checkedSigma(sigma, theta);
    }

    private static double checkedSigma(double sigma, double[] theta) {
        if (!(sigma > 0)) {
            throw new BadModel(
                    "the cross-section after selection is " + sigma + " pb at theta = "
                            + java.util.Arrays.toString(theta),
                    "",
                    "keep the parameters where some process has a positive rate");
        }
        return sigma;
    }

    private double nonZero(double value, int event, double[] theta) {
        if (value == 0) {
            throw new BadModel(
                    "the weight of event " + sample.origin(event) + " vanishes at theta = "
                            + java.util.Arrays.toString(theta) + ", so that its ratio or score has no value",
                    "row " + event + " of the sample",
                    "choose the denominator of the ratio where every process has a rate");
        }
        return value;
    }
}
