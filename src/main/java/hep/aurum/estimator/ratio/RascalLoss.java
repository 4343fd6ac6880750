package hep.aurum.estimator.ratio;

import java.util.Set;

/**
 * Regress the joint ratio under the denominator's law, its inverse under the numerator's, and the joint score.
 *
 * <p>\[ L = a(\hat r - r)^2 + b\left(\frac1r - \frac1{\hat r}\right)^2 + \alpha\, b\,|t - g|^2, \qquad \hat r = e^f,\; g =
 * \nabla_\theta f \]
 *
 * <p>for an event that counts a and b under the two laws ({@link JointLabel}). In the low-variance form, with \(a = 1\) and
 * \(b = r\) and without the constants,
 *
 * <p>\[ L = \hat r^2 - 2r\hat r - \frac2{\hat r} + \frac r{\hat r^2} + \alpha\left(r|g|^2 - 2 g\cdot rt\right). \]
 *
 * <p>The minimum over all functions f is \(\log r(x|\theta)\) in both forms.
 *
 * @see <a href="https://arxiv.org/abs/1805.00020">Brehmer, Cranmer, Louppe, Pavez, Sec. III: RASCAL</a>
 */
public final class RascalLoss implements RatioLoss {

    /** Create the loss. */
    public RascalLoss() {}

    @Override
    public String name() {
        return "rascal";
    }

    @Override
    public Set<Gold> gold() {
        return Set.of(Gold.LABEL, Gold.RATIO, Gold.SCORE);
    }

    @Override
    public double evaluate(JointLabel label, double alpha, LossPoint point) {
        return RatioRegression.evaluate(label, point) + ScoreTerm.evaluate(label, alpha, point);
    }
}
