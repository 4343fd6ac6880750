package hep.aurum.estimator.ratio;

import java.util.Set;

/**
 * Compute the cross-entropy with the joint ratio as a soft target, and regress the joint score: {@link AliceLoss} and a score
 * term.
 *
 * <p>\[ L = -(a+b)\left[s\log\hat s + (1-s)\log(1-\hat s)\right] + \alpha\, b\,|t - g|^2 \]
 *
 * @see <a href="https://arxiv.org/abs/1808.00973">Stoye, Brehmer, Louppe, Pavez, Cranmer, Eq. (12)</a>
 */
public final class AlicesLoss implements RatioLoss {

    /** Create the loss. */
    public AlicesLoss() {}

    @Override
    public String name() {
        return "alices";
    }

    @Override
    public Set<Gold> gold() {
        return Set.of(Gold.LABEL, Gold.RATIO, Gold.SCORE);
    }

    @Override
    public double evaluate(JointLabel label, double alpha, LossPoint point) {
        return CrossEntropy.evaluate(label.softDenominator(), label.softNumerator(), point)
                + ScoreTerm.evaluate(label, alpha, point);
    }
}
