package hep.aurum.estimator.ratio;

import java.util.Arrays;

/**
 * Compute the loss of ALICE: cross-entropy with the joint ratio as a soft target.
 *
 * <p>\[ L = a\,\log(1+\hat r) + b\,\log(1+1/\hat r) \]
 *
 * <p>With \(a = 1, b = r\) under the reference law its minimum is \(\hat r = E[r|x]\), as for every loss of the family; where
 * r is 0 or a constant, as for the process that an event came from, it is ordinary cross-entropy. There is no score term.
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
    public boolean usesScore() {
        return false;
    }

    @Override
    public double evaluate(JointLabel label, double alpha, LossPoint point) {
        double f = point.logRatio();
        double a = label.referenceWeight();
        double b = label.thetaWeight();
        double s = 1 / (1 + StrictMath.exp(-f));
        point.setLogRatioDerivative(a * s - b * (1 - s));
        Arrays.fill(point.scoreDerivative(), 0);
        // log(1 + e^f) without overflow, and log(1 + e^-f) = log(1 + e^f) - f.
        double softplus = Math.max(f, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(f)));
        return a * softplus + b * (softplus - f);
    }
}
