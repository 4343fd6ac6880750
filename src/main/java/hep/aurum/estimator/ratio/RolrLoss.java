package hep.aurum.estimator.ratio;

import java.util.Set;

/**
 * Regress the joint ratio under the law of the denominator and its inverse under that of the numerator.
 *
 * <p>\[ L = a(\hat r - r)^2 + b\left(\frac1r - \frac1{\hat r}\right)^2 \]
 *
 * @see <a href="https://arxiv.org/abs/1805.00020">Brehmer, Cranmer, Louppe, Pavez, Sec. III: ROLR</a>
 */
public final class RolrLoss implements RatioLoss {

    /** Create the loss. */
    public RolrLoss() {}

    @Override
    public String name() {
        return "rolr";
    }

    @Override
    public Set<Gold> gold() {
        return Set.of(Gold.LABEL, Gold.RATIO);
    }

    @Override
    public double evaluate(JointLabel label, double alpha, LossPoint point) {
        return RatioRegression.evaluate(label, point);
    }
}
