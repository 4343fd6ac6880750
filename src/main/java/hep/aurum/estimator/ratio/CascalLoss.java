package hep.aurum.estimator.ratio;

import java.util.Set;

/**
 * Tell events of the two laws apart and regress the joint score: {@link CarlLoss} and a score term.
 *
 * <p>\[ L = -a\log\hat s - b\log(1-\hat s) + \alpha\, b\,|t - g|^2 \]
 *
 * @see <a href="https://arxiv.org/abs/1805.00020">Brehmer, Cranmer, Louppe, Pavez, Sec. III: CASCAL</a>
 */
public final class CascalLoss implements RatioLoss {

    /** Create the loss. */
    public CascalLoss() {}

    @Override
    public String name() {
        return "cascal";
    }

    @Override
    public Set<Gold> gold() {
        return Set.of(Gold.LABEL, Gold.SCORE);
    }

    @Override
    public double evaluate(JointLabel label, double alpha, LossPoint point) {
        return CrossEntropy.evaluate(label.denominatorWeight(), label.numeratorWeight(), point)
                + ScoreTerm.evaluate(label, alpha, point);
    }
}
