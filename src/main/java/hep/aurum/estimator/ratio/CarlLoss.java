package hep.aurum.estimator.ratio;

import java.util.Set;

/**
 * Tell events of the two laws apart: cross-entropy with hard labels, no gold.
 *
 * <p>\[ L = -a\log\hat s - b\log(1-\hat s), \qquad \hat s = \frac1{1+\hat r} \]
 *
 * <p>The minimum is \(\hat r = r(x|\theta_0,\theta_1)\). In the low-variance form of the labels, where every event stands for
 * both laws by its joint ratio, this is {@link AliceLoss}.
 *
 * @see <a href="https://arxiv.org/abs/1506.02169">Cranmer, Pavez, Louppe: calibrated discriminative classifiers</a>
 */
public final class CarlLoss implements RatioLoss {

    /** Create the loss. */
    public CarlLoss() {}

    @Override
    public String name() {
        return "carl";
    }

    @Override
    public Set<Gold> gold() {
        return Set.of(Gold.LABEL);
    }

    @Override
    public double evaluate(JointLabel label, double alpha, LossPoint point) {
        return CrossEntropy.evaluate(label.denominatorWeight(), label.numeratorWeight(), point);
    }
}
