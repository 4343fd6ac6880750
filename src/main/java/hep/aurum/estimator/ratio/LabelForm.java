package hep.aurum.estimator.ratio;

/** Choose how training events and parameter points are paired. */
public enum LabelForm {
    /**
     * Show every event in every epoch at a fresh θ from the prior, standing for the reference law with weight one and for the
     * law at θ with weight r. All events count at every θ, so the labels vary least. The default.
     */
    WEIGHTED,
    /**
     * Draw once as many pairs as half the events: a θ from the prior, an event from the law at θ and one from the reference
     * law; as in the original papers, for comparison.
     */
    FIXED_PAIRS
}
