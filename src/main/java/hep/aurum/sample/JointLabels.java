package hep.aurum.sample;

/**
 * Give the gold of a simulator: for every event the joint likelihood ratio and the joint score, latents included.
 *
 * <p>\[ r(x,z|\theta_0,\theta_1) = \frac{p(x,z|\theta_0)}{p(x,z|\theta_1)}, \qquad t(x,z|\theta) = \nabla_\theta \log
 * p(x,z|\theta) \]
 *
 * <p>Both are of normalised densities: the rate terms \(\sigma(\theta_1)/\sigma(\theta_0)\) and
 * \(-\nabla_\theta\log\sigma(\theta)\) are inside. Event weights may be negative, and then so may the ratio.
 *
 * @see <a href="https://arxiv.org/abs/1805.00013">Brehmer, Cranmer, Louppe, Pavez, Eqs. (10) to (17)</a>
 */
public interface JointLabels {

    /** Return the number of events. */
    int size();

    /** Return the number k of parameters. */
    int parameters();

    /**
     * Return the joint ratio of an event.
     *
     * @param theta0 the numerator's θ, {@code [k]}
     * @param theta1 the denominator's θ, {@code [k]}
     */
    double jointRatio(int event, double[] theta0, double[] theta1);

    /**
     * Compute the joint score of an event.
     *
     * @param theta {@code [k]}
     * @param score {@code [k]}, overwritten
     */
    void jointScore(int event, double[] theta, double[] score);

    /**
     * Return the joint ratio and compute its gradient in the numerator's parameters, \(\nabla_{\theta_0} r = r\,t\): what
     * the low-variance form of the losses needs. Where the ratio vanishes the joint score diverges but their product does
     * not; an implementation that can meet such events overrides this method.
     *
     * @param theta0 the numerator's θ, {@code [k]}
     * @param theta1 the denominator's θ, {@code [k]}
     * @param gradient {@code [k]}, overwritten
     * @return the joint ratio
     */
    default double ratioGradient(int event, double[] theta0, double[] theta1, double[] gradient) {
        double ratio = jointRatio(event, theta0, theta1);
        jointScore(event, theta0, gradient);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= ratio;
        }
        return ratio;
    }

    /**
     * Return the weight with which an event of this sample stands for the law at θ, up to a common factor: the joint
     * ratio to the law from which the sample was drawn.
     */
    double importance(int event, double[] theta);
}
