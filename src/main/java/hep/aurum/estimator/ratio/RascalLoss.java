package hep.aurum.estimator.ratio;

/**
 * Regress the joint ratio under the reference law, its inverse under the law at θ, and the joint score.
 *
 * <p>\[ L = a(\hat r - r)^2 + b\left(\frac1r - \frac1{\hat r}\right)^2 + \alpha\, b\,|t - g|^2, \qquad \hat r = e^f,\; g =
 * \nabla_\theta f \]
 *
 * <p>for an event that counts a under s and b under θ ({@link JointLabel}). In the low-variance form every event of s stands
 * for both laws, \(a = 1\) and \(b = r\), and without the constants
 *
 * <p>\[ L = (\hat r - r)^2 - \frac2{\hat r} + \frac r{\hat r^2} + \alpha\left(r|g|^2 - 2 g\cdot rt\right). \]
 *
 * <p>The minimum over all functions f is \(\log r(x|\theta)\) in both forms. Above \(|f| = 10\) the exponential goes on along
 * its tangent, so that one wild event early in training cannot overflow a step.
 *
 * @see <a href="https://arxiv.org/abs/1805.00020">Brehmer, Cranmer, Louppe, Pavez, Sec. III: RASCAL</a>
 */
public final class RascalLoss implements RatioLoss {

    private static final double LINEAR_ABOVE = 10;
    private static final double EDGE = StrictMath.exp(LINEAR_ABOVE);

    /** Create the loss. */
    public RascalLoss() {}

    @Override
    public String name() {
        return "rascal";
    }

    @Override
    public boolean usesScore() {
        return true;
    }

    @Override
    public double evaluate(JointLabel label, double alpha, LossPoint point) {
        double f = point.logRatio();
        double up = exp(f);
        double down = exp(-f);
        double miss = up - label.ratio();
        double b = label.thetaWeight();
        double c = label.inverseTarget();
        double loss = label.referenceWeight() * miss * miss + (b * down - 2 * c) * down;
        point.setLogRatioDerivative(
                2 * label.referenceWeight() * miss * slope(f, up) + 2 * (c - b * down) * slope(-f, down));
        return loss + alpha * scoreTerm(label, alpha, point);
    }

    private static double scoreTerm(JointLabel label, double alpha, LossPoint point) {
        double[] g = point.score();
        double[] weighted = label.weightedScore();
        double[] derivative = point.scoreDerivative();
        double b = label.thetaWeight();
        double sum = 0;
        for (int i = 0; i < g.length; i++) {
            sum += g[i] * (b * g[i] - 2 * weighted[i]);
            derivative[i] = 2 * alpha * (b * g[i] - weighted[i]);
        }
        return sum;
    }

    private static double exp(double f) {
        return f > LINEAR_ABOVE ? EDGE * (1 + f - LINEAR_ABOVE) : StrictMath.exp(f);
    }

    /** The derivative of {@link #exp} where its value is known. */
    private static double slope(double f, double value) {
        return f > LINEAR_ABOVE ? EDGE : value;
    }
}
