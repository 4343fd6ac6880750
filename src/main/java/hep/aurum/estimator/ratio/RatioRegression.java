package hep.aurum.estimator.ratio;

/**
 * Regress the joint ratio under the denominator's law and its inverse under the numerator's, up to constants:
 *
 * <p>\[ a(\hat r - r)^2 + b\left(\frac1r - \frac1{\hat r}\right)^2 \;\to\; a\hat r^2 - 2ar\,\hat r + \frac b{\hat r^2} -
 * \frac{2b/r}{\hat r}, \qquad \hat r = e^f. \]
 *
 * <p>Above \(|f| = 10\) the exponential goes on along its tangent, so that one wild event early in training cannot overflow a
 * step.
 *
 * @see <a href="https://arxiv.org/abs/1805.00020">Brehmer, Cranmer, Louppe, Pavez, Eq. (27)</a>
 */
final class RatioRegression {

    private static final double LINEAR_ABOVE = 10;
    private static final double EDGE = StrictMath.exp(LINEAR_ABOVE);

    private RatioRegression() {}

    /** Return the loss and write its derivative in \(\log\hat r\) to the point. */
    static double evaluate(JointLabel label, LossPoint point) {
        double f = point.logRatio();
        double a = label.denominatorWeight();
        double b = label.numeratorWeight();
        double up = exp(f);
        double down = exp(-f);
        point.setLogRatioDerivative(2 * (a * up - label.target()) * slope(f, up)
                + 2 * (label.inverseTarget() - b * down) * slope(-f, down));
        return (a * up - 2 * label.target()) * up + (b * down - 2 * label.inverseTarget()) * down;
    }

    private static double exp(double f) {
        return f > LINEAR_ABOVE ? EDGE * (1 + f - LINEAR_ABOVE) : StrictMath.exp(f);
    }

    /** The derivative of {@link #exp} where its value is known. */
    private static double slope(double f, double value) {
        return f > LINEAR_ABOVE ? EDGE : value;
    }
}
