package hep.aurum.estimator.ratio;

import java.util.Set;

/**
 * Compute the cross-entropy with the joint ratio as a soft target.
 *
 * <p>\[ L = -(a+b)\left[s\log\hat s + (1-s)\log(1-\hat s)\right], \qquad s(x,z) = \frac1{1+r(x,z)},\; \hat s =
 * \frac1{1+\hat r} \]
 *
 * <p>The minimum is \(r(x|\theta_0,\theta_1)\) as for the hard labels of {@link CarlLoss}, at lower variance. Where r is
 * zero or a constant, as for the process that an event came from, it is ordinary cross-entropy.
 *
 * @see <a href="https://arxiv.org/abs/1808.00973">Stoye, Brehmer, Louppe, Pavez, Cranmer, Eq. (11)</a>
 */
public final class AliceLoss implements RatioLoss {

    /** Create the loss. */
    public AliceLoss() {}

    @Override
    public String name() {
        return "alice";
    }

    @Override
    public Set<Gold> gold() {
        return Set.of(Gold.LABEL, Gold.RATIO);
    }

    @Override
    public double evaluate(JointLabel label, double alpha, LossPoint point) {
        return CrossEntropy.evaluate(label.softDenominator(), label.softNumerator(), point);
    }
}
