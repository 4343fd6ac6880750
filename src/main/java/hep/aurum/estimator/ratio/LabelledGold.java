package hep.aurum.estimator.ratio;

import hep.aurum.base.BadInput;
import hep.aurum.sample.LabelledSample;

/** Require that labelled examples hold what a loss learns from. */
final class LabelledGold {

    private LabelledGold() {}

    static void require(RatioLoss loss, double alpha, Parameterisation parameterisation, LabelledSample sample) {
        if (loss.gold().contains(Gold.RATIO) && sample.ratio().isEmpty()) {
            throw missing(loss, "the joint ratio", "carl, which needs none");
        }
        if (alpha > 0
                && sample.space().size() > 0
                && loss.gold().contains(Gold.SCORE)
                && sample.score().isEmpty()) {
            throw missing(loss, "the joint score", "alpha 0, or a loss without a score term");
        }
        if (parameterisation == Parameterisation.DOUBLE && sample.theta1().isEmpty()) {
            throw new BadInput(
                    "the double parameterisation needs the point of each denominator",
                    "theta1 of the labelled examples",
                    "give theta1, or use the single parameterisation");
        }
    }

    private static BadInput missing(RatioLoss loss, String what, String instead) {
        return new BadInput(
                "the loss " + loss.name() + " learns from " + what + ", which the examples lack",
                "labelled examples",
                "give it, or use " + instead);
    }
}
